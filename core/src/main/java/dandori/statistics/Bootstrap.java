package dandori.statistics;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The 95 % interval of the mean of independent values that are skewed, by drawing from them again
 * and again: it reaches farther where the long tail is, and never beyond what was seen.
 *
 * <p>Bias-corrected and accelerated (BCa; Efron, JASA 82(397), 1987): {@link #DRAWS} samples of n
 * out of n, acceleration from leaving out one value at a time. The draws are a function of the seed
 * alone. Of ten values it holds the truth even less often than Student's interval does, of {@link
 * #FEWEST} that are skewed a little more often (CoverageTest has the numbers). Cost: O(draws · n).
 *
 * @param low the lower end; NaN for fewer than two values
 * @param high the upper end; NaN for fewer than two values
 */
public record Bootstrap(double low, double high) {

    /** How many samples are drawn. */
    public static final int DRAWS = 2_000;

    /** Of fewer values Student's interval is the better one. */
    public static final int FEWEST = 20;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double TAIL = (1 - StudentInterval.USUAL_CONFIDENCE) / 2;

    /**
     * Whether the values are many and skewed, so that this interval says more than Student's:
     * {@link #FEWEST} or more, and the mean cube of how many standard deviations they are off the
     * mean is beyond 1 or -1.
     *
     * @param values none of them NaN
     */
    public static boolean suits(double... values) {
        int count = values.length;
        return count >= FEWEST
                && 6 * Math.abs(acceleration(values, StudentInterval.of(values).mean()))
                        > 1 / Math.sqrt(count);
    }

    /**
     * The interval of the mean.
     *
     * @param values independent values, none of them NaN
     * @param streams where the draws come from
     */
    public static Bootstrap ofMean(double[] values, RandomStreams streams) {
        if (values.length < 2) {
            return new Bootstrap(Double.NaN, Double.NaN);
        }
        double mean = StudentInterval.of(values).mean();
        double[] drawn = drawn(values, streams.stream("bootstrap", 0));
        double below = 0;
        for (double one : drawn) {
            below += one < mean ? 1 : one == mean ? 0.5 : 0;
        }
        if (below == 0 || below == DRAWS || drawn[0] == drawn[DRAWS - 1]) {
            return new Bootstrap(drawn[0], drawn[DRAWS - 1]);
        }
        double bias = NORMAL.inverseCumulativeProbability(below / DRAWS);
        double acceleration = acceleration(values, mean);
        double z = NORMAL.inverseCumulativeProbability(TAIL);
        return new Bootstrap(
                drawn[place(bias, acceleration, z)], drawn[place(bias, acceleration, -z)]);
    }

    private static double[] drawn(double[] values, UniformRandomProvider random) {
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    /** Of a mean, what leaving out one value changes is in proportion to how far off it is. */
    private static double acceleration(double[] values, double mean) {
        double cubes = 0;
        double squares = 0;
        for (double value : values) {
            double off = value - mean;
            cubes += off * off * off;
            squares += off * off;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static int place(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double share = NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
        return Math.min(DRAWS - 1, (int) (share * DRAWS));
    }
}
