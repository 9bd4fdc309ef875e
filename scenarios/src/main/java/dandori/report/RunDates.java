package dandori.report;

import dandori.engine.Durations;
import dandori.scenario.Scenario;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants of a run as people say them: {@code 24 Oct}, with the year where runs are longer than
 * one; {@code day 37} where nobody knows the date of time 0.
 */
final class RunDates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final double SECONDS_OF_DAY = Durations.DAY_MILLIS / 1000.0;

    private final @Nullable ZonedDateTime start;
    private final boolean isLong;

    RunDates(Scenario scenario) {
        start = scenario.run().start();
        Long length = scenario.run().lengthMillis();
        isLong = length == null || length > 360L * Durations.DAY_MILLIS;
    }

    /** The day of an instant in seconds since the beginning. */
    String day(double seconds) {
        if (start == null) {
            return "day " + Digits.plain(Math.floor(seconds / SECONDS_OF_DAY), 0);
        }
        return start.plus(Duration.ofSeconds((long) seconds)).format(isLong ? YEAR : DAY);
    }

    /** A span in seconds, with two or three digits: {@code 11 d}, {@code 2.1 d}, {@code 5 h}. */
    static String span(double seconds) {
        double days = seconds / SECONDS_OF_DAY;
        if (days >= 1.95) {
            return Digits.plain(days, days < 9.95 ? 1 : 0) + " d";
        }
        return seconds >= 3_570
                ? Digits.plain(seconds / 3_600, 0) + " h"
                : Digits.plain(seconds / 60, 0) + " min";
    }
}
