package dandori.interconnect;

/**
 * The grid of single nodes that a torus of units shows to jobs: outer axis i and axis i of the unit
 * become one, so X, Y, Z and a, b, c of Fugaku become 48 × 69 × 48. Outer axes without a partner
 * stay as they are.
 *
 * <p>Positions run through a unit upwards where the outer coordinate is even and downwards where it
 * is odd, so that successive positions are neighbours by cable, inside a unit and from unit to
 * unit. The last and the first position of an axis need not be. Fujitsu Software Technical
 * Computing Suite, Job Operation Software manuals: a job's shape is given in nodes, and an axis of
 * it is an outer axis times one of the unit.
 *
 * <p>Immutable; all methods O(axes).
 */
public final class FoldedGrid {

    private final Torus torus;
    private final int outer; // axes that are not the unit's

    FoldedGrid(Torus torus) {
        this.torus = torus;
        outer = torus.axes().size() - torus.unitAxes();
    }

    /** How many axes it has. */
    public int axes() {
        return outer;
    }

    /** How many positions an axis has. */
    public int length(int axis) {
        return torus.axes().get(axis).length() * inner(axis);
    }

    /** The position of a node along an axis. */
    public int position(int node, int axis) {
        int unit = torus.coordinate(node, axis);
        int inner = inner(axis);
        int inside = inner == 1 ? 0 : torus.coordinate(node, outer + axis);
        return unit * inner + turned(unit, inside, inner);
    }

    /** The node at the given positions, one for each axis. */
    public int node(int... positions) {
        if (positions.length != outer) {
            throw new IllegalArgumentException(
                    "A node of this grid has %d positions, not %d."
                            .formatted(outer, positions.length));
        }
        int[] coordinates = new int[torus.axes().size()];
        for (int axis = 0; axis < outer; axis++) {
            int inner = inner(axis);
            int unit = positions[axis] / inner;
            coordinates[axis] = unit;
            Requirements.within(length(axis), torus.axes().get(axis).name(), positions[axis]);
            if (axis < torus.unitAxes()) {
                coordinates[outer + axis] = turned(unit, positions[axis] % inner, inner);
            }
        }
        return torus.node(coordinates);
    }

    private int inner(int axis) {
        return axis < torus.unitAxes() ? torus.axes().get(outer + axis).length() : 1;
    }

    private static int turned(int unit, int inside, int inner) {
        return unit % 2 == 0 ? inside : inner - 1 - inside;
    }
}
