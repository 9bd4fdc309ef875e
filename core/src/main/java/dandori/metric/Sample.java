package dandori.metric;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/**
 * Values of one kind, some cut off at what is known of them: mean, exact quantiles and maximum.
 *
 * <p>Cost: 8 bytes a value, and O(values) for each quantile, by selection.
 */
final class Sample {

    private static final KthSelector SELECTOR = new KthSelector();

    private double[] values; // the first `count` count
    private int count;
    private double sum;
    private double max = Double.NaN;
    private double leastCensored = Double.POSITIVE_INFINITY;

    Sample(int capacity) {
        values = new double[capacity];
    }

    void add(double value, boolean censored) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.max(64, 2 * count));
        }
        values[count++] = value;
        max = count == 1 ? value : Math.max(max, value);
        sum += value;
        if (censored) {
            leastCensored = Math.min(leastCensored, value);
        }
    }

    Figure mean() {
        return new Figure(sum / count, leastCensored < Double.POSITIVE_INFINITY);
    }

    /**
     * The smallest value with at least the given share of all values at or below it (nearest rank).
     */
    Figure quantile(double share) {
        if (count == 0) {
            return new Figure(Double.NaN, false);
        }
        if (count < values.length) {
            values = Arrays.copyOf(values, count); // the selection sees the whole array
        }
        int rank = (int) Math.max(1, Math.ceil(share * count));
        double value = SELECTOR.select(values, null, rank - 1);
        return new Figure(value, leastCensored <= value);
    }

    Figure max() {
        return new Figure(max, leastCensored <= max);
    }
}
