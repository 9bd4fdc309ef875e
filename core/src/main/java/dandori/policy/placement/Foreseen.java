package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import org.jspecify.annotations.Nullable;

/** What is free of a pool and what has been lent besides. */
final class Foreseen implements ShapedPlacement.Kept {

    private final BoxesInPool boxes;
    private final Cells pool;
    private final Cells view;
    private final Tests tests;
    private boolean isKept;

    Foreseen(BoxesInPool boxes, Cells pool, Tests tests) {
        this.boxes = boxes;
        this.pool = pool;
        this.tests = tests;
        view = pool.another();
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

    @Override
    public void give(NodeSet nodes) {
        view.give(nodes);
    }

    @Override
    public void take(NodeSet nodes) {
        view.take(nodes);
    }

    @Override
    public boolean fits(int form) {
        return boxes.fits(form, view, tests);
    }

    @Override
    public @Nullable NodeSet place(int form) {
        return boxes.place(form, view, tests);
    }
}
