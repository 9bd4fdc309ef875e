package dandori.web.machine;

/**
 * The longest stretch of free units along one axis, a bit a unit; the first of those that are
 * equally long. Where the axis wraps, a stretch may go on from the last to the first.
 */
final class FreeRow {

    private final int length;
    private final boolean wraps;
    private int first;
    private int longest;

    FreeRow(int length, boolean wraps) {
        this.length = length;
        this.wraps = wraps;
    }

    /** Looks for it in a row. Cost: O(stretches + words). */
    void look(long[] row) {
        first = 0;
        longest = 0;
        int head = next(row, 0, 0L);
        for (int at = next(row, 0, -1L); at < length; ) {
            int end = next(row, at, 0L);
            int its = end - at + (wraps && end == length && at > 0 ? head : 0);
            if (its > longest) {
                first = at;
                longest = its;
            }
            at = next(row, end, -1L);
        }
    }

    /** The next place that is free (-1), or is not (0); the length if there is none. */
    private int next(long[] row, int from, long wanted) {
        int at = from;
        while (at < length) {
            long its = ~(row[at / Long.SIZE] ^ wanted) >>> at;
            if (its != 0) {
                return Math.min(length, at + Long.numberOfTrailingZeros(its));
            }
            at = (at / Long.SIZE + 1) * Long.SIZE;
        }
        return length;
    }

    /** How long it is; 0 if nothing is free. */
    int longest() {
        return longest;
    }

    /** Where it begins. */
    int first() {
        return first;
    }
}
