package dandori.experiment.inquiry;

import dandori.metric.Figure;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where the mean of a figure lies, by independent runs: mean ∓ t((1 + level) / 2, n − 1) · s / √n,
 * by Student, "The probable error of a mean", Biometrika 6(1), 1908. Runs without the figure are
 * left out.
 *
 * @param count of how many runs; 0: nothing is known, and the rest is NaN
 * @param mean the mean of the runs
 * @param low the lower end; minus infinity for a single run of several that differ
 * @param high the upper end
 * @param atLeast whether some run has only a lower bound of the figure
 */
public record Interval(int count, double mean, double low, double high, boolean atLeast) {

    /**
     * The interval of a figure.
     *
     * @param figures the figure of each run
     * @param level how sure it is; 0: it is the mean alone
     * @param isDrawn whether other seeds would give other runs; else a single run is all there is
     */
    public static Interval of(List<Figure> figures, double level, boolean isDrawn) {
        double[] known =
                figures.stream()
                        .mapToDouble(Figure::value)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        boolean atLeast = figures.stream().anyMatch(Figure::atLeast);
        if (known.length == 0) {
            return new Interval(0, Double.NaN, Double.NaN, Double.NaN, atLeast);
        }
        double mean = 0;
        for (double value : known) {
            mean += value / known.length;
        }
        double half = 0;
        if (level > 0 && known.length > 1) {
            double squares = 0;
            for (double value : known) {
                squares += (value - mean) * (value - mean);
            }
            double error = Math.sqrt(squares / (known.length - 1) / known.length);
            half = quantile((1 + level) / 2, known.length - 1) * error;
        } else if (level > 0 && isDrawn) {
            half = Double.POSITIVE_INFINITY;
        }
        return new Interval(known.length, mean, mean - half, mean + half, atLeast);
    }

    private static double quantile(double share, int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(share);
    }
}
