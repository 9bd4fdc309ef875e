package dandori.policy.placement;

import dandori.machine.NodeSet;

/** What is free of a pool and not reserved; kept only while something is reserved. */
final class Outside {

    private final Cells pool;
    private final Cells view;
    private final NodeBits reservedNodes; // less the first of the pool
    private final int firstNode;
    private NodeSet reserved = NodeSet.EMPTY;
    private boolean isKept;

    Outside(Cells pool) {
        this.pool = pool;
        firstNode = pool.map.firstNode;
        view = pool.another();
        reservedNodes = new NodeBits(pool.map.nodes);
    }

    /** The view: the pool itself where nothing is reserved. */
    Cells view() {
        return isKept ? view : pool;
    }

    void reserve(NodeSet set) {
        if (set.equals(reserved)) {
            return;
        }
        if (set.intervalCount() == 0) {
            isKept = false;
        } else if (isKept) {
            changeFree(reserved, false);
        } else {
            view.copyFrom(pool);
            isKept = true;
        }
        if (isKept) {
            changeFree(set, true);
        }
        for (int i = 0; i < reserved.intervalCount(); i++) {
            reservedNodes.clear(reserved.first(i) - firstNode, reserved.last(i) - firstNode);
        }
        for (int i = 0; i < set.intervalCount(); i++) {
            reservedNodes.set(set.first(i) - firstNode, set.last(i) - firstNode);
        }
        reserved = set;
    }

    /**
     * Takes those of a set's nodes that are free in the pool out of the view, or gives them back.
     */
    private void changeFree(NodeSet set, boolean takes) {
        for (int i = 0; i < set.intervalCount(); i++) {
            int last = set.last(i);
            int node = pool.nextFree(set.first(i), last);
            while (node >= 0) {
                int end = pool.lastFree(node, last);
                change(node, end, takes);
                node = pool.nextFree(end + 1, last);
            }
        }
    }

    /** Follows the pool. */
    void taken(NodeSet set) {
        follow(set, true);
    }

    /** Follows the pool. */
    void given(NodeSet set) {
        follow(set, false);
    }

    private void follow(NodeSet set, boolean takes) {
        if (!isKept) {
            return;
        }
        for (int i = 0; i < set.intervalCount(); i++) {
            int last = set.last(i) - firstNode;
            int node = set.first(i) - firstNode;
            while (node >= 0) {
                int next = reservedNodes.nextSet(node, last);
                int end = next < 0 ? last : next - 1;
                if (end >= node) {
                    change(node + firstNode, end + firstNode, takes);
                }
                node = next < 0 ? -1 : reservedNodes.nextClear(next, last);
            }
        }
    }

    private void change(int first, int last, boolean takes) {
        if (takes) {
            view.take(first, last);
        } else {
            view.give(first, last);
        }
    }
}
