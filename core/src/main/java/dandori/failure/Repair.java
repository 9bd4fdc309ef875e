package dandori.failure;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;

/** How long it takes until what has failed is in service again. */
public sealed interface Repair {

    /** The mean, in milliseconds. */
    double meanMillis();

    /** Draws one, in milliseconds. */
    double millis(UniformRandomProvider random);

    /**
     * Always the same.
     *
     * @param meanMillis how long; at least 0
     */
    record Fixed(double meanMillis) implements Repair {

        /** Checks the time. */
        public Fixed {
            Requirements.notNegative("meanMillis", meanMillis);
        }

        @Override
        public double millis(UniformRandomProvider random) {
            return meanMillis;
        }
    }

    /**
     * Exponential: most are short, and a repair that lasts is no nearer to its end.
     *
     * @param meanMillis the mean; positive
     */
    record Exponential(double meanMillis) implements Repair {

        /** Checks the mean. */
        public Exponential {
            Requirements.positive("meanMillis", meanMillis);
        }

        @Override
        public double millis(UniformRandomProvider random) {
            return meanMillis * Variates.exponential(random);
        }
    }

    /**
     * Log-normal: a reboot for most, days of waiting for parts for a few.
     *
     * <p>Schroeder and Gibson, "A large-scale study of failures in high-performance computing
     * systems", DSN 2006: repairs are well modelled so, with means of less than an hour to more
     * than a day.
     *
     * @param medianMillis half of the repairs take no longer; positive
     * @param p95Millis 95 % of them take no longer; at least the median
     */
    record LogNormal(double medianMillis, double p95Millis) implements Repair {

        private static final double Z95 =
                new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.95);

        /** Checks that the quantiles ascend. */
        public LogNormal {
            Requirements.positive("medianMillis", medianMillis);
            Requirements.positive("p95Millis", p95Millis);
            if (p95Millis < medianMillis) {
                throw new IllegalArgumentException(
                        "p95Millis (%s) must be at least the median, %s."
                                .formatted(p95Millis, medianMillis));
            }
        }

        /** The deviation of the logarithm. */
        public double sigma() {
            return StrictMath.log(p95Millis / medianMillis) / Z95;
        }

        @Override
        public double meanMillis() {
            return medianMillis * StrictMath.exp(sigma() * sigma() / 2);
        }

        @Override
        public double millis(UniformRandomProvider random) {
            return medianMillis * StrictMath.exp(sigma() * Variates.normal(random));
        }
    }
}
