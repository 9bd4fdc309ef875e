package dandori.policy.placement;

import dandori.interconnect.Grid;

/**
 * Which wholly free cells have most neighbours that are not: of the six across their faces, walls
 * counted as such neighbours.
 *
 * <p>Rows of bits by number of such neighbours, 0 to 6, brought up to date where asked: a row that
 * has changed costs some 40 operations, and so do the four rows beside it.
 */
final class Surroundings {

    private static final int SIDES = 6;

    private final Grid grid;
    private final int[] beside; // four rows beside each; -1 for a wall
    private final long[] changed; // rows, as bits
    private final long[] stale; // those and the ones beside, while they are brought up to date
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
        changed = new long[words];
        stale = new long[words];
        for (int neighbours = 0; neighbours <= SIDES; neighbours++) {
            withNeighbours[neighbours] = new long[grid.rows()];
            anyIn[neighbours] = new long[words];
        }
        allChanged();
    }

    private int row(int y, int z) {
        return y < 0 || z < 0 ? -1 : grid.row(y, z);
    }

    private static int step(int at, int by, int length, boolean wraps) {
        int next = at + by;
        return next >= 0 && next < length ? next : wraps ? Math.floorMod(next, length) : -1;
    }

    /** Told that a row has changed. */
    void changed(int row) {
        changed[row >>> 6] |= 1L << row;
    }

    /** Told that every row may have changed. */
    void allChanged() {
        for (int row = 0; row < grid.rows(); row++) {
            changed(row);
        }
    }

    /**
     * The free cell with most such neighbours, the one with the lowest number among equals; or -1.
     */
    int tightest(long[] free) {
        refresh(free);
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

    private void refresh(long[] free) {
        for (int word = 0; word < changed.length; word++) {
            for (long bits = changed[word]; bits != 0; bits &= bits - 1) {
                int row = word << 6 | Long.numberOfTrailingZeros(bits);
                stale[word] |= Long.lowestOneBit(bits);
                for (int side = 4 * row; side < 4 * row + 4; side++) {
                    if (beside[side] >= 0) {
                        stale[beside[side] >>> 6] |= 1L << beside[side];
                    }
                }
            }
            changed[word] = 0;
        }
        for (int word = 0; word < stale.length; word++) {
            for (long bits = stale[word]; bits != 0; bits &= bits - 1) {
                refresh(free, word << 6 | Long.numberOfTrailingZeros(bits));
            }
            stale[word] = 0;
        }
    }

    /** Counts with three bits a cell: a full adder for each three sides, one for the carries. */
    private void refresh(long[] free, int row) {
        long cells = free[row];
        int last = grid.x() - 1;
        long full = grid.fullRow();
        long busy = ~cells & full;
        long down = busy << 1 | (grid.wrapsX() ? busy >>> last : 1);
        long up = busy >>> 1 | (grid.wrapsX() ? busy << last : 1L << last);
        long a = busyBeside(free, 4 * row);
        long b = busyBeside(free, 4 * row + 1);
        long c = busyBeside(free, 4 * row + 2);
        long d = busyBeside(free, 4 * row + 3);
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

    private long busyBeside(long[] free, int side) {
        return beside[side] < 0 ? -1 : ~free[beside[side]];
    }
}
