package dandori.catalogue;

/**
 * The declaration of a fact.
 *
 * @param name its key; with a dot where it stands one level deeper, as in {@code peak.fp64}
 * @param dimension what it is
 * @param least the least value allowed, in the base unit
 * @param most the largest value allowed
 * @param isRequired whether it must be given
 * @param sentence what it means
 */
public record FactKey(
        String name,
        Dimension dimension,
        double least,
        double most,
        boolean isRequired,
        String sentence) {

    /**
     * A fact that may be left out; where it is a number, it must not be negative, and where it is a
     * rate at which something works, or a latency, not 0 either.
     */
    public static FactKey of(String name, Dimension dimension, String sentence) {
        double least =
                switch (dimension) {
                    case BANDWIDTH, SPEED, FREQUENCY, LATENCY -> Double.MIN_VALUE;
                    default -> 0;
                };
        return new FactKey(name, dimension, least, Double.POSITIVE_INFINITY, false, sentence);
    }

    /** The same fact, which must be given. */
    public FactKey required() {
        return new FactKey(name, dimension, least, most, true, sentence);
    }

    /** The same fact with a least value. */
    public FactKey atLeast(double value) {
        return new FactKey(name, dimension, value, most, isRequired, sentence);
    }

    /** The same fact with a largest value. */
    public FactKey atMost(double value) {
        return new FactKey(name, dimension, least, value, isRequired, sentence);
    }
}
