package dandori.policy.placement;

import dandori.machine.NodeSet;
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
        int needed = now.nodesNeeded(job);
        return pool == null || pool.freeCount() < needed ? null : pool.firstFree(needed);
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
