package dandori.experiment;

import dandori.metric.Figure;
import dandori.statistics.Bootstrap;
import dandori.statistics.Resamples;
import dandori.statistics.StudentInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A figure over several runs that differ in their seeds.
 *
 * <p>The half width is that of {@link StudentInterval}, for independent runs; NaN for a single one.
 * Values that are NaN, where a run had nothing to measure, are left out of all but {@code values}.
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
        double[] known = known(values);
        StudentInterval interval = StudentInterval.of(known);
        return new Spread(
                values,
                figures.stream().anyMatch(Figure::atLeast),
                known.length,
                interval.mean(),
                interval.standardDeviation(),
                Arrays.stream(known).min().orElse(Double.NaN),
                Arrays.stream(known).max().orElse(Double.NaN),
                interval.halfWidth());
    }

    /** The same with another half width of the interval. */
    Spread withHalfWidth(double other) {
        return new Spread(values, atLeast, count, mean, standardDeviation, min, max, other);
    }

    /** The values that are not NaN. */
    public double[] known() {
        return known(values);
    }

    private static double[] known(List<Double> values) {
        return values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
    }

    /**
     * The interval of the bootstrap, where runs are many and their figures skewed.
     *
     * @param samples what it draws: the same for every figure
     */
    public Optional<Bootstrap> bootstrap(Resamples samples) {
        double[] known = known();
        return Bootstrap.suits(known)
                ? Optional.of(Bootstrap.ofMean(known, samples))
                : Optional.empty();
    }

    /**
     * What stands behind ± in reports: half of the 95 % interval, and of two runs, whose interval
     * is many times wider than what they differ by, half of their difference; NaN for a single one.
     */
    public double plusMinus() {
        return count == 2 ? (max - min) / 2 : halfWidth;
    }
}
