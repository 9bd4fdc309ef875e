package dandori.policy.placement;

/**
 * What boxes on a torus are made of: nodes of the folded grid, units, or blocks of units that lie
 * where their lengths divide the coordinates.
 *
 * @param ofNodes whether it is a single node; its lengths are 1 then
 * @param x units along the first axis, at least 1
 * @param y units along the second axis, at least 1
 * @param z units along the third axis, at least 1
 */
public record Granule(boolean ofNodes, int x, int y, int z) {

    /** Single nodes. */
    public static final Granule NODE = new Granule(true, 1, 1, 1);

    /** Single units. */
    public static final Granule UNIT = new Granule(false, 1, 1, 1);

    /** Fugaku's shelves: 48 nodes in 1 × 1 × 4 units. */
    public static final Granule SHELF = new Granule(false, 1, 1, 4);

    /** Checks the lengths. */
    public Granule {
        if (x < 1 || y < 1 || z < 1 || (ofNodes && x * y * z > 1)) {
            throw new IllegalArgumentException(
                    "A block of %d x %d x %d units cannot be.".formatted(x, y, z));
        }
    }

    /** Its length along an axis. */
    int length(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }
}
