package dandori.state;

import dandori.machine.NodeSet;
import java.util.BitSet;

/**
 * Which nodes of a pool are free now, by number.
 *
 * <p>A bit a node. Cost: O(nodes / 64) at worst to find the next free or busy node.
 */
public final class NodePool {

    private final BitSet free;
    private final BitSet outOfService = new BitSet();
    private final int nodes;
    private int freeCount;

    /** A pool of which all nodes are free. */
    public NodePool(int nodes) {
        this.nodes = nodes;
        free = new BitSet(nodes);
        free.set(0, nodes);
        freeCount = nodes;
    }

    /** How many nodes there are. */
    public int nodes() {
        return nodes;
    }

    /** How many nodes are free. */
    public int freeCount() {
        return freeCount;
    }

    /** The first free node from {@code node} on, or -1. */
    public int nextFree(int node) {
        return free.nextSetBit(node);
    }

    /** The first node from {@code node} on that is not free, possibly {@link #nodes()}. */
    public int nextBusy(int node) {
        return free.nextClearBit(node);
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

    /**
     * Takes free nodes with the highest numbers out of service (negative change), or puts the
     * lowest of those back.
     */
    public void changeService(int change) {
        for (int i = change; i < 0; i++) {
            int node = free.previousSetBit(nodes - 1);
            free.clear(node);
            outOfService.set(node);
            freeCount--;
        }
        for (int i = 0; i < change; i++) {
            int node = outOfService.nextSetBit(0);
            outOfService.clear(node);
            free.set(node);
            freeCount++;
        }
    }
}
