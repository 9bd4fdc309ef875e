package dandori.state;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import java.util.BitSet;

/**
 * Which nodes of a pool are free now, by their numbers on the machine.
 *
 * <p>A bit a node. Cost: O(nodes / 64) at worst to find the next free or busy node.
 */
public final class NodePool {

    private final BitSet free;
    private final BitSet outOfService = new BitSet();
    private final int firstNode;
    private final int nodes;
    private int freeCount;

    /** The nodes from {@code firstNode} on, so many, all of them free. */
    public NodePool(int firstNode, int nodes) {
        this.firstNode = firstNode;
        this.nodes = nodes;
        free = new BitSet(firstNode + nodes);
        free.set(firstNode, firstNode + nodes);
        freeCount = nodes;
    }

    /** A copy to try things on. */
    public NodePool(NodePool other) {
        firstNode = other.firstNode;
        nodes = other.nodes;
        free = (BitSet) other.free.clone();
        outOfService.or(other.outOfService);
        freeCount = other.freeCount;
    }

    /** The number of its first node. */
    public int firstNode() {
        return firstNode;
    }

    /** How many nodes there are. */
    public int nodes() {
        return nodes;
    }

    /** How many nodes are free. */
    public int freeCount() {
        return freeCount;
    }

    /** How many nodes are out of service. O(nodes / 64). */
    public int outOfServiceCount() {
        return outOfService.cardinality();
    }

    /** The first free node from {@code node} on, or -1. */
    public int nextFree(int node) {
        return free.nextSetBit(node);
    }

    /** The first node from {@code node} on that is not free, possibly the one behind the last. */
    public int nextBusy(int node) {
        return free.nextClearBit(node);
    }

    /** All free nodes. O(nodes / 64 + intervals). */
    public NodeSet freeSet() {
        return NodeSet.of(free);
    }

    /** Those of some nodes that are free. O(their number / 64 + intervals). */
    public NodeSet freeAmong(NodeSet some) {
        return some.and(free);
    }

    /**
     * The free nodes with the lowest numbers, so many; there must be so many. O(intervals taken).
     */
    public NodeSet firstFree(int count) {
        if (count > freeCount) {
            throw new IllegalStateException(
                    "%d nodes are asked for, but %d are free.".formatted(count, freeCount));
        }
        NodeSetBuilder set = new NodeSetBuilder();
        collectFree(firstNode, count, set);
        return set.build();
    }

    /** Whether a node is free. */
    public boolean isFree(int node) {
        return free.get(node);
    }

    /**
     * Adds the first free nodes from {@code node} on to a set, so many or as many as there are.
     * O(intervals added).
     *
     * @return the node behind the last one added; {@code node} if none was
     */
    public int collectFree(int node, int wanted, NodeSetBuilder into) {
        int missing = wanted;
        int end = node;
        while (missing > 0) {
            int first = free.nextSetBit(end);
            if (first < 0) {
                return end;
            }
            end = Math.min(free.nextClearBit(first), first + missing);
            into.add(first, end - 1);
            missing -= end - first;
        }
        return end;
    }

    /** Takes nodes, all of which must be free. */
    public void take(NodeSet set) {
        for (int i = 0; i < set.intervalCount(); i++) {
            if (free.nextClearBit(set.first(i)) <= set.last(i)) {
                throw new IllegalStateException("Not all of nodes " + set + " are free.");
            }
            free.clear(set.first(i), set.last(i) + 1);
        }
        freeCount -= set.size();
    }

    /** Gives nodes back, none of which may be free. */
    public void give(NodeSet set) {
        for (int i = 0; i < set.intervalCount(); i++) {
            int already = free.nextSetBit(set.first(i));
            if (already >= 0 && already <= set.last(i)) {
                throw new IllegalStateException("Node " + already + " is free already.");
            }
            free.set(set.first(i), set.last(i) + 1);
        }
        freeCount += set.size();
    }

    /** Notes that nodes which are not free are out of service as planned. */
    public void keepOut(NodeSet set) {
        for (int i = 0; i < set.intervalCount(); i++) {
            outOfService.set(set.first(i), set.last(i) + 1);
        }
    }

    /**
     * Takes free nodes with the highest numbers out of service (negative change), or puts the
     * lowest of those back. O(nodes / 64 + intervals).
     *
     * @return the nodes that have left or come back
     */
    public NodeSet changeService(int change) {
        BitSet changed = new BitSet();
        int end = firstNode + nodes;
        for (int left = -change; left > 0; ) {
            int last = free.previousSetBit(end - 1);
            end = Math.max(free.previousClearBit(last) + 1, last - left + 1);
            changed.set(end, last + 1);
            left -= last + 1 - end;
        }
        int begin = firstNode;
        for (int left = change; left > 0; ) {
            int first = outOfService.nextSetBit(begin);
            begin = Math.min(outOfService.nextClearBit(first), first + left);
            changed.set(first, begin);
            left -= begin - first;
        }
        free.andNot(changed);
        outOfService.andNot(changed);
        if (change < 0) {
            outOfService.or(changed);
        } else {
            free.or(changed);
        }
        freeCount += change;
        return NodeSet.of(changed);
    }
}
