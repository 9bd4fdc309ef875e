package dandori.policy.limit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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

    private static final int MOST_EDGES = 20; // those of a week, and some more

    /** Keeps the days, in order. */
    public DailyTimes {
        Set<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        days = Collections.unmodifiableSet(sorted);
    }

    /** Whether an instant lies in them: from the beginning of a span on, before its end. */
    public boolean hold(ZonedDateTime date) {
        LocalDate day = date.toLocalDate();
        return holds(day.minusDays(1), date) || holds(day, date);
    }

    private boolean holds(LocalDate day, ZonedDateTime date) {
        return isOn(day) && !date.isBefore(begin(day, date)) && date.isBefore(end(day, date));
    }

    private boolean isOn(LocalDate day) {
        return days.isEmpty() || days.contains(day.getDayOfWeek());
    }

    private ZonedDateTime begin(LocalDate day, ZonedDateTime like) {
        return day.atTime(opens).atZone(like.getZone());
    }

    private ZonedDateTime end(LocalDate day, ZonedDateTime like) {
        LocalDate until = closes.isAfter(opens) ? day : day.plusDays(1);
        return until.atTime(closes).atZone(like.getZone());
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
            if (isOn(day)) {
                next = nearer(begin(day, date), next, date);
                next = nearer(end(day, date), next, date);
            }
        }
        return next;
    }

    private static ZonedDateTime nearer(
            ZonedDateTime edge, ZonedDateTime best, ZonedDateTime after) {
        return edge.isAfter(after) && edge.isBefore(best) ? edge : best;
    }
}
