package dandori.trace.tcs;

import dandori.trace.LoggedJob;
import dandori.trace.lines.LogNumbers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of one job; of a key that is repeated, as for each node, the first counts.
 */
final class TcsBlock {

    private static final int KEYS_LIMIT = 1_000;
    private static final int KEY_LENGTH = 60;
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9 ()/_-]*");

    private final Map<String, String> values = new HashMap<>();

    /** The key of a line, in capitals as it must be; empty if it has none. */
    static String key(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > KEY_LENGTH) {
            return "";
        }
        String key = line.substring(0, colon).strip();
        return KEY.matcher(key).matches() ? key : "";
    }

    /** Takes a line with its key. */
    void add(String key, String line) {
        if (values.size() < KEYS_LIMIT) {
            values.putIfAbsent(key, line.substring(line.indexOf(':') + 1).strip());
        }
    }

    /** A value; null if it is not given, empty or a hyphen. */
    @Nullable String text(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() || value.equals("-") ? null : value;
    }

    /** A date without the mark that may follow it; null where it is only expected, in brackets. */
    @Nullable String date(String key) {
        String value = text(key);
        if (value == null || value.startsWith("(")) {
            return null;
        }
        int end = Math.min(value.length(), "2026/04/01 09:30:00".length());
        return value.substring(0, end).strip();
    }

    /** A time such as {@code 02:00:00 (7200)} in milliseconds; −1 if it is not given. */
    long spanMillis(String key) {
        String value = text(key);
        if (value == null) {
            return -1;
        }
        int blank = value.indexOf(' ');
        return LogNumbers.spanInMillis(blank < 0 ? value : value.substring(0, blank));
    }

    /** A number such as {@code 12}, {@code 12:2x3x2} or {@code 2x3x2}; −1 if it is not given. */
    long count(String key) {
        String value = text(key);
        if (value == null) {
            return -1;
        }
        String first = value.split("[: ]", 2)[0];
        long product = 1;
        for (String length : first.split("x", -1)) {
            long factor = LogNumbers.whole(length);
            if (factor < 0) {
                return -1;
            }
            product = factor > Integer.MAX_VALUE ? LoggedJob.BEYOND : product * factor;
            if (product > Integer.MAX_VALUE || product < 0) {
                return LoggedJob.BEYOND;
            }
        }
        return product;
    }
}
