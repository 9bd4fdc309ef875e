package dandori.failure;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.rng.UniformRandomProvider;

/** How long a node lives from one repair to its next failure. */
public sealed interface Lifetime {

    /** The mean, in milliseconds. */
    double meanMillis();

    /** The same law with another mean, in milliseconds. */
    Lifetime withMean(double meanMillis);

    /** Draws a life from its beginning, in milliseconds. */
    double millis(UniformRandomProvider random);

    /**
     * Draws what is left of a life that one comes upon at a random instant, in milliseconds: the
     * age of nodes that have long been in service.
     */
    double remainingMillis(UniformRandomProvider random);

    /**
     * Lives without a memory: however old a node is, it fails at the same rate.
     *
     * @param meanMillis the mean time between failures of a node; positive
     */
    record Exponential(double meanMillis) implements Lifetime {

        /** Checks the mean. */
        public Exponential {
            Requirements.positive("meanMillis", meanMillis);
        }

        @Override
        public Lifetime withMean(double meanMillis) {
            return new Exponential(meanMillis);
        }

        @Override
        public double millis(UniformRandomProvider random) {
            return meanMillis * Variates.exponential(random);
        }

        @Override
        public double remainingMillis(UniformRandomProvider random) {
            return millis(random);
        }
    }

    /**
     * Lives by Weibull's law: below a shape of 1 the young fail most (infant mortality), above it
     * the old (wear); 1 is {@link Exponential}.
     *
     * <p>Schroeder and Gibson, "A large-scale study of failures in high-performance computing
     * systems", DSN 2006, found a falling rate in nine years of 20 systems.
     *
     * @param shape the exponent k of the survival function exp(-(t/λ)^k); at least 0.05
     * @param meanMillis the mean λ Γ(1 + 1/k); positive
     */
    record Weibull(double shape, double meanMillis) implements Lifetime {

        /** Checks shape and mean. */
        public Weibull {
            if (!(shape >= 0.05 && shape <= 100)) {
                throw new IllegalArgumentException(
                        "shape (%s) must be from 0.05 to 100.".formatted(shape));
            }
            Requirements.positive("meanMillis", meanMillis);
        }

        /** The scale λ, in milliseconds: 63 % of nodes do not live longer. */
        public double scaleMillis() {
            return meanMillis / Gamma.gamma(1 + 1 / shape);
        }

        @Override
        public Lifetime withMean(double meanMillis) {
            return new Weibull(shape, meanMillis);
        }

        @Override
        public double millis(UniformRandomProvider random) {
            return scaleMillis() * StrictMath.pow(Variates.exponential(random), 1 / shape);
        }

        /**
         * {@inheritDoc} A random instant meets long lives more often, in proportion to their
         * length: (t/λ)^k is then of gamma's law with shape 1 + 1/k, not exponential. It meets them
         * anywhere.
         */
        @Override
        public double remainingMillis(UniformRandomProvider random) {
            double met = StrictMath.pow(Variates.gamma(1 + 1 / shape, random), 1 / shape);
            return scaleMillis() * met * Variates.uniform(random);
        }
    }
}
