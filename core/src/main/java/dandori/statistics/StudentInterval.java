package dandori.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of independent values, such as a figure of runs that differ in their seeds, and the
 * interval that holds the true mean with a given confidence.
 *
 * <p>Half width = t((1 + confidence) / 2, n - 1) · s / √n ("Student", Biometrika 6(1), 1908). Exact
 * for normal values, close for means of many jobs; of strongly skewed values ten are too few (see
 * {@link Bootstrap}). Cost: O(n).
 *
 * @param count how many values there are
 * @param mean their mean; NaN without values
 * @param standardDeviation their standard deviation, by n - 1; NaN for fewer than two
 * @param halfWidth half the width of the interval; NaN for fewer than two values
 */
public record StudentInterval(int count, double mean, double standardDeviation, double halfWidth) {

    /** The confidence of intervals where nothing else is said. */
    public static final double USUAL_CONFIDENCE = 0.95;

    /** The 95 % interval of the mean of independent values, none of them NaN. */
    public static StudentInterval of(double... values) {
        return of(values, USUAL_CONFIDENCE);
    }

    /**
     * The interval of the mean of independent values, none of them NaN.
     *
     * @param confidence how often such intervals hold the true mean, above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public static StudentInterval of(double[] values, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence (%s) must be above 0 and below 1.".formatted(confidence));
        }
        int count = values.length;
        double mean = mean(values);
        if (count < 2) {
            return new StudentInterval(count, mean, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (count - 1));
        double t =
                new TDistribution(null, count - 1)
                        .inverseCumulativeProbability((1 + confidence) / 2);
        return new StudentInterval(count, mean, deviation, t * deviation / Math.sqrt(count));
    }

    /** The mean alone, which takes far less time than the interval. */
    static double mean(double... values) {
        return Arrays.stream(values).reduce(0, Double::sum) / values.length;
    }

    /** The lower end of the interval. */
    public double low() {
        return mean - halfWidth;
    }

    /** The upper end of the interval. */
    public double high() {
        return mean + halfWidth;
    }

    /** Whether a value lies in the interval, ends included; never where there is no interval. */
    public boolean holds(double value) {
        return low() <= value && value <= high();
    }

    /** The half width as a part of the mean's size; NaN without an interval or with a mean of 0. */
    public double relativeHalfWidth() {
        return mean == 0 ? Double.NaN : halfWidth / Math.abs(mean);
    }
}
