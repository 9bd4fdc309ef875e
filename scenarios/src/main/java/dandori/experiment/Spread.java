package dandori.experiment;

import dandori.metric.Figure;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A figure over several runs that differ in their seeds.
 *
 * <p>Half width = t(0.975, n - 1) · s / √n, the 95 % interval of the mean by Student (1908), for
 * independent runs; NaN for a single one. Values that are NaN, where a run had nothing to measure,
 * are left out of all but {@code values}.
 *
 * @param values the figure of each run, in order of the seeds; NaN where there is none
 * @param atLeast whether some of them are only known to be at least so much
 * @param count how many values there are that are not NaN
 * @param mean their mean
 * @param standardDeviation their standard deviation, by n - 1; NaN for a single one
 * @param min the smallest
 * @param max the largest
 * @param halfWidth half the width of the 95 % interval of the mean; NaN for a single one
 */
public record Spread(
        List<Double> values,
        boolean atLeast,
        int count,
        double mean,
        double standardDeviation,
        double min,
        double max,
        double halfWidth) {

    /** The spread of the figures of several runs. */
    public static Spread of(List<Figure> figures) {
        List<Double> values = figures.stream().map(Figure::value).toList();
        double[] known =
                values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
        boolean atLeast = figures.stream().anyMatch(Figure::atLeast);
        double mean = Arrays.stream(known).reduce(0, Double::sum) / known.length;
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        boolean isOne = known.length < 2;
        double deviation = isOne ? Double.NaN : Math.sqrt(squares / (known.length - 1));
        return new Spread(
                values,
                atLeast,
                known.length,
                mean,
                deviation,
                Arrays.stream(known).min().orElse(Double.NaN),
                Arrays.stream(known).max().orElse(Double.NaN),
                isOne
                        ? Double.NaN
                        : quantile(known.length - 1) * deviation / Math.sqrt(known.length));
    }

    /**
     * What stands behind ± in reports: half of the 95 % interval, and of two runs, whose interval
     * is many times wider than what they differ by, half of their difference; NaN for a single one.
     */
    public double plusMinus() {
        return count == 2 ? (max - min) / 2 : halfWidth;
    }

    /** The quantile 0.975 of Student's distribution. */
    private static double quantile(int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.975);
    }
}
