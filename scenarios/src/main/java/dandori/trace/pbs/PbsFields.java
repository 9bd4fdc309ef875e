package dandori.trace.pbs;

import dandori.trace.lines.LogNumbers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one record: {@code key=value} separated by blanks. A value in quotation marks
 * may hold blanks; one without them ends at the next blank that a key follows, the name of the job
 * where {@code queue=} follows.
 */
final class PbsFields {

    private static final int KEYS_IN_NAME = 100;

    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder lastValue = new StringBuilder();
    private String lastKey = "";
    private boolean isQuoteLeft = true; // one that closes a value
    private boolean isQueueLeft = true;

    private PbsFields() {}

    static PbsFields of(String text) {
        PbsFields fields = new PbsFields();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
            } else {
                at = fields.take(text, at);
            }
        }
        fields.endValue();
        return fields;
    }

    /** Takes the attribute at a place; returns the place behind it. */
    private int take(String text, int from) {
        int equals = keyEnd(text, from);
        if (equals < 0) {
            int end = blank(text, from);
            lastValue.append(' ').append(text, from, end);
            return end;
        }
        endValue();
        lastKey = text.substring(from, equals);
        int begin = equals + 1;
        int end = valueEnd(text, begin);
        boolean quoted =
                end - begin >= 2 && text.charAt(begin) == '"' && text.charAt(end - 1) == '"';
        int inside = quoted ? 1 : 0;
        lastValue.append(text, begin + inside, end - inside);
        return end;
    }

    private void endValue() {
        if (!lastKey.isEmpty()) {
            values.put(lastKey, lastValue.toString());
        }
        lastValue.setLength(0);
    }

    private int valueEnd(String text, int begin) {
        if (isQuoteLeft && begin < text.length() && text.charAt(begin) == '"') {
            for (int i = begin + 1; i < text.length(); i++) {
                boolean last = i + 1 == text.length() || text.charAt(i + 1) == ' ';
                if (text.charAt(i) == '"' && last) {
                    return i + 1;
                }
            }
            isQuoteLeft = false;
        }
        if (isQueueLeft && lastKey.equals("jobname")) {
            int queue = text.indexOf(" queue=", begin);
            if (queue >= 0) {
                return nameEnd(text, begin, queue);
            }
            isQueueLeft = false;
        }
        return blank(text, begin);
    }

    /**
     * Where the name of the job ends, {@code queue=} at the latest: before an attribute that stands
     * nowhere else in the record, which few write between the two.
     */
    private static int nameEnd(String text, int begin, int queue) {
        int at = blank(text, begin);
        for (int tries = 0; at < queue && tries < KEYS_IN_NAME; tries++) {
            int equals = keyEnd(text, at + 1);
            if (equals >= 0 && equals < queue) {
                String attribute = text.substring(at, equals + 1);
                boolean again = text.startsWith(attribute.substring(1));
                if (!again
                        && text.indexOf(attribute) == at
                        && text.indexOf(attribute, equals) < 0) {
                    return at;
                }
            }
            at = blank(text, at + 1);
        }
        return queue;
    }

    private static int blank(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ' ') {
            at++;
        }
        return at;
    }

    /** Where the equals sign of the key that begins at a place stands; −1 if there is no key. */
    private static int keyEnd(String text, int from) {
        if (!Character.isLetter(text.charAt(from))) {
            return -1;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                return i;
            }
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
                return -1;
            }
        }
        return -1;
    }

    @Nullable String text(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A whole number; −1 if it is not given. */
    long whole(String key) {
        return LogNumbers.whole(values.get(key));
    }

    /** Milliseconds since 1970; −1 if it is not given, or 0. */
    long instantMillis(String key) {
        long millis = LogNumbers.secondsInMillis(values.get(key));
        return millis > 0 ? millis : -1;
    }

    /** A span of time in milliseconds; −1 if it is not given. */
    long spanMillis(String key) {
        return LogNumbers.spanInMillis(values.get(key));
    }

    /** An amount of memory in kilobytes; −1 if it is not given. */
    long kilobytes(String key) {
        String value = values.get(key);
        if (value == null) {
            return -1;
        }
        int digits = 0;
        while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        long amount = LogNumbers.whole(value.substring(0, digits));
        if (amount < 0 || amount > Long.MAX_VALUE >> 40) {
            return -1;
        }
        return switch (value.substring(digits)) {
            case "b", "" -> amount >> 10;
            case "kb" -> amount;
            case "mb" -> amount << 10;
            case "gb" -> amount << 20;
            case "tb" -> amount << 30;
            default -> -1;
        };
    }

    /** Whether it was the last attribute. */
    boolean isLast(String key) {
        return lastKey.equals(key);
    }
}
