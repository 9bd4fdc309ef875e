package dandori.wait;

import java.util.Arrays;

/**
 * A number that changes now and then, with the instants at which it did. Twelve bytes a change; the
 * value at an instant in O(log changes).
 */
public final class Timeline {

    private long[] fromMillis = new long[4]; // ascending
    private int[] value = new int[4]; // from then on; no two neighbours are equal
    private int count;

    /** Nothing yet. */
    public Timeline() {}

    /** A value that has always been. */
    static Timeline of(int value) {
        Timeline timeline = new Timeline();
        timeline.set(Long.MIN_VALUE, value);
        return timeline;
    }

    /**
     * The value from an instant on, which is not before the last; what was set for the same instant
     * before is forgotten.
     */
    public void set(long atMillis, int newValue) {
        if (count > 0 && fromMillis[count - 1] == atMillis) {
            count--;
        }
        if (count > 0 && value[count - 1] == newValue) {
            return;
        }
        if (count == value.length) {
            fromMillis = Arrays.copyOf(fromMillis, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
        }
        fromMillis[count] = atMillis;
        value[count++] = newValue;
    }

    /** How many changes there are. */
    int count() {
        return count;
    }

    /** The last change that is not after an instant; -1 if all are. */
    int placeAt(long millis) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fromMillis[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** When the change after one comes; {@link Long#MAX_VALUE} if none does. */
    long endMillis(int place) {
        return place + 1 < count ? fromMillis[place + 1] : Long.MAX_VALUE;
    }

    /** The value from a change on; a default before the first. */
    int value(int place, int before) {
        return place < 0 ? before : value[place];
    }
}
