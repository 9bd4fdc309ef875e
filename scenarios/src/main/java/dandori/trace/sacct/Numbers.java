package dandori.trace.sacct;

import dandori.trace.LoggedJob;
import java.nio.charset.StandardCharsets;

/** Reads single numbers as sacct writes them; −1 is what is none. */
final class Numbers {

    private static final String UNITS = "KMGTPE";
    private static final int DIGITS = 15;
    private static final long MOST_SECONDS = LoggedJob.BEYOND / 10_000;
    private static final long MOST_DAYS = MOST_SECONDS / 86_400;

    private Numbers() {}

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether nothing is said there: nothing, Unknown, None, N/A, INVALID. */
    static boolean isUnknown(byte[] bytes, int from, int to) {
        if (from < to && isDigit(bytes[from])) {
            return false; // nearly always
        }
        return from >= to
                || is("Unknown", bytes, from, to)
                || is("None", bytes, from, to)
                || is("None assigned", bytes, from, to)
                || is("N/A", bytes, from, to)
                || is("INVALID", bytes, from, to);
    }

    /** Whether a word stands there that stands for a time limit or a count. */
    static boolean isWordOfLimits(byte[] bytes, int from, int to) {
        return isUnlimited(bytes, from, to) || isUnknown(bytes, from, to);
    }

    /** Whether it is said that there is no time limit of the job's own. */
    static boolean isUnlimited(byte[] bytes, int from, int to) {
        return is("UNLIMITED", bytes, from, to) || is("Partition_Limit", bytes, from, to);
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        return to - from == word.length()
                && (bytes[from] | 32) == (word.charAt(0) | 32)
                && new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(word);
    }

    /** A whole number of at most 15 digits. */
    static long whole(byte[] bytes, int from, int to) {
        long value = 0;
        for (int p = from; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return from < to && to - from <= DIGITS ? value : -1;
    }

    /**
     * A count that may have a unit of 1,024 and its powers, {@code 16K}; rounded to a whole one.
     * What follows the unit ({@code 4Gn}) is passed over.
     */
    static long count(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && isDigit(bytes[p])) {
            p++;
        }
        long value = whole(bytes, from, p);
        if (p == to || p == from) {
            return p == to ? value : -1;
        }
        double part = 0;
        if (bytes[p] == '.') {
            double scale = 0.1;
            for (p++; p < to && isDigit(bytes[p]); p++) {
                part += scale * (bytes[p] - '0');
                scale /= 10;
            }
        }
        int unit = p < to ? UNITS.indexOf(bytes[p]) : -1;
        double scaled = (value + part) * (1L << 10 * (unit + 1));
        return value < 0 || scaled >= 1e18 ? -1 : Math.round(scaled);
    }

    /** Whether a count has decimals, so that it was rounded when it was written. */
    static boolean isRounded(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            if (bytes[p] == '.') {
                return true;
            }
        }
        return false;
    }

    /**
     * A duration in milliseconds: {@code 1-02:03:04}, {@code 02:03:04}, {@code 03:04.567}, {@code
     * 1-02:03}, {@code 1-02}. What is beyond what can be is {@link LoggedJob#BEYOND}.
     *
     * @param toTheMinute whether {@code 02:03} are hours and minutes, not minutes and seconds
     */
    static long millis(byte[] bytes, int from, int to, boolean toTheMinute) {
        long days = 0;
        boolean dashed = false;
        long seconds = 0;
        long value = 0;
        long thousandths = 0;
        int digits = 0;
        int colons = 0;
        int scale = 0; // of the next digit behind a point
        for (int p = from; p < to; p++) {
            int c = bytes[p];
            if (isDigit(c) && scale == 0) {
                value = 10 * value + (c - '0');
                if (++digits > DIGITS) {
                    return -1;
                }
            } else if (isDigit(c)) {
                thousandths += (scale >= 1_000 ? 0 : 100 / scale * (c - '0'));
                scale *= 10;
            } else if (c == '-' && p > from && !dashed && colons == 0) {
                dashed = true;
                days = value;
                value = 0;
            } else if (c == ':' && scale == 0 && ++colons <= 2) {
                seconds = 60 * (seconds + value);
                value = 0;
            } else if (c == '.' && scale == 0) {
                scale = 1;
            } else {
                return -1;
            }
        }
        boolean hoursAndMinutes = colons == 1 && scale == 0 && (dashed || toTheMinute);
        seconds += dashed && colons == 0 ? 3_600 * value : value;
        seconds *= hoursAndMinutes ? 60 : 1;
        if (days > MOST_DAYS || seconds > MOST_SECONDS) {
            return LoggedJob.BEYOND;
        }
        return digits == 0 ? -1 : 1_000 * (86_400 * days + seconds) + thousandths;
    }
}
