package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;

/** What is free of a pool and what has been lent besides. */
final class Foreseen extends Trial implements ShapedPlacement.Kept {

    private final Cells pool;
    private boolean isKept;

    Foreseen(BoxesInPool boxes, Cells pool, Tests tests) {
        super(boxes, pool.another(), tests);
        this.pool = pool;
    }

    @Override
    public void keep() {
        view.copyFrom(pool);
        isKept = true;
    }

    @Override
    public void drop() {
        isKept = false;
    }

    @Override
    public int lent() {
        return isKept ? view.free() - pool.free() : -1;
    }

    @Override
    public void lend(NodeSet nodes) {
        for (int i = 0; isKept && i < nodes.intervalCount(); i++) {
            int last = nodes.last(i);
            int node = nodes.first(i);
            while (node <= last) {
                int free = view.nextFree(node, last);
                int end = free < 0 ? last : free - 1;
                if (end >= node) {
                    view.give(node, end);
                }
                node = (free < 0 ? last : view.lastFree(free, last)) + 1;
            }
        }
    }

    /** Follows the pool. */
    void taken(NodeSet nodes) {
        if (isKept) {
            view.take(nodes);
        }
    }

    /** Follows the pool, in which nodes are free that may have been lent before. */
    void given(NodeSet nodes) {
        lend(nodes);
    }
}
