package dandori.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The 95 % interval of the mean of independent values that are skewed, by drawing from them again
 * and again: it reaches farther where the long tail is, and never beyond what was seen.
 *
 * <p>Bias-corrected and accelerated (BCa; Efron, JASA 82(397), 1987): {@link Resamples#DRAWS}
 * samples of n out of n, acceleration from leaving out one value at a time. Of ten values it holds
 * the truth even less often than Student's interval does, of {@link #FEWEST} that are skewed a
 * little more often (CoverageTest has the numbers). Cost: O(draws · n).
 *
 * @param low the lower end; NaN for fewer than two values
 * @param high the upper end; NaN for fewer than two values
 */
public record Bootstrap(double low, double high) {

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
                && 6 * Math.abs(acceleration(values, StudentInterval.mean(values)))
                        > 1 / Math.sqrt(count);
    }

    /**
     * The interval of the mean.
     *
     * @param values independent values, none of them NaN
     * @param samples what is drawn; the same for all series that are told together
     */
    public static Bootstrap ofMean(double[] values, Resamples samples) {
        if (values.length < 2) {
            return new Bootstrap(Double.NaN, Double.NaN);
        }
        double mean = StudentInterval.mean(values);
        double[] drawn = samples.means(values);
        Arrays.sort(drawn);
        double below = 0;
        for (double one : drawn) {
            below += one < mean ? 1 : one == mean ? 0.5 : 0;
        }
        if (below == 0 || below == drawn.length || drawn[0] == drawn[drawn.length - 1]) {
            return new Bootstrap(drawn[0], drawn[drawn.length - 1]);
        }
        double bias = NORMAL.inverseCumulativeProbability(below / drawn.length);
        double acceleration = acceleration(values, mean);
        double z = NORMAL.inverseCumulativeProbability(TAIL);
        return new Bootstrap(
                drawn[place(bias, acceleration, z)], drawn[place(bias, acceleration, -z)]);
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
        return Math.min(Resamples.DRAWS - 1, (int) (share * Resamples.DRAWS));
    }
}
