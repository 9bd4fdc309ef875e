package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of nodes in the making, from ranges that do not overlap: a {@link NodeSetBuilder} for those
 * that come in any order.
 */
final class NodeRanges {

    private static final int FEW = 512; // bounds that are sorted faster than set as bits

    private int[] bounds = new int[32];
    private int length;
    private boolean ascends = true;

    /** Adds the nodes from one to another, both included. */
    void add(int first, int last) {
        if (length > 0 && bounds[length - 1] + 1 == first) {
            bounds[length - 1] = last;
            return;
        }
        ascends &= length == 0 || bounds[length - 1] < first;
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * length);
        }
        bounds[length++] = first;
        bounds[length++] = last;
    }

    /** The set. */
    NodeSet build() {
        return ascends
                ? NodeSet.ofIntervals(bounds, length)
                : length <= FEW ? sorted() : fromBits();
    }

    private NodeSet sorted() {
        long[] ranges = new long[length / 2];
        for (int i = 0; i < length; i += 2) {
            ranges[i / 2] = (long) bounds[i] << 32 | bounds[i + 1];
        }
        Arrays.sort(ranges);
        NodeSetBuilder set = new NodeSetBuilder();
        for (long range : ranges) {
            set.add((int) (range >>> 32), (int) range);
        }
        return set.build();
    }

    private NodeSet fromBits() {
        BitSet nodes = new BitSet();
        for (int i = 0; i < length; i += 2) {
            nodes.set(bounds[i], bounds[i + 1] + 1);
        }
        return NodeSet.of(nodes);
    }
}
