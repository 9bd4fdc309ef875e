package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Below one switch of the lowest level that has one with room, and there below few leaves: the best
 * fit of Slurm's {@code topology/tree} (Slurm's topology guide, "Hierarchical networks").
 *
 * <ol>
 *   <li>The switch: of the lowest level on which one has enough free nodes, the one with the fewest
 *       of these; of equals the first.
 *   <li>Its leaves: while none has enough for what is missing, the one with the most free nodes,
 *       whole; then the one with the fewest that are enough; of equals the first.
 *   <li>Below a leaf, the free nodes with the lowest numbers.
 * </ol>
 *
 * <p>How good that is: below the switch chosen, no other choice has fewer leaves. So on trees of
 * two levels none on the whole machine has. On deeper ones the tightest switch may have its free
 * nodes more scattered than a roomier one; a job then spans at most the leaves of one switch of
 * that level, where two would be the least possible.
 *
 * <p>Cost: O(levels + counts that occur + leaves taken · log leaves taken) to place, O(switches
 * touched) to take or give.
 */
public record LeafPacking() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return SwitchPlacer.once(this, job, now);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return SwitchPlacer.of(machine, pool, LeafPacking::chooser);
    }

    private static SwitchPlacer.Chooser chooser(SwitchTree tree) {
        Packing packing = new Packing(tree);
        return (nodes, free, shares) -> {
            int level = free.lowestLevel(nodes);
            packing.below(level, free.tightest(level, nodes), nodes, free, shares);
        };
    }

    /** Makes it known as {@code leaf-packing}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "leaf-packing",
                    "Below the lowest switch with room, and there below few leaf switches.",
                    "Slurm's topology/tree");
        }

        @Override
        public Placement create(Options options) {
            return new LeafPacking();
        }
    }
}
