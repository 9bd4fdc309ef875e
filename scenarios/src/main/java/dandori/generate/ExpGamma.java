package dandori.generate;

import org.apache.commons.math3.special.Gamma;

/**
 * A time whose natural logarithm is gamma distributed and at most a limit: what is above is drawn
 * again.
 *
 * @param shape of the gamma distribution, above 0
 * @param scale of it, above 0 and below 1, so that the time has a mean
 * @param limit the largest logarithm
 */
record ExpGamma(double shape, double scale, double limit) {

    /** The probability that a draw is not above the limit. */
    double kept() {
        return Gamma.regularizedGammaP(shape, limit / scale);
    }

    /**
     * The mean of the time, where a draw above the limit counts as 0: the density times e^x is that
     * of a gamma distribution of scale s / (1 - s), times (1 - s)^-shape.
     */
    double keptMean() {
        double factor = StrictMath.exp(-shape * StrictMath.log(1 - scale));
        return factor * Gamma.regularizedGammaP(shape, limit * (1 - scale) / scale);
    }

    /** The mean of the time. */
    double mean() {
        return keptMean() / kept();
    }
}
