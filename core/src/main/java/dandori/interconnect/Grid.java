package dandori.interconnect;

/**
 * A grid of cells in three dimensions whose axes may close to rings.
 *
 * <p>A cell is at (x, y, z). Sets of cells are rows of bits: bit x of row {@code z * y() + y}, so
 * that one operation on a {@code long} handles a whole row; therefore x is at most 64 long. The
 * number of a cell is {@code row << 6 | x}.
 *
 * @param x cells along the first axis, 1 to 64
 * @param y cells along the second axis, at least 1
 * @param z cells along the third axis, at least 1
 * @param wrapsX whether the last cell along x is beside the first
 * @param wrapsY the same for y
 * @param wrapsZ the same for z
 */
public record Grid(int x, int y, int z, boolean wrapsX, boolean wrapsY, boolean wrapsZ) {

    /** Checks the lengths. */
    public Grid {
        if (x < 1 || x > 64 || y < 1 || z < 1 || Math.multiplyExact(y, z) > 1 << 24) {
            throw new IllegalArgumentException(
                    "A grid of %d x %d x %d cells cannot be: x must be 1 to 64, y and z at least 1."
                            .formatted(x, y, z));
        }
    }

    /** How many cells there are. */
    public int cells() {
        return x * y * z;
    }

    /** How many rows there are. */
    public int rows() {
        return y * z;
    }

    /** The row of the cells (…, y, z). */
    public int row(int atY, int atZ) {
        return atZ * y + atY;
    }

    /** The number of a cell. */
    public int cell(int atX, int atY, int atZ) {
        return row(atY, atZ) << 6 | atX;
    }

    /** A number above all those of cells. */
    public int cellLimit() {
        return rows() << 6;
    }

    /** How many cells there are along an axis, 0 to 2. */
    public int length(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /** Whether an axis, 0 to 2, closes to a ring. */
    public boolean wraps(int axis) {
        return axis == 0 ? wrapsX : axis == 1 ? wrapsY : wrapsZ;
    }

    /** A row all of whose cells are set. */
    public long fullRow() {
        return -1L >>> (64 - x);
    }

    /** Whether a box of that many cells along each axis has room in it. */
    public boolean holds(Box box) {
        return box.x() <= x && box.y() <= y && box.z() <= z;
    }

    /** The coordinate {@code by} (1 or -1) further on, or -1 behind a wall. */
    static int beside(int at, int by, int length, boolean wraps) {
        int next = at + by;
        if (next >= 0 && next < length) {
            return next;
        }
        return wraps ? (next < 0 ? length - 1 : 0) : -1;
    }
}
