package dandori.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A quantile of independent values and the interval that holds the true one, from two values of the
 * sample itself: no distribution is assumed.
 *
 * <p>How many of n values lie below the quantile p is binomial; the ranks are the largest l and the
 * least u with P(fewer than l below) and P(u or more below) each at most half of what the
 * confidence leaves (Conover, Practical Nonparametric Statistics, 3rd ed., 3.2). Too wide rather
 * than too narrow. The jobs of one run are not independent: of a run's p95, take that of several
 * runs and {@link StudentInterval}. Cost: O(n log n).
 *
 * @param value the quantile by nearest rank: the smallest value that at least p of the values do
 *     not exceed; NaN without values
 * @param low the lower end; negative infinity where there are too few values for one
 * @param high the upper end; infinity where there are too few values for one
 */
public record QuantileInterval(double value, double low, double high) {

    /**
     * The quantile and its 95 % interval.
     *
     * @param values independent values, none of them NaN
     * @param p which quantile, above 0 and below 1
     * @throws IllegalArgumentException if {@code p} is not between them
     */
    public static QuantileInterval of(double[] values, double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p (%s) must be above 0 and below 1.".formatted(p));
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        if (count == 0) {
            return new QuantileInterval(
                    Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double tail = (1 - StudentInterval.USUAL_CONFIDENCE) / 2;
        BinomialDistribution below = new BinomialDistribution(null, count, p);
        int low = below.inverseCumulativeProbability(tail); // P(≤ low) ≥ tail, P(≤ low - 1) < tail
        int high = below.inverseCumulativeProbability(1 - tail) + 1; // P(≥ high) ≤ tail
        int rank = Math.max(1, (int) Math.ceil(p * count));
        return new QuantileInterval(
                sorted[rank - 1],
                low < 1 ? Double.NEGATIVE_INFINITY : sorted[low - 1],
                high > count ? Double.POSITIVE_INFINITY : sorted[high - 1]);
    }
}
