package dandori.report;

/**
 * How large a difference is, in the words of a sentence.
 *
 * @param metric of what
 * @param difference the mean of the differences
 * @param halfWidth half of its interval; NaN for none
 */
record Amount(Metric metric, double difference, double halfWidth) {

    private Scale scale() {
        double largest = Math.max(Math.abs(difference), hasHalf() ? halfWidth : 0);
        return Scale.of(metric.kind(), largest);
    }

    private boolean hasHalf() {
        return Double.isFinite(halfWidth);
    }

    private Entry entry() {
        double factor = scale().factor();
        return Digits.entry(Math.abs(difference) / factor, halfWidth / factor, false, "");
    }

    private String unit() {
        String unit = metric.kind() == Metric.Kind.SHARE ? "points" : scale().unit();
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** {@code 5.4 h}. */
    String size() {
        return entry().whole() + entry().fraction() + unit();
    }

    /** {@code ± 1.1 h}; empty if there is no interval. */
    String plusMinus() {
        return hasHalf() ? "± " + entry().half() + entry().halfFraction() + unit() : "";
    }

    /** {@code −0.3 ± 0.5 points}. */
    String signed() {
        String digits = entry().whole() + entry().fraction();
        boolean isNothing = digits.chars().noneMatch(digit -> digit > '0' && digit <= '9');
        return (difference < 0 && !isNothing ? "−" : "")
                + digits
                + (hasHalf() ? " ± " + entry().half() + entry().halfFraction() : "")
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
