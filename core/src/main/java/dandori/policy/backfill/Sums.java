package dandori.policy.backfill;

import java.util.Arrays;

/** Which sums some numbers can make, from 0 to a bound: a bit for each. */
final class Sums {

    private long[] words = new long[1];
    private int bound;

    /** Nothing has been added: the sum is 0. */
    void clear(int newBound) {
        bound = newBound;
        int length = (bound >> 6) + 1;
        if (words.length < length) {
            words = new long[2 * length];
        }
        Arrays.fill(words, 0, length, 0);
        words[0] = 1;
    }

    /** The same sums as of others. */
    void set(Sums others) {
        clear(others.bound);
        System.arraycopy(others.words, 0, words, 0, (bound >> 6) + 1);
    }

    /** Adds the sums that one number more can have a part in. O(bound / 64). */
    void add(int number) {
        int whole = number >> 6;
        int bits = number & 63;
        for (int word = bound >> 6; word >= whole; word--) {
            long low = words[word - whole] << bits;
            long high = bits > 0 && word > whole ? words[word - whole - 1] >>> 64 - bits : 0;
            words[word] |= low | high;
        }
        words[bound >> 6] &= -1L >>> 63 - (bound & 63);
    }

    /** Whether a sum can be made. */
    boolean has(int sum) {
        return sum >= 0 && sum <= bound && (words[sum >> 6] >>> sum & 1) > 0;
    }

    /** The smallest sum that is no less; -1 if there is none. */
    int next(int sum) {
        int last = bound >> 6;
        for (int word = sum >> 6; word <= last; word++) {
            long left = word == sum >> 6 ? words[word] & -1L << sum : words[word];
            if (left != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return -1;
    }

    /** The largest sum that is no more, which is at least 0. */
    int previous(int sum) {
        int from = Math.min(sum, bound);
        int word = from >> 6;
        long left = words[word] & -1L >>> 63 - (from & 63);
        while (left == 0) {
            left = words[--word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(left);
    }
}
