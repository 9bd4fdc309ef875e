package dandori.engine;

import java.util.Arrays;

/**
 * A merge sort of ints that is quick where they are nearly sorted; stable.
 *
 * <p>Cost: O(n) where next to nothing is out of place, else O(n · log n).
 */
public final class Sorting {

    private static final int FEW = 8;

    /** An order of ints. */
    public interface Precedence {

        /** Whether one must stand before the other. */
        boolean isBefore(int one, int other);
    }

    private Sorting() {}

    /** Sorts all values. */
    public static void sort(int[] values, Precedence precedence) {
        sort(values, 0, values.length, precedence);
    }

    private static void sort(int[] values, int from, int to, Precedence precedence) {
        if (to - from <= FEW) {
            insert(values, from, to, precedence);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(values, from, middle, precedence);
        sort(values, middle, to, precedence);
        if (!precedence.isBefore(values[middle], values[middle - 1])) {
            return;
        }
        int[] left = Arrays.copyOfRange(values, from, middle);
        int right = middle;
        int at = from;
        for (int next = 0; next < left.length; at++) {
            boolean isRight = right < to && precedence.isBefore(values[right], left[next]);
            values[at] = isRight ? values[right++] : left[next++];
        }
    }

    private static void insert(int[] values, int from, int to, Precedence precedence) {
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            while (at > from && precedence.isBefore(value, values[at - 1])) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
