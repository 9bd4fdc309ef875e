package dandori.policy.placement;

/**
 * A set of numbers from 0 on, as bits, in which searches end where they are told to: in a {@link
 * java.util.BitSet} they go on to the next bit, however far.
 */
final class NodeBits {

    private final long[] words;

    NodeBits(int length) {
        words = new long[(length >>> 6) + 1];
    }

    boolean get(int bit) {
        return (words[bit >>> 6] >>> bit & 1) != 0;
    }

    /** Sets the bits from one to another, both included. */
    void set(int first, int last) {
        int word = first >>> 6;
        int lastWord = last >>> 6;
        long from = -1L << first;
        while (word < lastWord) {
            words[word++] |= from;
            from = -1;
        }
        words[word] |= from & -1L >>> ~last;
    }

    /** Clears the bits from one to another, both included. */
    void clear(int first, int last) {
        int word = first >>> 6;
        int lastWord = last >>> 6;
        long from = -1L << first;
        while (word < lastWord) {
            words[word++] &= ~from;
            from = -1;
        }
        words[word] &= ~(from & -1L >>> ~last);
    }

    /** The first bit from one to another that is set, or -1. */
    int nextSet(int first, int last) {
        return next(first, last, 0);
    }

    /** The first bit from one to another that is not set, or -1. */
    int nextClear(int first, int last) {
        return next(first, last, -1);
    }

    private int next(int first, int last, long flip) {
        if (first > last) {
            return -1;
        }
        int word = first >>> 6;
        int lastWord = last >>> 6;
        long bits = (words[word] ^ flip) & -1L << first;
        while (bits == 0 && word < lastWord) {
            bits = words[++word] ^ flip;
        }
        int found = word << 6 | Long.numberOfTrailingZeros(bits);
        return bits == 0 || found > last ? -1 : found;
    }

    void copyFrom(NodeBits other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }
}
