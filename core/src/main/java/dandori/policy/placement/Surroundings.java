package dandori.policy.placement;

import dandori.interconnect.Grid;
import java.util.Arrays;

/**
 * Which wholly free cells have most neighbours that are not: of the six across their faces, walls
 * counted as such neighbours.
 *
 * <p>Rows of bits by number of such neighbours, 0 to 6, brought up to date when asked: a look at
 * each row, some 40 operations for one that has changed, and as many for each of the four beside.
 */
final class Surroundings {

    private static final int SIDES = 6;

    private final Grid grid;
    private final int[] beside; // four rows beside each; -1 for a wall
    private final long[] seen; // the free cells when last looked at, in rows
    private final long[] stale; // rows whose numbers have to be counted again, as bits
    private final long[][] withNeighbours = new long[SIDES + 1][]; // free cells, by how many
    private final long[][] anyIn = new long[SIDES + 1][]; // rows that hold any such cell, as bits

    Surroundings(Grid grid) {
        this.grid = grid;
        beside = new int[4 * grid.rows()];
        for (int z = 0; z < grid.z(); z++) {
            for (int y = 0; y < grid.y(); y++) {
                int at = 4 * grid.row(y, z);
                beside[at] = row(step(y, -1, grid.y(), grid.wrapsY()), z);
                beside[at + 1] = row(step(y, 1, grid.y(), grid.wrapsY()), z);
                beside[at + 2] = row(y, step(z, -1, grid.z(), grid.wrapsZ()));
                beside[at + 3] = row(y, step(z, 1, grid.z(), grid.wrapsZ()));
            }
        }
        int words = (grid.rows() + 63) / 64;
        seen = new long[grid.rows()];
        stale = new long[words];
        for (int neighbours = 0; neighbours <= SIDES; neighbours++) {
            withNeighbours[neighbours] = new long[grid.rows()];
            anyIn[neighbours] = new long[words];
        }
        Arrays.fill(stale, -1);
        stale[words - 1] = -1L >>> -grid.rows();
    }

    private int row(int y, int z) {
        return y < 0 || z < 0 ? -1 : grid.row(y, z);
    }

    private static int step(int at, int by, int length, boolean wraps) {
        int next = at + by;
        return next >= 0 && next < length ? next : wraps ? Math.floorMod(next, length) : -1;
    }

    /** Looks for rows that have changed since it last did. */
    void look(long[] free) {
        for (int row = 0; row < seen.length; row++) {
            if (seen[row] != free[row]) {
                look(free, row);
            }
        }
    }

    /** Looks at one row, which has changed. */
    void look(long[] free, int row) {
        seen[row] = free[row];
        stale[row >>> 6] |= 1L << row;
        for (int side = 4 * row; side < 4 * row + 4; side++) {
            if (beside[side] >= 0) {
                stale[beside[side] >>> 6] |= 1L << beside[side];
            }
        }
    }

    /**
     * The free cell with most such neighbours, the one with the lowest number among equals, or -1;
     * by what it has seen last.
     */
    int tightest() {
        refresh();
        for (int neighbours = SIDES; neighbours >= 0; neighbours--) {
            long[] rows = anyIn[neighbours];
            for (int word = 0; word < rows.length; word++) {
                if (rows[word] != 0) {
                    int row = word << 6 | Long.numberOfTrailingZeros(rows[word]);
                    return row << 6 | Long.numberOfTrailingZeros(withNeighbours[neighbours][row]);
                }
            }
        }
        return -1;
    }

    private void refresh() {
        for (int word = 0; word < stale.length; word++) {
            for (long bits = stale[word]; bits != 0; bits &= bits - 1) {
                refresh(word << 6 | Long.numberOfTrailingZeros(bits));
            }
            stale[word] = 0;
        }
    }

    /** Counts with three bits a cell: a full adder for each three sides, one for the carries. */
    private void refresh(int row) {
        long cells = seen[row];
        int last = grid.x() - 1;
        long full = grid.fullRow();
        long busy = ~cells & full;
        long down = busy << 1 | (grid.wrapsX() ? busy >>> last : 1);
        long up = busy >>> 1 | (grid.wrapsX() ? busy << last : 1L << last);
        long a = busyBeside(4 * row);
        long b = busyBeside(4 * row + 1);
        long c = busyBeside(4 * row + 2);
        long d = busyBeside(4 * row + 3);
        long one = down ^ up ^ a;
        long carry = (down & up) | (a & (down ^ up));
        long other = b ^ c ^ d;
        long otherCarry = (b & c) | (d & (b ^ c));
        long low = one ^ other;
        long lowCarry = one & other;
        long middle = carry ^ otherCarry ^ lowCarry;
        long high = (carry & otherCarry) | (lowCarry & (carry ^ otherCarry));
        for (int neighbours = 0; neighbours <= SIDES; neighbours++) {
            long with =
                    cells
                            & ((neighbours & 1) == 0 ? ~low : low)
                            & ((neighbours & 2) == 0 ? ~middle : middle)
                            & ((neighbours & 4) == 0 ? ~high : high);
            withNeighbours[neighbours][row] = with;
            long bit = 1L << row;
            long[] rows = anyIn[neighbours];
            rows[row >>> 6] = with == 0 ? rows[row >>> 6] & ~bit : rows[row >>> 6] | bit;
        }
    }

    private long busyBeside(int side) {
        return beside[side] < 0 ? -1 : ~seen[beside[side]];
    }
}
