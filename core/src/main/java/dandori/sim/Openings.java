package dandori.sim;

import dandori.machine.Calendar;
import dandori.machine.Opening;
import java.time.ZonedDateTime;
import java.util.List;

/** The openings of a resource group in a run, worked out a year at a time. */
final class Openings {

    private static final long YEAR_MILLIS = 366L * 24 * 3_600_000;

    private final Calendar calendar;
    private final ZonedDateTime origin;
    private List<Opening> known = List.of();
    private long knownFromMillis = 1;
    private long knownToMillis; // nothing is known yet

    Openings(Calendar calendar, ZonedDateTime origin) {
        this.calendar = calendar;
        this.origin = origin;
    }

    /** Whether a job may start at an instant. */
    boolean admitsStart(long millis) {
        if (calendar.isAlwaysOpen()) {
            return true;
        }
        know(millis, millis + 1);
        for (Opening opening : known) {
            if (opening.fromMillis() <= millis && millis <= opening.lastStartMillis()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is open at some time of a span [from, to). */
    boolean overlap(long fromMillis, long toMillis) {
        if (calendar.isAlwaysOpen()) {
            return true;
        }
        know(fromMillis, toMillis);
        for (Opening opening : known) {
            if (opening.fromMillis() < toMillis && fromMillis < opening.toMillis()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it opens at an instant. */
    boolean beginsAt(long millis) {
        know(millis, millis + 1);
        return known.stream().anyMatch(opening -> opening.fromMillis() == millis);
    }

    /**
     * The next instant after the given one at which anything changes: an opening begins, the last
     * start has passed, it ends. {@link Long#MAX_VALUE} if nothing ever does.
     */
    long nextChangeMillis(long afterMillis) {
        if (calendar.isAlwaysOpen()) {
            return Long.MAX_VALUE;
        }
        know(afterMillis, afterMillis + YEAR_MILLIS);
        long next = Long.MAX_VALUE;
        for (Opening opening : known) {
            long[] changes = {
                opening.fromMillis(), opening.lastStartMillis() + 1, opening.toMillis()
            };
            for (long change : changes) {
                next = change > afterMillis ? Math.min(next, change) : next;
            }
        }
        return next;
    }

    private void know(long fromMillis, long toMillis) {
        if (fromMillis < knownFromMillis || toMillis > knownToMillis) {
            knownFromMillis = fromMillis - YEAR_MILLIS;
            knownToMillis = toMillis + YEAR_MILLIS;
            known = calendar.openings(origin, knownFromMillis, knownToMillis);
        }
    }
}
