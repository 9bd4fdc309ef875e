package dandori.interconnect;

import java.util.Arrays;

/**
 * The anchors at which a box is stopped along most axes: where it cannot move on by one cell along
 * an axis, to one side at least, because a wall or a cell that is not free is in the way. In open
 * space that leaves a few corners of many places.
 *
 * <p>A box can move on where the next anchor is one too, so the anchors alone tell. Along a ring
 * that it fills a box is always stopped, and of the equal places there only the first is left.
 * Cost: some 30 operations a row that has anchors. Not thread safe: it keeps its rows.
 */
public final class Corners {

    private final Grid grid;
    private final long[][] stopped; // anchors, by along how many axes at least, less one

    /** Corners on such a grid. */
    public Corners(Grid grid) {
        this.grid = grid;
        stopped = new long[3][grid.rows()];
    }

    /**
     * Those of all anchors of a box at which it is stopped along most axes, as rows of bits, valid
     * until the next call. Where it is stopped nowhere, nothing is in contact with it anywhere, and
     * the first of them is left.
     */
    public long[] of(long[] anchors, Box box) {
        boolean ringX = grid.wrapsX() && box.x() == grid.x();
        boolean ringY = grid.wrapsY() && box.y() == grid.y();
        boolean ringZ = grid.wrapsZ() && box.z() == grid.z();
        for (long[] rows : stopped) {
            Arrays.fill(rows, 0);
        }
        long one = 0;
        long two = 0;
        long three = 0;
        int rowsToSee = ringZ ? grid.y() : anchors.length;
        for (int row = 0; row < rowsToSee; row++) {
            long at = ringX ? anchors[row] & 1 : anchors[row];
            if (at == 0 || (ringY && row % grid.y() > 0)) {
                continue;
            }
            long alongX = ringX ? -1 : ~movesX(anchors[row]);
            long alongY = ringY ? -1 : ~movesY(anchors, row);
            long alongZ = ringZ ? -1 : ~movesZ(anchors, row);
            stopped[0][row] = at & (alongX | alongY | alongZ);
            stopped[1][row] = at & ((alongX & alongY) | (alongZ & (alongX | alongY)));
            stopped[2][row] = at & alongX & alongY & alongZ;
            one |= stopped[0][row];
            two |= stopped[1][row];
            three |= stopped[2][row];
        }
        int most = three != 0 ? 3 : two != 0 ? 2 : one != 0 ? 1 : 0;
        int rings = (ringX ? 1 : 0) + (ringY ? 1 : 0) + (ringZ ? 1 : 0);
        if (most <= rings) { // nothing is in the way anywhere
            leaveFirst(anchors, stopped[0]);
            return stopped[0];
        }
        return stopped[most - 1];
    }

    private static void leaveFirst(long[] anchors, long[] left) {
        Arrays.fill(left, 0);
        for (int row = 0; row < anchors.length; row++) {
            if (anchors[row] != 0) {
                left[row] = Long.lowestOneBit(anchors[row]);
                return;
            }
        }
    }

    /** Where there are anchors to both sides. */
    private long movesX(long anchors) {
        int last = grid.x() - 1;
        long before = anchors << 1 | (grid.wrapsX() ? anchors >>> last : 0);
        long behind = anchors >>> 1 | (grid.wrapsX() ? anchors << last : 0);
        return before & behind;
    }

    private long movesY(long[] anchors, int row) {
        int y = row % grid.y();
        int before = Grid.beside(y, -1, grid.y(), grid.wrapsY());
        int behind = Grid.beside(y, 1, grid.y(), grid.wrapsY());
        return before < 0 || behind < 0 ? 0 : anchors[row - y + before] & anchors[row - y + behind];
    }

    private long movesZ(long[] anchors, int row) {
        int plane = grid.y();
        int before = row >= plane ? row - plane : row - plane + anchors.length;
        int behind = row + plane < anchors.length ? row + plane : row + plane - anchors.length;
        boolean isInside = row >= plane && row + plane < anchors.length;
        return isInside || grid.wrapsZ() ? anchors[before] & anchors[behind] : 0;
    }
}
