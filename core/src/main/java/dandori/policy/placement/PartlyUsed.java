package dandori.policy.placement;

/**
 * The cells some of whose nodes are free, by how many: a set of cells for each number, so that the
 * fullest cell that still holds a job is found by looking at the numbers from its own on.
 */
final class PartlyUsed {

    private final long[][] cells; // by number of free nodes: rows of bits
    private final long[][] anyIn; // the rows that hold any, as bits
    private final int[] count;

    PartlyUsed(int nodesPerCell, int rows) {
        cells = new long[nodesPerCell][rows]; // 0 is never used
        anyIn = new long[nodesPerCell][(rows + 63) / 64];
        count = new int[nodesPerCell];
    }

    void add(int free, int cell) {
        cells[free][cell >>> 6] |= 1L << cell;
        anyIn[free][cell >>> 12] |= 1L << (cell >>> 6);
        count[free]++;
    }

    void remove(int free, int cell) {
        long row = cells[free][cell >>> 6] &= ~(1L << cell);
        if (row == 0) {
            anyIn[free][cell >>> 12] &= ~(1L << (cell >>> 6));
        }
        count[free]--;
    }

    /**
     * The cell with the fewest free nodes, but at least so many; the lowest among equals; or -1.
     */
    int fullestWith(int nodes) {
        for (int free = nodes; free < count.length; free++) {
            if (count[free] > 0) {
                return lowest(free);
            }
        }
        return -1;
    }

    /** The cell with the most free nodes, the lowest among equals; or -1. */
    int emptiest() {
        for (int free = count.length - 1; free > 0; free--) {
            if (count[free] > 0) {
                return lowest(free);
            }
        }
        return -1;
    }

    private int lowest(int free) {
        int word = 0;
        while (anyIn[free][word] == 0) {
            word++;
        }
        int row = word << 6 | Long.numberOfTrailingZeros(anyIn[free][word]);
        return row << 6 | Long.numberOfTrailingZeros(cells[free][row]);
    }

    void copyFrom(PartlyUsed other) {
        for (int free = 1; free < count.length; free++) {
            if (count[free] > 0 || other.count[free] > 0) {
                System.arraycopy(other.cells[free], 0, cells[free], 0, cells[free].length);
                System.arraycopy(other.anyIn[free], 0, anyIn[free], 0, anyIn[free].length);
                count[free] = other.count[free];
            }
        }
    }
}
