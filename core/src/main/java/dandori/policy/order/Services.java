package dandori.policy.order;

import java.util.Arrays;

/** The node milliseconds that jobs have had in all, sorted, with their sums. */
final class Services {

    private long[] sorted = new long[16];
    private long[] sum = new long[17]; // of those before a place
    private int count;

    /** One more is known. */
    void add(long nodeMillis) {
        int place = firstAbove(nodeMillis);
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
            sum = Arrays.copyOf(sum, 2 * count + 1);
        }
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = nodeMillis;
        count++;
        sumFrom(place);
    }

    /** One that is known is not so after all. */
    void remove(long nodeMillis) {
        int place = firstAbove(nodeMillis) - 1;
        System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
        count--;
        sumFrom(place);
    }

    private void sumFrom(int place) {
        for (int i = place; i < count; i++) {
            sum[i + 1] = sum[i] + sorted[i];
        }
    }

    /** The Gittins index of who has had so much, for a step of service. */
    double index(long attained, long delta) {
        int from = firstAbove(attained);
        if (from == count) {
            return 0;
        }
        int to = firstAbove(attained + delta);
        double cost = sum[to] - sum[from] + (double) delta * (count - to);
        return (to - from) / cost;
    }

    private int firstAbove(long nodeMillis) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > nodeMillis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
