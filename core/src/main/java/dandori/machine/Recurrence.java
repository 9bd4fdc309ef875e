package dandori.machine;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * An opening that comes every month, on the n-th such day of the week and, if need be, some days
 * after it.
 *
 * @param nth which such day of the month, 1 to 4
 * @param day the day of the week
 * @param plusDays days after that day; may be 0
 * @param at the time of day, in the zone of the origin
 * @param lengthMillis how long it is open, positive
 * @param startsMillis how long jobs may start in it, positive, at most {@code lengthMillis}
 */
public record Recurrence(
        int nth, DayOfWeek day, int plusDays, LocalTime at, long lengthMillis, long startsMillis) {

    private static final long DAY_MILLIS = 24 * 3_600_000L;

    /** Checks the numbers. */
    public Recurrence {
        if (nth < 1 || nth > 4 || plusDays < 0 || startsMillis < 1 || lengthMillis < startsMillis) {
            throw new IllegalArgumentException(
                    "A recurrence on the %d. %s + %d days for %d ms (starts for %d ms) cannot be."
                            .formatted(nth, day, plusDays, lengthMillis, startsMillis));
        }
    }

    /** Its openings that overlap a span of milliseconds since the origin, in order of time. */
    List<Opening> openings(ZonedDateTime origin, long fromMillis, long toMillis) {
        List<Opening> openings = new ArrayList<>();
        ZonedDateTime first = origin.plus(Duration.ofMillis(fromMillis));
        long reachDays = plusDays + lengthMillis / DAY_MILLIS; // from that day to the closing
        YearMonth month = YearMonth.from(first).minusMonths(2 + reachDays / 28);
        while (true) {
            ZonedDateTime opens =
                    month.atDay(1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(nth, day))
                            .plusDays(plusDays)
                            .atTime(at)
                            .atZone(origin.getZone());
            long from = Duration.between(origin, opens).toMillis();
            if (from >= toMillis) {
                return openings;
            }
            if (from + lengthMillis > fromMillis) {
                openings.add(new Opening(from, from + startsMillis, from + lengthMillis));
            }
            month = month.plusMonths(1);
        }
    }
}
