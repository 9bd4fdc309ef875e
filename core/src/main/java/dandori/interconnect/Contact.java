package dandori.interconnect;

/**
 * The contact surface of a box: how many faces of its cells touch a wall of the grid or a cell that
 * is not free. The more, the less a box at that anchor breaks into free space.
 *
 * <p>Along an axis that wraps and that the box fills there is no face; where it leaves one plane
 * free, that plane touches both faces and counts twice. Cost of an anchor: dy·dz + 2 dy + 2 dz
 * rows.
 */
public final class Contact {

    private final Grid grid;
    private int best; // of the last search
    private int bestAnchor;

    /** Contact on such a grid. */
    public Contact(Grid grid) {
        this.grid = grid;
    }

    /** The most that any anchor of the box can have. */
    public int most(Box box) {
        int faces = 0;
        faces += grid.wrapsX() && box.x() == grid.x() ? 0 : 2 * box.y() * box.z();
        faces += grid.wrapsY() && box.y() == grid.y() ? 0 : 2 * box.x() * box.z();
        faces += grid.wrapsZ() && box.z() == grid.z() ? 0 : 2 * box.x() * box.y();
        return faces;
    }

    /**
     * Looks for the anchor with most contact, and among equals the one with the lowest number.
     *
     * @param free the free cells, in rows of the grid
     * @param anchors the anchors to choose among
     * @param above contact that must be exceeded
     * @return the anchor's number, or -1 if none exceeds that; {@link #found} is its contact
     */
    public int best(long[] free, long[] anchors, Box box, int above) {
        best = above;
        bestAnchor = -1;
        int most = most(box);
        for (int row = 0; row < anchors.length && best < most; row++) {
            for (long bits = anchors[row]; bits != 0 && best < most; bits &= bits - 1) {
                int anchor = row << 6 | Long.numberOfTrailingZeros(bits);
                int contact = of(free, box, anchor);
                if (contact > best) {
                    best = contact;
                    bestAnchor = anchor;
                }
            }
        }
        return bestAnchor;
    }

    /** The contact of what {@link #best} has found last. */
    public int found() {
        return best;
    }

    /** The contact of a box at an anchor. */
    public int of(long[] free, Box box, int anchor) {
        int x = anchor & 63;
        int row = anchor >>> 6;
        int y = row % grid.y();
        int z = row / grid.y();
        return endsOfX(free, box, x, y, z)
                + endsOfY(free, box, x, y, z)
                + endsOfZ(free, box, x, y, z);
    }

    private int endsOfX(long[] free, Box box, int x, int y, int z) {
        if (grid.wrapsX() && box.x() == grid.x()) {
            return 0;
        }
        int before = Grid.beside(x, -1, grid.x(), grid.wrapsX());
        int last = x + box.x() - 1;
        last -= last >= grid.x() ? grid.x() : 0;
        int behind = Grid.beside(last, 1, grid.x(), grid.wrapsX());
        int walls = (before < 0 ? 1 : 0) + (behind < 0 ? 1 : 0);
        long mask = (before < 0 ? 0 : 1L << before) | (behind < 0 ? 0 : 1L << behind);
        int touched = 0;
        int plane = z * grid.y();
        for (int i = 0; i < box.z(); i++) {
            int atY = y;
            for (int j = 0; j < box.y(); j++) {
                touched += Long.bitCount(~free[plane + atY] & mask);
                atY = atY + 1 == grid.y() ? 0 : atY + 1;
            }
            plane = plane + grid.y() == free.length ? 0 : plane + grid.y();
        }
        int twice = before == behind ? 2 : 1;
        return touched * twice + walls * box.y() * box.z();
    }

    private int endsOfY(long[] free, Box box, int x, int y, int z) {
        if (grid.wrapsY() && box.y() == grid.y()) {
            return 0;
        }
        int last = y + box.y() - 1;
        last -= last >= grid.y() ? grid.y() : 0;
        int before = Grid.beside(y, -1, grid.y(), grid.wrapsY());
        int behind = Grid.beside(last, 1, grid.y(), grid.wrapsY());
        int walls = (before < 0 ? 1 : 0) + (behind < 0 ? 1 : 0);
        long mask = span(x, box.x());
        int touched = walls * box.x() * box.z();
        int plane = z * grid.y();
        for (int i = 0; i < box.z(); i++) {
            touched += before < 0 ? 0 : Long.bitCount(~free[plane + before] & mask);
            touched += behind < 0 ? 0 : Long.bitCount(~free[plane + behind] & mask);
            plane = plane + grid.y() == free.length ? 0 : plane + grid.y();
        }
        return touched;
    }

    private int endsOfZ(long[] free, Box box, int x, int y, int z) {
        if (grid.wrapsZ() && box.z() == grid.z()) {
            return 0;
        }
        int last = z + box.z() - 1;
        last -= last >= grid.z() ? grid.z() : 0;
        int before = Grid.beside(z, -1, grid.z(), grid.wrapsZ());
        int behind = Grid.beside(last, 1, grid.z(), grid.wrapsZ());
        int walls = (before < 0 ? 1 : 0) + (behind < 0 ? 1 : 0);
        long mask = span(x, box.x());
        int touched = walls * box.x() * box.y();
        int atY = y;
        for (int j = 0; j < box.y(); j++) {
            touched += before < 0 ? 0 : Long.bitCount(~free[before * grid.y() + atY] & mask);
            touched += behind < 0 ? 0 : Long.bitCount(~free[behind * grid.y() + atY] & mask);
            atY = atY + 1 == grid.y() ? 0 : atY + 1;
        }
        return touched;
    }

    private long span(int x, int length) {
        return span(x, length, grid.x(), grid.fullRow());
    }

    /** So many bits from x on, going on at bit 0 behind the end of the row. */
    static long span(int x, int length, int rowLength, long fullRow) {
        long bits = -1L >>> (64 - length);
        int over = x + length - rowLength;
        return over <= 0 ? bits << x : (bits << x & fullRow) | bits >>> (length - over);
    }
}
