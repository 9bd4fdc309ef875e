package dandori.policy.spi;

import dandori.engine.Durations;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a part's options: checked, in the units of {@link Option.Kind}, defaults filled in.
 *
 * @param values numbers by option name; counts and durations (milliseconds) whole, flags 0 or 1
 */
public record Options(Map<String, Double> values) {

    /** No options. */
    public static final Options NONE = new Options(Map.of());

    /** Keeps the values in order of name. */
    public Options {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The value of a count; {@link Integer#MAX_VALUE} where it is unlimited. */
    public int count(String name) {
        return (int) number(name);
    }

    /** The value of a number. */
    public double number(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "There is no option '%s' among %s.".formatted(name, values.keySet()));
        }
        return value;
    }

    /** The value of a duration, in milliseconds. */
    public long millis(String name) {
        return (long) number(name);
    }

    /** The value of a duration, in hours. */
    public double hours(String name) {
        return number(name) / Durations.HOUR_MILLIS;
    }

    /** The value of a flag. */
    public boolean flag(String name) {
        return number(name) != 0;
    }
}
