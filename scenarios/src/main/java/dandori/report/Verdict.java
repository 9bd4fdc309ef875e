package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Spread;

/**
 * What the pairs of runs of two policies tell of a metric.
 *
 * @param metric the metric
 * @param pairs the differences
 */
record Verdict(Metric metric, Comparison pairs) {

    private static final double NOISE = 1e-12; // what sums of the same numbers may differ by

    /** How sure a difference is. */
    enum Sure {
        /** No pair has the figure. */
        NOTHING,
        /** All pairs are equal. */
        EQUAL,
        /** Chance is no likely cause, by three pairs or more; or every pair of two is so. */
        CLEAR,
        /** It may be chance. */
        UNCLEAR
    }

    /** How sure it is; of a single pair any difference counts as one. */
    Sure sure() {
        Spread spread = pairs.difference();
        if (spread.count() == 0) {
            return Sure.NOTHING;
        }
        double largest = Math.max(Math.abs(spread.min()), Math.abs(spread.max()));
        if (largest <= NOISE) {
            return Sure.EQUAL;
        }
        boolean isClear =
                switch (spread.count()) {
                    case 1 -> true;
                    case 2 -> spread.min() * spread.max() > 0;
                    default -> pairs.isLess() || pairs.isMore();
                };
        return isClear ? Sure.CLEAR : Sure.UNCLEAR;
    }

    /** Whether the policy is better, as surely as that is known. */
    boolean isBetter() {
        return sure() == Sure.CLEAR && gain() > 0;
    }

    /** Whether it is worse, as surely as that is known. */
    boolean isWorse() {
        return sure() == Sure.CLEAR && gain() < 0;
    }

    /** First those that are better, then those of which it is not known, then those worse. */
    int rank() {
        return isBetter() ? 0 : isWorse() ? 2 : 1;
    }

    /** Whether it is better in every pair, of two or more. */
    boolean isAheadInEachPair() {
        return metric.sense() == Metric.Sense.MORE
                ? pairs.isMoreInEveryPair()
                : pairs.isLessInEveryPair();
    }

    /** How much better it is on average, in the metric's unit; below 0 if it is worse. */
    double gain() {
        double mean = pairs.difference().mean();
        return metric.sense() == Metric.Sense.MORE ? mean : -mean;
    }

    /** How much it differs, in words; with the interval of three pairs or more. */
    Amount amount() {
        Spread spread = pairs.difference();
        double half = spread.count() > 2 ? spread.halfWidth() : Double.NaN;
        return new Amount(metric, spread.mean(), half);
    }

    /** {@code 5.4 h shorter (± 1.1 h)}. */
    Told words() {
        Amount amount = amount();
        Told half = amount.plusMinus();
        return Told.of(
                "{0} {1}{2}",
                amount.size(),
                amount.direction(),
                half == null ? Told.NOTHING : Told.of(" ({0})", half));
    }
}
