package dandori.policy.placement;

import dandori.interconnect.Box;
import java.util.List;

/**
 * What jobs that are placed alike have in common: a box of cells, in one or several positions, or
 * just so many nodes.
 *
 * @param nodes how many nodes such a job takes; more than the pool has if it never fits
 * @param boxes the boxes that do, in the order in which they are preferred; none where any nodes do
 * @param core the largest box that all of them hold; where it does not fit none does
 * @param onRacks whether they must begin where a rack begins
 */
record Form(int nodes, List<Box> boxes, Box core, boolean onRacks) {

    private static final Box NONE = new Box(1, 1, 1);

    /** Boxes. */
    static Form of(int nodes, List<Box> boxes, boolean onRacks) {
        Box core = boxes.stream().reduce(Box::common).orElse(NONE);
        return new Form(nodes, boxes, core, onRacks);
    }

    /** So many nodes, wherever they are. */
    static Form scattered(int nodes) {
        return of(nodes, List.of(), false);
    }

    boolean isScattered() {
        return boxes.isEmpty();
    }

    /**
     * Whether each of its boxes holds one of the other's, so that the other fits where this does.
     */
    boolean holds(Form other) {
        if (other.isScattered()) {
            return other.nodes <= nodes;
        }
        if (isScattered() || other.onRacks) {
            return false;
        }
        if (nodes < other.nodes) {
            return false;
        }
        for (int i = 0; i < boxes.size(); i++) {
            boolean holdsOne = false;
            for (int j = 0; j < other.boxes.size() && !holdsOne; j++) {
                holdsOne = boxes.get(i).holds(other.boxes.get(j));
            }
            if (!holdsOne) {
                return false;
            }
        }
        return true;
    }
}
