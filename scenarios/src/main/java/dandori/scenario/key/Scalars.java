package dandori.scenario.key;

import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns single values into what they must be, or says what is wrong with them. */
public final class Scalars {

    private static final Pattern NAME = Pattern.compile("[\\p{L}0-9][\\p{L}0-9_+-]{0,63}");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,3})?");

    /** The largest number that issues name; larger ones may be too large for a number. */
    private static final double LARGEST = 1e300;

    private static final int MANY = 16; // words, too many for a sentence

    private Scalars() {}

    /** Whether a name may be used for something of the user's own. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A text, whatever YAML takes it for; null if it is none. */
    public static @Nullable String text(Node node, Issues issues) {
        if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
            return scalar.text();
        }
        issues.add(node, "must be text, but is " + node.says() + ".", null);
        return null;
    }

    /** A name; null if it is none. */
    public static @Nullable String name(Node node, Issues issues) {
        if (node instanceof Scalar scalar && isName(scalar.text())) {
            return scalar.text();
        }
        issues.add(
                node,
                "must be a name of letters, digits, '-', '_' or '+', but is " + node.says() + ".",
                null);
        return null;
    }

    /** One of the words; null if it is none. */
    public static @Nullable String word(Node node, List<String> words, Issues issues) {
        if (node instanceof Scalar scalar && words.contains(scalar.text())) {
            return scalar.text();
        }
        String given = node instanceof Scalar scalar ? scalar.text() : "";
        if (words.size() > MANY) {
            issues.addUnknown(
                    node,
                    "is none of the words that are known here: " + node.says() + ".",
                    given,
                    words);
            return null;
        }
        String last = "'" + words.get(words.size() - 1) + "'";
        String others = "'" + String.join("', '", words.subList(0, words.size() - 1)) + "' or ";
        issues.add(
                node,
                "must be %s, but is %s."
                        .formatted(words.size() == 1 ? last : others + last, node.says()),
                NearestName.of(given, words).map(near -> "'" + near + "'.").orElse(null));
        return null;
    }

    /** A whole number, also written as {@code 6.8e9}; empty if it is none or out of range. */
    public static OptionalLong count(Node node, double least, double most, Issues issues) {
        BigDecimal value = decimal(node);
        if (value == null || value.stripTrailingZeros().scale() > 0 || isQuoted(node)) {
            issues.add(
                    node,
                    "must be a whole number, but is " + node.says() + ".",
                    unquoted(node, value));
            return OptionalLong.empty();
        }
        return inRange(node, value.doubleValue(), least, most, issues)
                ? OptionalLong.of(value.longValueExact())
                : OptionalLong.empty();
    }

    /** A number; empty if it is none or out of range. */
    public static OptionalDouble number(Node node, double least, double most, Issues issues) {
        BigDecimal value = decimal(node);
        if (value == null || isQuoted(node)) {
            issues.add(
                    node, "must be a number, but is " + node.says() + ".", unquoted(node, value));
            return OptionalDouble.empty();
        }
        return inRange(node, value.doubleValue(), least, most, issues)
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    /** A number from 0 to 1, also as per cent: {@code 20 %}; empty if it is none. */
    public static OptionalDouble fraction(Node node, Issues issues) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
        if (!NUMBER.matcher(number).matches()) {
            return number(node, 0, 1, issues);
        }
        double value = new BigDecimal(number).movePointLeft(2).doubleValue();
        if (value < 0 || value > 1) {
            issues.add(node, "must be from 0 % to 100 %, but is " + text + ".", null);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** A span of time in milliseconds; empty if it is none or out of range. */
    public static OptionalLong millis(Node node, double least, double most, Issues issues) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        OptionalLong millis = Units.millis(text);
        if (millis.isEmpty()) {
            boolean bare = decimal(node) != null;
            issues.add(
                    node,
                    "must be a duration with its unit, but is " + node.says() + ".",
                    bare && !text.startsWith("-")
                            ? "'" + text + "min'. Units: ms, s, min, h, d, w, y."
                            : "'30min'. Units: ms, s, min, h, d, w, y.");
            return millis;
        }
        if (millis.getAsLong() < least || millis.getAsLong() > most) {
            boolean low = millis.getAsLong() < least;
            issues.add(
                    node,
                    "must be at %s %s, but is %s."
                            .formatted(
                                    low ? "least" : "most",
                                    Units.duration((long) (low ? least : most)),
                                    text),
                    null);
            return OptionalLong.empty();
        }
        return millis;
    }

    /** A date with time and zone, in the form of ISO 8601; null if it is none. */
    public static @Nullable ZonedDateTime date(Node node, Issues issues) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.ISO_ZONED_DATE_TIME);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new DateTimeException("year");
            }
            return date;
        } catch (DateTimeParseException e) {
            issues.add(
                    node,
                    "must be a date with time and zone, but is " + node.says() + ".",
                    text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                            ? "'" + text + "T00:00+09:00', or 'Z' at the end for UTC."
                            : "'2026-04-01T00:00+09:00'.");
        } catch (DateTimeException e) {
            issues.add(
                    node,
                    "must be a date of the years 1 to 9999, but is " + node.says() + ".",
                    null);
        }
        return null;
    }

    /** True or false; null if it is neither. */
    public static @Nullable Boolean flag(Node node, Issues issues) {
        if (node instanceof Scalar scalar && scalar.type() == Scalar.Type.FLAG) {
            return Boolean.valueOf(scalar.text().toLowerCase(Locale.ROOT));
        }
        issues.add(
                node,
                "must be true or false, but is " + node.says() + ".",
                node instanceof Scalar scalar && scalar.text().matches("(?i)yes|on|no|off")
                        ? (scalar.text().matches("(?i)yes|on") ? "'true'." : "'false'.")
                        : null);
        return null;
    }

    /** A whole number of a seed; empty if it is none. */
    static OptionalInt seed(String text) {
        return text.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** A number as one writes it: without decimals where it is whole. */
    public static String plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean isOrdinary = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15;
        return value == 0
                ? "0"
                : isOrdinary
                        ? decimal.toPlainString()
                        : decimal.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean inRange(
            Node node, double value, double least, double most, Issues issues) {
        if (value >= least && value <= most && !Double.isInfinite(value)) {
            return true;
        }
        String bound =
                value < Math.max(least, -LARGEST)
                        ? (least == Double.MIN_VALUE
                                ? "above 0"
                                : "at least " + plain(Math.max(least, -LARGEST)))
                        : "at most " + plain(Math.min(most, LARGEST));
        issues.add(node, "must be %s, but is %s.".formatted(bound, node.says()), null);
        return false;
    }

    private static @Nullable BigDecimal decimal(Node node) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static boolean isQuoted(Node node) {
        return node instanceof Scalar scalar && scalar.type() == Scalar.Type.TEXT;
    }

    private static @Nullable String unquoted(Node node, @Nullable BigDecimal value) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        if (value != null && isQuoted(node)) {
            return text + ", without quotes.";
        }
        String plain = text.replace("_", "").replace(",", "").replace(" ", "");
        return !plain.equals(text) && NUMBER.matcher(plain).matches() ? plain + "." : null;
    }
}
