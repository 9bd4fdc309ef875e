package dandori.fit;

/** How near drawn jobs are to a log. Everything that is judged is judged on these steps. */
public enum Fit {
    /** As near as one may hope for. */
    WELL,
    /** Near enough for a first answer. */
    FAIRLY,
    /** Too far to be relied on. */
    BADLY,
    /** It cannot be said: one of both has no spread. */
    UNKNOWN;

    /** The word that is printed. */
    public String word() {
        return switch (this) {
            case WELL -> "well";
            case FAIRLY -> "fairly";
            case BADLY -> "badly";
            case UNKNOWN -> "unknown";
        };
    }

    /** The step of a deviation: well up to one bound, fairly up to twice that; NaN is unknown. */
    static Fit of(double deviation, double bound) {
        double off = Math.abs(deviation);
        return Double.isNaN(off)
                ? UNKNOWN
                : off <= bound ? WELL : off <= 2 * bound ? FAIRLY : BADLY;
    }

    /** The worse of two; what is unknown says nothing. */
    Fit orWorse(Fit other) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return this == UNKNOWN ? other : this;
        }
        return compareTo(other) >= 0 ? this : other;
    }
}
