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

    private static final int HALVINGS = 60; // to the last bit, or nearly so

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

    /**
     * A time of those that are drawn in proportion to their length. Their logarithm is gamma
     * distributed, too, of scale s / (1 - s); its quantile is found by halving, since most draws
     * may be above the limit.
     *
     * @param u uniform in [0, 1)
     */
    double byLength(double u) {
        double wider = scale / (1 - scale);
        double wanted = u * Gamma.regularizedGammaP(shape, limit / wider);
        double low = 0;
        double high = limit;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Gamma.regularizedGammaP(shape, middle / wider) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp(high);
    }

    /** The mean of the time. */
    double mean() {
        return keptMean() / kept();
    }
}
