package dandori.metric;

import java.util.Arrays;

/**
 * Values of one kind, some cut off at what is known of them: mean, exact quantiles and maximum.
 *
 * <p>Cost: 8 bytes a value and one sort; about 80 ns a value.
 */
final class Sample {

    private final double[] values;
    private int count;
    private double sum;
    private double leastCensored = Double.POSITIVE_INFINITY;
    private boolean sorted;

    Sample(int capacity) {
        values = new double[capacity];
    }

    void add(double value, boolean censored) {
        values[count++] = value;
        sum += value;
        if (censored) {
            leastCensored = Math.min(leastCensored, value);
        }
    }

    Figure mean() {
        return new Figure(sum / count, leastCensored < Double.POSITIVE_INFINITY);
    }

    /** The smallest value with at least the given share of all values at or below it (nearest rank). */
    Figure quantile(double share) {
        if (count == 0) {
            return new Figure(Double.NaN, false);
        }
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
        int rank = (int) Math.max(1, Math.ceil(share * count));
        double value = values[rank - 1];
        return new Figure(value, leastCensored <= value);
    }

    Figure max() {
        return quantile(1);
    }
}
