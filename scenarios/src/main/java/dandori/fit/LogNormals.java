package dandori.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A mixture of log-normal distributions, fitted by expectation and maximization (Dempster, Laird
 * and Rubin, Journal of the Royal Statistical Society B 39(1), 1977).
 *
 * @param weights of the parts; together 1
 * @param logMeans means of the natural logarithms
 * @param logDeviations standard deviations of the natural logarithms, above 0
 */
public record LogNormals(List<Double> weights, List<Double> logMeans, List<Double> logDeviations) {

    private static final int ROUNDS = 200;
    private static final int GRID = 1_000;
    private static final int DEVIATIONS = 6;
    private static final int PER_DEVIATION = 32;
    private static final double LEAST_DEVIATION = 0.02;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** Copies the lists, and checks that they are equally long. */
    public LogNormals {
        weights = List.copyOf(weights);
        logMeans = List.copyOf(logMeans);
        logDeviations = List.copyOf(logDeviations);
        if (weights.isEmpty()
                || weights.size() != logMeans.size()
                || weights.size() != logDeviations.size()) {
            throw new IllegalArgumentException(
                    "weights (%d), logMeans (%d) and logDeviations (%d) must be equally many, at least 1."
                            .formatted(weights.size(), logMeans.size(), logDeviations.size()));
        }
    }

    /**
     * The mixture that fits a sample, of which at most 1,000 quantiles are looked at. Cost: O(n log
     * n), and 200 rounds.
     *
     * @param sample above 0, not empty
     */
    static LogNormals of(double[] sample, int parts) {
        double[] x = grid(sample);
        int k = Math.min(parts, Math.max(1, x.length / 50));
        double[] weight = new double[k];
        double[] mean = new double[k];
        double[] deviation = new double[k];
        double all = deviation(x);
        for (int part = 0; part < k; part++) {
            weight[part] = 1.0 / k;
            mean[part] = x[(int) ((part + 0.5) / k * x.length)];
            deviation[part] = Math.max(LEAST_DEVIATION, all / k);
        }
        double[][] belongs = new double[k][x.length];
        for (int round = 0; round < ROUNDS; round++) {
            expect(x, weight, mean, deviation, belongs);
            maximize(x, weight, mean, deviation, belongs);
        }
        return new LogNormals(boxed(weight), boxed(mean), boxed(deviation));
    }

    private static double[] grid(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double[] x = new double[Math.min(GRID, sorted.length)];
        for (int i = 0; i < x.length; i++) {
            x[i] = StrictMath.log(sorted[(int) ((i + 0.5) / x.length * sorted.length)]);
        }
        return x;
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        double squares = 0;
        for (double one : x) {
            squares += (one - mean) * (one - mean);
        }
        return StrictMath.sqrt(squares / x.length);
    }

    private static void expect(
            double[] x, double[] weight, double[] mean, double[] deviation, double[][] belongs) {
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int part = 0; part < weight.length; part++) {
                double z = (x[i] - mean[part]) / deviation[part];
                belongs[part][i] = weight[part] / deviation[part] * StrictMath.exp(-z * z / 2);
                sum += belongs[part][i];
                if (z * z < least) {
                    least = z * z;
                    nearest = part;
                }
            }
            if (!(sum > 1e-300)) { // so far out that no density tells it from 0
                belongs[nearest][i] = 1;
                sum = 1;
            }
            for (int part = 0; part < weight.length; part++) {
                belongs[part][i] /= sum;
            }
        }
    }

    private static void maximize(
            double[] x, double[] weight, double[] mean, double[] deviation, double[][] belongs) {
        for (int part = 0; part < weight.length; part++) {
            double mass = 1e-12;
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                mass += belongs[part][i];
                sum += belongs[part][i] * x[i];
            }
            double middle = sum / mass;
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                squares += belongs[part][i] * (x[i] - middle) * (x[i] - middle);
            }
            weight[part] = Math.min(1, mass / x.length);
            mean[part] = middle;
            deviation[part] = Math.max(LEAST_DEVIATION, StrictMath.sqrt(squares / mass));
        }
    }

    private static List<Double> boxed(double[] values) {
        return new ArrayList<>(Arrays.stream(values).boxed().toList());
    }

    /**
     * The value for two numbers that are uniform in [0, 1).
     *
     * @param which tells the part
     * @param where tells the place in it
     */
    double draw(double which, double where) {
        int part = 0;
        double left = which - weights.get(0);
        while (left >= 0 && part < weights.size() - 1) {
            part++;
            left -= weights.get(part);
        }
        double z = normalQuantile(where);
        double log = logMeans.get(part) + logDeviations.get(part) * z;
        return Math.min(ModelSections.LONGEST_SECONDS, StrictMath.exp(log));
    }

    /** One value and how likely it is, over all points. */
    record Point(double value, double weight) {}

    /** Values at 32 places in each standard deviation of each part, cut as draws are. */
    Point[] points() {
        Point[] points = new Point[weights.size() * (2 * DEVIATIONS * PER_DEVIATION + 1)];
        int count = 0;
        for (int part = 0; part < weights.size(); part++) {
            for (int i = -DEVIATIONS * PER_DEVIATION; i <= DEVIATIONS * PER_DEVIATION; i++) {
                double z = (double) i / PER_DEVIATION;
                double log = logMeans.get(part) + logDeviations.get(part) * z;
                points[count++] =
                        new Point(
                                Math.min(ModelSections.LONGEST_SECONDS, StrictMath.exp(log)),
                                weights.get(part)
                                        * StrictMath.exp(-z * z / 2)
                                        / PER_DEVIATION
                                        / StrictMath.sqrt(2 * Math.PI));
            }
        }
        return points;
    }

    /** Of the standard normal distribution; cut at about 6 deviations. */
    private static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(Math.min(1 - 1e-9, Math.max(1e-9, p)));
    }
}
