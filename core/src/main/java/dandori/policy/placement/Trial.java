package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import org.jspecify.annotations.Nullable;

/** A view of a pool in which nodes are given and taken only to see what would fit. */
class Trial implements ShapedPlacement.Scratch {

    final Cells view;
    private final BoxesInPool boxes;
    private final Tests tests;

    Trial(BoxesInPool boxes, Cells view, Tests tests) {
        this.boxes = boxes;
        this.view = view;
        this.tests = tests;
    }

    @Override
    public final void give(NodeSet nodes) {
        view.give(nodes);
    }

    @Override
    public final void take(NodeSet nodes) {
        view.take(nodes);
    }

    @Override
    public final boolean fits(int form) {
        return boxes.fits(form, view, tests);
    }

    @Override
    public final @Nullable NodeSet place(int form) {
        return boxes.place(form, view, tests);
    }
}
