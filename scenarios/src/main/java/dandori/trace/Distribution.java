package dandori.trace;

import java.util.Arrays;

/**
 * How a quantity is spread over the jobs of a trace; quantiles are exact, by nearest rank.
 *
 * @param quantity what it is, in words
 * @param unit the unit of all its figures but {@code count}: s, %, or empty for numbers of units
 * @param count how many jobs have a value
 * @param min the smallest
 * @param p10 a tenth of the jobs have no more
 * @param median half of the jobs have no more
 * @param p90 nine tenths have no more
 * @param p99 all but a hundredth have no more
 * @param max the largest
 * @param mean the arithmetic mean
 */
public record Distribution(
        String quantity,
        String unit,
        int count,
        double min,
        double p10,
        double median,
        double p90,
        double p99,
        double max,
        double mean) {

    /** The spread of the given values, which are sorted in place; there is at least one. */
    static Distribution of(String quantity, String unit, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        Arrays.sort(values);
        return new Distribution(
                quantity,
                unit,
                values.length,
                values[0],
                quantile(values, 10),
                quantile(values, 50),
                quantile(values, 90),
                quantile(values, 99),
                values[values.length - 1],
                sum / values.length);
    }

    private static double quantile(double[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) Math.max(rank, 1) - 1];
    }
}
