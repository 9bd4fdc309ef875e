package dandori.failure;

/** What the figures of a failure model must satisfy, said in one form. */
final class Requirements {

    private Requirements() {}

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s (%s) must be above 0 and finite.".formatted(name, value));
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s (%s) must be at least 0 and finite.".formatted(name, value));
        }
        return value;
    }

    /** A mean time between failures, which may be infinite where nothing fails. */
    static double mtbf(double mtbfMillis) {
        if (!(mtbfMillis > 0)) {
            throw new IllegalArgumentException(
                    "mtbfMillis (%s) must be above 0.".formatted(mtbfMillis));
        }
        return mtbfMillis;
    }
}
