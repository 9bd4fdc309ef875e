package dandori.policy.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options as they are where nobody gives any. */
public final class Defaults {

    private static final Map<String, Double> UNIT_MILLIS =
            Map.of("ms", 1.0, "s", 1e3, "min", 6e4, "h", 3.6e6, "d", 8.64e7, "w", 7 * 8.64e7);

    private Defaults() {}

    /**
     * The options of a part, each as its declaration says; one that must be given has its least
     * value, or 1 where that is not finite.
     */
    public static Options of(PartProvider<?> provider) {
        return of(provider.options());
    }

    /** The same of some options. */
    public static Options of(List<Option> options) {
        Map<String, Double> values = new LinkedHashMap<>();
        options.forEach(option -> values.put(option.name(), value(option)));
        return new Options(values);
    }

    private static double value(Option option) {
        String text = option.defaultText();
        if (text == null) {
            return Math.abs(option.least()) < 1e300 ? option.least() : 1;
        }
        return switch (option.kind()) {
            case COUNT -> text.equals("unlimited") ? Integer.MAX_VALUE : Double.parseDouble(text);
            case NUMBER -> Double.parseDouble(text);
            case DURATION -> millis(text);
            case FLAG -> Boolean.parseBoolean(text) ? 1 : 0;
        };
    }

    /** The milliseconds of one number with its unit, as defaults are written. */
    private static double millis(String text) {
        int unit = 0;
        while (unit < text.length() && !Character.isLetter(text.charAt(unit))) {
            unit++;
        }
        Double factor = UNIT_MILLIS.get(text.substring(unit));
        if (factor == null) {
            throw new IllegalArgumentException(
                    "The default '%s' is no number with a unit among ms, s, min, h, d, w."
                            .formatted(text));
        }
        return Double.parseDouble(text.substring(0, unit).strip()) * factor;
    }
}
