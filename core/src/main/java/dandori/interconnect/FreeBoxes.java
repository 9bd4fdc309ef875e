package dandori.interconnect;

import java.util.Arrays;

/**
 * Where boxes of free cells lie on a {@link Grid}.
 *
 * <p>An anchor of a box is the cell that would be its first along every axis, if all cells of the
 * box from there on are free; on an axis that wraps a box may go on across the end. All anchors are
 * found at once by bit-parallel doubling: where runs of L free cells begin is known, so where runs
 * of 2L begin is one AND of rows with rows shifted by L. Along x that is a shift of bits, along y
 * and z one of rows.
 *
 * <p>Cost: rows × (log dx + log dy + log dz) operations on {@code long}s, in loops that vectorize;
 * on 24 × 23 × 24 cells below 2 µs for any box. Not thread safe: it keeps its working rows.
 *
 * <p>Zhu, "Efficient processor allocation strategies for mesh-connected parallel computers", JPDC
 * 16, 1992, for bit maps of anchors; Choo, Yoo and Youn, "Processor scheduling and allocation for
 * 3D torus multicomputer systems", TPDS 11(5), 2000, for tori.
 */
public final class FreeBoxes {

    private static final Box CELL = new Box(1, 1, 1);

    private final Grid grid;
    private final int rows;
    private long[] here;
    private long[] there;

    /** Boxes on such a grid. */
    public FreeBoxes(Grid grid) {
        this.grid = grid;
        rows = grid.rows();
        here = new long[rows];
        there = new long[rows];
    }

    /**
     * All anchors of a box, as rows of bits. The rows are valid until the next call; the caller
     * must not write into them.
     *
     * @param free the free cells, in rows of the grid
     * @param box its lengths; where it is longer than the grid there are no anchors
     */
    public long[] anchors(long[] free, Box box) {
        return anchors(free, CELL, box);
    }

    /**
     * The same, where the anchors of a box that this one holds are known already: they are found
     * faster the larger that is.
     *
     * @param knownAnchors all anchors of {@code known}, in rows of the grid; not the rows that this
     *     has given
     * @param known a box that {@code box} holds
     */
    public long[] anchors(long[] knownAnchors, Box known, Box box) {
        if (!grid.holds(box)) {
            Arrays.fill(here, 0);
            return here;
        }
        System.arraycopy(knownAnchors, 0, here, 0, rows);
        for (int run = known.x(); run < box.x(); run += step(run, box.x())) {
            alongX(here, step(run, box.x()), grid.x(), grid.wrapsX());
        }
        for (int run = known.z(); run < box.z(); run += step(run, box.z())) {
            alongZ(here, there, step(run, box.z()) * grid.y(), grid.wrapsZ());
            swap();
        }
        if (known.y() < box.y() && !isAny(here)) {
            return here;
        }
        for (int run = known.y(); run < box.y(); run += step(run, box.y())) {
            alongY(here, there, step(run, box.y()), grid.y(), grid.wrapsY());
            swap();
        }
        return here;
    }

    /** Whether there is any anchor of a box. */
    public boolean any(long[] free, Box box) {
        return isAny(anchors(free, box));
    }

    /** Whether any bit is set. */
    public static boolean isAny(long[] rows) {
        long all = 0;
        for (int i = 0; i < rows.length; i++) {
            all |= rows[i];
        }
        return all != 0;
    }

    /** How many bits are set. */
    public static int count(long[] rows) {
        int count = 0;
        for (long row : rows) {
            count += Long.bitCount(row);
        }
        return count;
    }

    /** How far to shift where runs of the given length are known, and longer ones are wanted. */
    private static int step(int run, int wanted) {
        return Math.min(run, wanted - run);
    }

    private void swap() {
        long[] swapped = here;
        here = there;
        there = swapped;
    }

    private static void alongX(long[] rows, int by, int length, boolean wraps) {
        if (wraps) {
            int back = length - by;
            for (int i = 0; i < rows.length; i++) {
                long row = rows[i];
                rows[i] = row & (row >>> by | row << back);
            }
        } else {
            for (int i = 0; i < rows.length; i++) {
                long row = rows[i];
                rows[i] = row & row >>> by;
            }
        }
    }

    private static void alongZ(long[] from, long[] to, int by, boolean wraps) {
        int whole = from.length - by;
        for (int i = 0; i < whole; i++) {
            to[i] = from[i] & from[i + by];
        }
        if (wraps) {
            for (int i = 0; i < by; i++) {
                to[whole + i] = from[whole + i] & from[i];
            }
        } else {
            Arrays.fill(to, whole, from.length, 0);
        }
    }

    private static void alongY(long[] from, long[] to, int by, int length, boolean wraps) {
        int whole = from.length - by;
        for (int i = 0; i < whole; i++) { // right but for the last rows of each plane
            to[i] = from[i] & from[i + by];
        }
        int back = length - by;
        for (int plane = 0; plane < from.length; plane += length) {
            for (int i = plane + back; i < plane + length; i++) {
                to[i] = wraps ? from[i] & from[i - back] : 0;
            }
        }
    }
}
