package dandori.policy.placement;

import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Any free nodes of a torus, close to what is busy, so that whole units stay free; shapes are
 * ignored. Fujitsu Software Technical Computing Suite V4.0L20, Job Operation Software End-user's
 * Guide, J2UL-2534, mode noncont.
 *
 * <p>While the job needs as many nodes as a unit has, it takes whole free units, each time the one
 * with most neighbours (of six; walls count) that are not wholly free, those taken for the job
 * counted. The rest goes into the partly used unit with the fewest free nodes that holds it, else
 * into one more whole unit chosen likewise. Where no unit is wholly free, it takes partly used
 * ones, those with most free nodes first. Among equals the lowest unit, by z, y, x; in a unit the
 * lowest nodes.
 *
 * <p>Cost: below 0.2 µs a unit taken.
 */
public record Scattered() implements Placement {

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return new InPool(new Cells(CellMap.of(machine, pool, Granule.UNIT)));
    }

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        throw new IllegalStateException("Ask forRun(machine, pool) for a placement to use.");
    }

    /** In one run of one pool. */
    private record InPool(Cells cells) implements Placement {

        @Override
        public @Nullable NodeSet place(int job, Situation now) {
            int nodes = now.jobs().nodes(job);
            return nodes > cells.free() ? null : cells.scattered(nodes);
        }

        @Override
        public int nodesNeeded(int job, Jobs jobs) {
            return jobs.nodes(job);
        }

        @Override
        public void taken(NodeSet nodes) {
            cells.take(nodes);
        }

        @Override
        public void given(NodeSet nodes) {
            cells.give(nodes);
        }
    }

    /** Makes it known as {@code noncont}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "noncont",
                    "Any free nodes of a torus, partly used units first.",
                    "Fujitsu, Job Operation Software End-user's Guide, J2UL-2534");
        }

        @Override
        public Placement create(Options options) {
            return new Scattered();
        }
    }
}
