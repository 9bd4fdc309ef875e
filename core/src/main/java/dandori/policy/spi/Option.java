package dandori.policy.spi;

import org.jspecify.annotations.Nullable;

/**
 * The declaration of an option of a part: from it come the checks, the JSON Schema and the
 * reference pages.
 *
 * @param name its key in scenario files
 * @param kind what its value is
 * @param defaultText its default as one would write it, or null if it must be given
 * @param least the least value allowed, in the kind's own unit (milliseconds for durations)
 * @param most the largest value allowed
 * @param sentence what it means
 */
public record Option(
        String name,
        Kind kind,
        @Nullable String defaultText,
        double least,
        double most,
        String sentence) {

    /** What the value of an option is. */
    public enum Kind {
        /** A whole number; {@code unlimited} stands for the largest. */
        COUNT,
        /** A real number. */
        NUMBER,
        /** A span of time with its unit, such as {@code 12h}. */
        DURATION,
        /** True or false. */
        FLAG
    }

    /** A whole number of at least 0. */
    public static Option count(String name, @Nullable String defaultText) {
        return new Option(name, Kind.COUNT, defaultText, 0, Integer.MAX_VALUE, "");
    }

    /** A real number. */
    public static Option number(String name, @Nullable String defaultText) {
        double none = Double.POSITIVE_INFINITY;
        return new Option(name, Kind.NUMBER, defaultText, -none, none, "");
    }

    /** A span of time of at least 0. */
    public static Option duration(String name, @Nullable String defaultText) {
        return new Option(name, Kind.DURATION, defaultText, 0, Long.MAX_VALUE, "");
    }

    /** True or false. */
    public static Option flag(String name, String defaultText) {
        return new Option(name, Kind.FLAG, defaultText, 0, 1, "");
    }

    /**
     * The same option with a least value above 0: 1 for counts, the smallest positive number for
     * others.
     */
    public Option positive() {
        return atLeast(kind == Kind.NUMBER ? Double.MIN_VALUE : 1);
    }

    /** The same option with a least value. */
    public Option atLeast(double value) {
        return new Option(name, kind, defaultText, value, most, sentence);
    }

    /** The same option with a largest value. */
    public Option atMost(double value) {
        return new Option(name, kind, defaultText, least, value, sentence);
    }

    /** The same option with its meaning. */
    public Option says(String meaning) {
        return new Option(name, kind, defaultText, least, most, meaning);
    }
}
