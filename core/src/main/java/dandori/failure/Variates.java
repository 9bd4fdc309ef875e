package dandori.failure;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;

/** Random variates whose last bit is the same everywhere. */
final class Variates {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** Nothing comes later than in 73 million years, so that sums of spans stay sums. */
    static final long LAST = Long.MAX_VALUE / 4;

    private Variates() {}

    /** Uniform between 0 and 1, neither of which it ever is: 2⁵² midpoints. */
    static double uniform(UniformRandomProvider random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /** Exponential of mean 1. */
    static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(uniform(random));
    }

    /** Normal of mean 0 and deviation 1, by inversion: one uniform number each. */
    static double normal(UniformRandomProvider random) {
        return NORMAL.inverseCumulativeProbability(uniform(random));
    }

    /**
     * Gamma of scale 1 and a shape of at least 1.
     *
     * <p>Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3),
     * 2000: a transformed normal is kept with a probability above 0.95.
     */
    static double gamma(double shape, UniformRandomProvider random) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0
                    && StrictMath.log(uniform(random))
                            < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }

    /** A span in whole milliseconds, rounded up; cut at {@link #LAST}. */
    static long wholeMillis(double millis) {
        return (long) Math.min(Math.ceil(millis), LAST);
    }

    /** An instant in whole milliseconds; {@link Long#MAX_VALUE} if it lies beyond the last. */
    static long instantMillis(double millis) {
        return millis < LAST ? (long) Math.ceil(millis) : Long.MAX_VALUE;
    }
}
