package dandori.trace.csv;

import dandori.trace.LoggedJob;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers and spans of time as tables write them, to the thousandth. */
final class CsvNumbers {

    /** What is returned for what is no number. */
    static final long NONE = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 40;
    private static final BigDecimal BEYOND = BigDecimal.valueOf(LoggedJob.BEYOND / 1_000);

    private CsvNumbers() {}

    /** Thousandths of {@code 12}, {@code -1}, {@code 3.25}, {@code 1.5e3}; further digits cut. */
    static long thousandths(byte[] text, int from, int to) {
        int p = from;
        boolean isNegative = p < to && text[p] == '-';
        if (isNegative || p < to && text[p] == '+') {
            p++;
        }
        int first = p;
        long value = 0;
        while (p < to && text[p] >= '0' && text[p] <= '9' && p - first < MOST_DIGITS) {
            value = 10 * value + text[p++] - '0';
        }
        if (p == first) {
            return p < to && text[p] == '.' ? rare(text, from, to) : NONE;
        }
        value *= 1_000;
        if (p < to && text[p] == '.') {
            p++;
            int scale = 100;
            while (p < to && text[p] >= '0' && text[p] <= '9') {
                value += (long) scale * (text[p++] - '0');
                scale /= 10;
            }
        }
        if (p < to) {
            return rare(text, from, to);
        }
        return isNegative ? -value : value;
    }

    /** Long numbers, and those with an exponent. */
    private static long rare(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return NONE;
        }
        try {
            String written = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
            BigDecimal value = new BigDecimal(written);
            int magnitude = value.precision() - value.scale();
            if (value.signum() == 0 || magnitude < -3) {
                return 0;
            }
            if (magnitude > MOST_DIGITS + 1 || value.abs().compareTo(BEYOND) >= 0) {
                return value.signum() * LoggedJob.BEYOND;
            }
            return value.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException | NumberFormatException none) {
            return NONE;
        }
    }

    /**
     * Milliseconds of {@code 90}, {@code 1:30}, {@code 01:30:00.5} or {@code 2-01:30:00}.
     *
     * @param unitMillis of a number without colons
     */
    static long duration(byte[] text, int from, int to, long unitMillis) {
        int colons = 0;
        for (int p = from; p < to; p++) {
            colons += text[p] == ':' ? 1 : 0;
        }
        if (colons == 0) {
            return scaled(thousandths(text, from, to), unitMillis);
        }
        if (colons > 2) {
            return NONE;
        }
        int p = from;
        long seconds = 0;
        long part = 0;
        int parts = colons;
        while (p < to
                && (text[p] >= '0' && text[p] <= '9' && part < 1_000_000_000
                        || text[p] == ':'
                        || text[p] == '-'
                                && p > from
                                && seconds == 0
                                && parts == 2
                                && colons == 2)) {
            if (text[p] == '-') {
                seconds = 24 * part;
                part = 0;
                colons = 3; // one dash at most
            } else if (text[p] == ':') {
                seconds = 60 * (seconds + part);
                part = 0;
                parts--;
            } else {
                part = 10 * part + text[p] - '0';
            }
            p++;
        }
        boolean isWhole = p == to;
        long fraction = 0;
        if (p < to && text[p] == '.' && parts == 0) {
            fraction = thousandths(text, p, to);
            isWhole = fraction >= 0;
        }
        return isWhole && parts == 0 ? 1_000 * (seconds + part) + fraction : NONE;
    }

    /** Thousandths of units in milliseconds; beyond any range if they are too many. */
    static long scaled(long thousandths, long unitMillis) {
        boolean isAny = thousandths > -LoggedJob.BEYOND && thousandths < LoggedJob.BEYOND;
        if (!isAny || unitMillis == 1_000) { // none, or beyond: so it is in any unit
            return thousandths;
        }
        if (unitMillis < 1_000) {
            return Math.floorDiv(thousandths, 1_000 / unitMillis);
        }
        long factor = unitMillis / 1_000;
        boolean isBeyond = Math.abs(thousandths) > LoggedJob.BEYOND / factor;
        return isBeyond ? Long.signum(thousandths) * LoggedJob.BEYOND : thousandths * factor;
    }
}
