package dandori.policy.limit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the week, as prime time, in the time zone of a run.
 *
 * @param opens the time of day at which they begin
 * @param closes the time of day at which they end; that of the next day where it is not later
 * @param days on which days of the week they begin; every day if none is there
 */
public record DailyTimes(LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

    /** All of every day. */
    public static final DailyTimes ALWAYS =
            new DailyTimes(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of());

    private static final int MOST_EDGES = 20; // those of a week, and some more

    /** Keeps the days, in order. */
    public DailyTimes {
        Set<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        days = Collections.unmodifiableSet(sorted);
    }

    /** Whether they last from midnight to midnight. */
    public boolean areAllDay() {
        return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
    }

    /** Whether they begin on a day. */
    public boolean areOn(LocalDate day) {
        return days.isEmpty() || days.contains(day.getDayOfWeek());
    }

    /** When they begin on a day, if they do. */
    public ZonedDateTime begin(LocalDate day, ZoneId zone) {
        return day.atTime(opens).atZone(zone);
    }

    /** When those end that begin on a day. */
    public ZonedDateTime end(LocalDate day, ZoneId zone) {
        LocalDate until = closes.isAfter(opens) ? day : day.plusDays(1);
        return until.atTime(closes).atZone(zone);
    }

    /** Whether an instant lies in them: from the beginning of a span on, before its end. */
    public boolean hold(ZonedDateTime date) {
        LocalDate day = date.toLocalDate();
        return holds(day.minusDays(1), date) || holds(day, date);
    }

    private boolean holds(LocalDate day, ZonedDateTime date) {
        ZoneId zone = date.getZone();
        return areOn(day) && !date.isBefore(begin(day, zone)) && date.isBefore(end(day, zone));
    }

    /** The next instant at which they begin or end; the date itself if none comes. */
    ZonedDateTime nextChange(ZonedDateTime date) {
        boolean holdNow = hold(date);
        ZonedDateTime edge = date;
        for (int i = 0; i < MOST_EDGES; i++) {
            edge = nextEdge(edge);
            if (hold(edge) != holdNow) {
                return edge;
            }
        }
        return date;
    }

    private ZonedDateTime nextEdge(ZonedDateTime date) {
        ZonedDateTime next = date.plusDays(9);
        LocalDate first = date.toLocalDate().minusDays(1);
        for (LocalDate day = first; day.isBefore(first.plusDays(10)); day = day.plusDays(1)) {
            if (areOn(day)) {
                next = nearer(begin(day, date.getZone()), next, date);
                next = nearer(end(day, date.getZone()), next, date);
            }
        }
        return next;
    }

    private static ZonedDateTime nearer(
            ZonedDateTime edge, ZonedDateTime best, ZonedDateTime after) {
        return edge.isAfter(after) && edge.isBefore(best) ? edge : best;
    }
}
