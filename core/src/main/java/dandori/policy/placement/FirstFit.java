package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The free nodes with the lowest numbers, wherever they lie. Cost: O(intervals of free nodes
 * taken).
 */
public record FirstFit() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        int missing = now.nodesNeeded(job);
        if (pool == null || pool.freeCount() < missing) {
            return null;
        }
        int[] bounds = new int[8];
        int length = 0;
        int node = pool.firstNode();
        while (missing > 0) {
            int first = pool.nextFree(node);
            node = pool.nextBusy(first);
            int last = Math.min(node, first + missing) - 1;
            if (length == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * length);
            }
            bounds[length++] = first;
            bounds[length++] = last;
            missing -= last - first + 1;
        }
        return NodeSet.ofIntervals(bounds, length);
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
