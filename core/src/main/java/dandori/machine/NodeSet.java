package dandori.machine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of node numbers as intervals: what a job has been given.
 *
 * <p>Immutable. The text form is canonical, as in Batsim's interval sets: {@code 0-11 24 36-47},
 * ascending, with no two intervals that touch, a single node written alone.
 */
public final class NodeSet {

    /** No nodes. */
    public static final NodeSet EMPTY = new NodeSet(new int[0]);

    // first and last of each interval, ascending; the next first is at least last + 2
    private final int[] bounds;
    private final int size;

    /** A set of intervals that are known to ascend and lie apart, and hold so many nodes. */
    NodeSet(int[] bounds, int size) {
        this.bounds = bounds;
        this.size = size;
    }

    private NodeSet(int[] bounds) {
        this(bounds, sizeOf(bounds));
    }

    private static int sizeOf(int[] bounds) {
        int nodes = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            nodes += bounds[i + 1] - bounds[i] + 1;
        }
        return nodes;
    }

    /**
     * The set of the given intervals.
     *
     * @param bounds first and last node of each interval, ascending and apart; copied up to {@code
     *     length}
     * @param length how many entries of {@code bounds} count; even
     */
    public static NodeSet ofIntervals(int[] bounds, int length) {
        for (int i = 0; i < length; i += 2) {
            boolean apart = i == 0 ? bounds[0] >= 0 : bounds[i] > bounds[i - 1] + 1;
            if (!apart || bounds[i + 1] < bounds[i]) {
                throw new IllegalArgumentException(
                        "Intervals must ascend and lie apart, but are "
                                + Arrays.toString(Arrays.copyOf(bounds, length))
                                + ".");
            }
        }
        return length == 0 ? EMPTY : new NodeSet(Arrays.copyOf(bounds, length));
    }

    /** The nodes from {@code first} to {@code last}, both included. */
    public static NodeSet range(int first, int last) {
        return ofIntervals(new int[] {first, last}, 2);
    }

    /** The nodes whose bits are set. */
    public static NodeSet of(BitSet nodes) {
        int[] bounds = new int[8];
        int length = 0;
        for (int first = nodes.nextSetBit(0); first >= 0; ) {
            int end = nodes.nextClearBit(first);
            if (length == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * length);
            }
            bounds[length++] = first;
            bounds[length++] = end - 1;
            first = nodes.nextSetBit(end);
        }
        return length == 0 ? EMPTY : new NodeSet(Arrays.copyOf(bounds, length));
    }

    /** Whether a node is in the set. O(intervals). */
    public boolean contains(int node) {
        for (int i = 0; i < bounds.length && bounds[i] <= node; i += 2) {
            if (node <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The nodes that are in this set and in the other. O(intervals of both). */
    public NodeSet and(NodeSet other) {
        return merged(other, true);
    }

    /** The nodes of this set whose bits are set. O(intervals + highest node / 64). */
    public NodeSet and(BitSet bits) {
        NodeSetBuilder both = new NodeSetBuilder();
        int node = bounds.length == 0 ? -1 : bits.nextSetBit(bounds[0]);
        for (int i = 0; i < bounds.length && node >= 0; i += 2) {
            node = node < bounds[i] ? bits.nextSetBit(bounds[i]) : node;
            while (node >= 0 && node <= bounds[i + 1]) {
                int end = Math.min(bits.nextClearBit(node), bounds[i + 1] + 1);
                both.add(node, end - 1);
                node = bits.nextSetBit(end);
            }
        }
        return both.build();
    }

    /** The nodes that are in this set or in the other. O(nodes of both). */
    public NodeSet or(NodeSet other) {
        BitSet bits = new BitSet();
        for (NodeSet one : new NodeSet[] {this, other}) {
            for (int i = 0; i < one.bounds.length; i += 2) {
                bits.set(one.bounds[i], one.bounds[i + 1] + 1);
            }
        }
        return of(bits);
    }

    /** The nodes that are in this set and not in the other. O(intervals of both). */
    public NodeSet minus(NodeSet other) {
        return merged(other, false);
    }

    private NodeSet merged(NodeSet other, boolean both) {
        int[] result = new int[bounds.length + other.bounds.length + 2];
        int length = 0;
        int at = 0; // in the other's bounds
        for (int i = 0; i < bounds.length; i += 2) {
            int next = bounds[i]; // not yet decided from here on
            while (at > 0 && other.bounds[at - 1] >= next) {
                at -= 2;
            }
            while (at < other.bounds.length && other.bounds[at + 1] < next) {
                at += 2;
            }
            while (next <= bounds[i + 1]) {
                boolean ahead = at < other.bounds.length && other.bounds[at] <= bounds[i + 1];
                int from = ahead ? Math.max(next, other.bounds[at]) : bounds[i + 1] + 1;
                int to = ahead ? Math.min(bounds[i + 1], other.bounds[at + 1]) : bounds[i + 1];
                int first = both ? from : next;
                int last = both ? to : from - 1;
                if (first <= last) {
                    result[length++] = first;
                    result[length++] = last;
                }
                next = to + 1;
                at += ahead ? 2 : 0;
            }
        }
        return length == 0 ? EMPTY : new NodeSet(Arrays.copyOf(result, length));
    }

    /** How many intervals. */
    public int intervalCount() {
        return bounds.length / 2;
    }

    /** The first node of an interval. */
    public int first(int interval) {
        return bounds[2 * interval];
    }

    /** The last node of an interval, included. */
    public int last(int interval) {
        return bounds[2 * interval + 1];
    }

    /** How many nodes. */
    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** The canonical form, such as {@code 0-11 24 36-47}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : " ").append(bounds[i]);
            if (bounds[i + 1] > bounds[i]) {
                text.append('-').append(bounds[i + 1]);
            }
        }
        return text.toString();
    }
}
