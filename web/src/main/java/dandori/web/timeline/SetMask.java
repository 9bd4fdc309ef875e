package dandori.web.timeline;

import java.util.function.IntPredicate;

/**
 * Which sets of nodes are worth a look, a bit for each place in {@link NodeSets}: many rows share a
 * set, and a bit is sooner read than its ranges.
 */
final class SetMask {

    /** All of them, without a look. */
    private static final SetMask ALL = new SetMask(new long[] {-1}, Integer.SIZE - 1);

    private final long[] words;
    private final int shift; // of a place, to that of its word

    private SetMask(long[] words, int shift) {
        this.words = words;
        this.shift = shift;
    }

    /**
     * Those that something holds of; all of them if there are so many sets, for so few rows, that
     * it is sooner asked of each row.
     *
     * @param rows how many will be looked at
     */
    static SetMask of(int[] packed, int packedEnd, long rows, IntPredicate isWorth) {
        if (packedEnd > rows) {
            return ALL;
        }
        long[] words = new long[(packedEnd >> 6) + 1];
        for (int set = 0; set < packedEnd; set += 1 + 2 * packed[set]) {
            if (isWorth.test(set)) {
                words[set >> 6] |= 1L << set;
            }
        }
        return new SetMask(words, 6);
    }

    /** 1 if a set is worth a look, else 0. */
    int bit(int set) {
        return (int) (words[set >>> shift] >>> set) & 1;
    }
}
