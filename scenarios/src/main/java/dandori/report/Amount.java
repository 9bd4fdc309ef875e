package dandori.report;

import org.jspecify.annotations.Nullable;

/**
 * How large a difference is, in the words of a sentence.
 *
 * @param metric of what
 * @param difference the mean of the differences
 * @param halfWidth half of its interval; NaN for none
 */
record Amount(Metric metric, double difference, double halfWidth) {

    private static final int MOST_DECIMALS = 3;

    private Scale scale() {
        double largest = Math.max(Math.abs(difference), hasHalf() ? halfWidth : 0);
        return Scale.of(metric.kind(), largest);
    }

    private boolean hasHalf() {
        return Double.isFinite(halfWidth);
    }

    /** A number of the metric, both with two digits of the half width where there is one. */
    private String digits(double value) {
        double scaled = Math.abs(value) / scale().factor();
        double half = halfWidth / scale().factor();
        if (!(half > 0)) {
            return Digits.short3(scaled);
        }
        int decimals = 0;
        while (half < 9.95 && decimals < MOST_DECIMALS) {
            half *= 10;
            decimals++;
        }
        return Digits.plain(scaled, decimals);
    }

    /** Digits with the unit behind them. */
    private Told withUnit(String digits) {
        String unit = metric.kind() == Metric.Kind.SHARE ? "points" : scale().unit();
        return unit.isEmpty() ? Told.of("{0}", digits) : Told.of("{0} " + unit, digits);
    }

    /** {@code 5.4 h}. */
    Told size() {
        return withUnit(digits(difference));
    }

    /** {@code ± 1.1 h}; null if there is no interval. */
    @Nullable Told plusMinus() {
        return hasHalf() ? Told.of("± {0}", withUnit(digits(halfWidth))) : null;
    }

    /** {@code −0.3 ± 0.5 points}. */
    Told signed() {
        String digits = digits(difference);
        boolean isNothing = digits.chars().noneMatch(digit -> digit > '0' && digit <= '9');
        return withUnit(
                (difference < 0 && !isNothing ? "−" : "")
                        + digits
                        + (hasHalf() ? " ± " + digits(halfWidth) : ""));
    }

    /** {@code shorter}, {@code higher}, {@code fewer}, whatever suits the metric. */
    Told direction() {
        return Told.of(directionWord());
    }

    private String directionWord() {
        boolean isLess = difference < 0;
        return switch (metric.kind()) {
            case SECONDS -> isLess ? "shorter" : "longer";
            case SHARE, RATIO -> isLess ? "lower" : "higher";
            case COUNT -> isLess ? "fewer" : "more";
            case ENERGY, MASS, MONEY, NODE_HOURS -> isLess ? "less" : "more";
        };
    }
}
