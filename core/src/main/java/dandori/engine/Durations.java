package dandori.engine;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Spans of time in milliseconds, said as people say them: {@code 42 s}, {@code 6 h 10 min}, {@code
 * 1.4 d}.
 */
public final class Durations {

    /** Milliseconds of a second. */
    public static final long SECOND_MILLIS = 1_000;

    /** Milliseconds of a minute. */
    public static final long MINUTE_MILLIS = 60 * SECOND_MILLIS;

    /** Milliseconds of an hour. */
    public static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

    /** Milliseconds of a day. */
    public static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** Milliseconds of a week. */
    public static final long WEEK_MILLIS = 7 * DAY_MILLIS;

    private Durations() {}

    /**
     * The span in at most two units, or three digits: below a minute in seconds, below an hour in
     * minutes, below a day in hours and minutes, then in days.
     */
    public static String text(double millis) {
        if (millis < 0) {
            return "-" + text(-millis);
        }
        long seconds = Math.round(millis / SECOND_MILLIS);
        if (millis > 0 && millis < 9_950) {
            String exact = format("%.1f", millis / SECOND_MILLIS);
            return (exact.endsWith(".0") ? exact.substring(0, exact.length() - 2) : exact) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.round(millis / MINUTE_MILLIS);
        if (minutes < 60) {
            return minutes < 10 && seconds % 60 != 0
                    ? format("%d min %d s", seconds / 60, seconds % 60)
                    : minutes + " min";
        }
        if (minutes < 24 * 60) {
            return minutes % 60 == 0
                    ? minutes / 60 + " h"
                    : format("%d h %d min", minutes / 60, minutes % 60);
        }
        double days = millis / DAY_MILLIS;
        return days < 99.95 ? format("%.1f d", days) : format("%,.0f d", days);
    }

    /**
     * The span in seconds with as many decimals as it needs and no more: {@code 12}, {@code 0.25}.
     */
    public static String seconds(long millis) {
        return millis % SECOND_MILLIS == 0
                ? Long.toString(millis / SECOND_MILLIS)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
