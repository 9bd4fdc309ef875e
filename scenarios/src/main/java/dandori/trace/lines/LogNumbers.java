package dandori.trace.lines;

import dandori.trace.LoggedJob;
import org.jspecify.annotations.Nullable;

/** Reads numbers and spans of time as logs write them; −1 is what is none. */
public final class LogNumbers {

    private static final int DIGITS = 18;
    private static final long SECONDS_LIMIT = LoggedJob.BEYOND / 10_000;

    private LogNumbers() {}

    /**
     * A whole number of 0 or more; decimals are cut off.
     *
     * @return −1 if it is none, {@link LoggedJob#BEYOND} if it has more than 18 digits
     */
    public static long whole(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        long value = 0;
        int at = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = at < DIGITS ? 10 * value + text.charAt(at) - '0' : LoggedJob.BEYOND;
            at++;
        }
        boolean rest = at < text.length() && !isDecimals(text, at);
        return at == 0 || rest ? -1 : value;
    }

    /** A number of seconds, with decimals if need be, in milliseconds; −1 if it is none. */
    public static long secondsInMillis(@Nullable String text) {
        long seconds = whole(text);
        if (text == null || seconds < 0) {
            return -1;
        }
        return seconds > SECONDS_LIMIT
                ? LoggedJob.BEYOND
                : 1_000 * seconds + thousandths(text, text.indexOf('.'));
    }

    /**
     * A span of time in milliseconds: {@code [[[days:]hours:]minutes:]seconds}, with decimals if
     * need be; −1 if it is none.
     */
    public static long spanInMillis(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        String[] parts = text.split(":", -1);
        long seconds = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = whole(parts[i]);
            if (part < 0 || parts.length > 4) {
                return -1;
            }
            boolean hours = i == 1 && parts.length == 4;
            seconds = seconds * (hours ? 24 : 60) + part;
            if (part > SECONDS_LIMIT || seconds > SECONDS_LIMIT) {
                return LoggedJob.BEYOND;
            }
        }
        return 1_000 * seconds + thousandths(text, text.indexOf('.'));
    }

    private static boolean isDecimals(String text, int point) {
        boolean only = text.charAt(point) == '.';
        for (int i = point + 1; i < text.length(); i++) {
            only &= isDigit(text.charAt(i));
        }
        return only;
    }

    private static long thousandths(String text, int point) {
        long value = 0;
        for (int i = 1; point >= 0 && i <= 3; i++) {
            int digit = point + i < text.length() ? text.charAt(point + i) - '0' : 0;
            value = 10 * value + digit;
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
