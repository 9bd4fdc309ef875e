package dandori.report;

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

    private String unit() {
        String unit = metric.kind() == Metric.Kind.SHARE ? "points" : scale().unit();
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** {@code 5.4 h}. */
    String size() {
        return digits(difference) + unit();
    }

    /** {@code ± 1.1 h}; empty if there is no interval. */
    String plusMinus() {
        return hasHalf() ? "± " + digits(halfWidth) + unit() : "";
    }

    /** {@code −0.3 ± 0.5 points}. */
    String signed() {
        String digits = digits(difference);
        boolean isNothing = digits.chars().noneMatch(digit -> digit > '0' && digit <= '9');
        return (difference < 0 && !isNothing ? "−" : "")
                + digits
                + (hasHalf() ? " ± " + digits(halfWidth) : "")
                + unit();
    }

    /** {@code shorter}, {@code higher}, {@code fewer}, whatever suits the metric. */
    String direction() {
        boolean isLess = difference < 0;
        return switch (metric.kind()) {
            case SECONDS -> isLess ? "shorter" : "longer";
            case SHARE, RATIO -> isLess ? "lower" : "higher";
            case COUNT -> isLess ? "fewer" : "more";
            case ENERGY, MASS, MONEY, NODE_HOURS -> isLess ? "less" : "more";
        };
    }
}
