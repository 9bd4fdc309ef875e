package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.NodePool;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * The free nodes with the lowest numbers, wherever they lie. Cost: O(intervals of free nodes
 * taken).
 */
public record FirstFit() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        int nodes = now.nodesNeeded(job);
        if (pool == null || pool.freeCount() < nodes) {
            return null;
        }
        NodeSetBuilder taken = new NodeSetBuilder();
        pool.collectFree(pool.firstNode(), nodes, taken);
        return taken.build();
    }

    /** Makes it known as {@code first-fit}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(Placement.class, "first-fit", "The free nodes with the lowest numbers.", "");
        }

        @Override
        public Placement create(Options options) {
            return new FirstFit();
        }
    }
}
