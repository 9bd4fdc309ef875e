package dandori.sim;

import dandori.machine.Calendar;
import dandori.machine.Opening;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * The openings of a resource group in a run, worked out some years at a time. Cost of a question:
 * O(log openings).
 */
final class Openings {

    private static final long YEAR_MILLIS = 366L * 24 * 3_600_000;

    private final Calendar calendar;
    private final ZonedDateTime origin;
    private long knownFromMillis = 1;
    private long knownToMillis; // nothing is known yet

    private long[] fromMillis = new long[0]; // ascending
    private long[] lastStartMillis = new long[0]; // the latest of those that opened by then
    private long[] toMillis = new long[0]; // the latest of those that opened by then
    private long[] closings = new long[0]; // ascending
    private long[] changes = new long[0]; // ascending

    Openings(Calendar calendar, ZonedDateTime origin) {
        this.calendar = calendar;
        this.origin = origin;
    }

    /** Whether a job may start at an instant. */
    boolean admitsStart(long millis) {
        if (calendar.isAlwaysOpen()) {
            return true;
        }
        know(millis, millis);
        int opened = Instants.countUpTo(fromMillis, millis) - 1;
        return opened >= 0 && lastStartMillis[opened] >= millis;
    }

    /** Whether it is open at some time of a span [start, end), which is not empty. */
    boolean overlap(long startMillis, long endMillis) {
        if (calendar.isAlwaysOpen() || endMillis - startMillis >= YEAR_MILLIS) {
            return true; // every rule opens every month
        }
        know(startMillis, endMillis);
        int opened = Instants.countUpTo(fromMillis, endMillis - 1) - 1;
        return opened >= 0 && toMillis[opened] > startMillis;
    }

    /** Whether it opens at an instant. */
    boolean beginsAt(long millis) {
        know(millis, millis);
        return Arrays.binarySearch(fromMillis, millis) >= 0;
    }

    /**
     * The next instant after the given one at which anything changes: an opening begins, the last
     * start has passed, it ends. {@link Long#MAX_VALUE} if nothing ever does.
     */
    long nextChangeMillis(long afterMillis) {
        know(afterMillis, afterMillis);
        return Instants.next(afterMillis, changes);
    }

    /** The next instant after the given one at which it opens. */
    long nextOpeningMillis(long afterMillis) {
        know(afterMillis, afterMillis);
        return Instants.next(afterMillis, fromMillis);
    }

    /** The next instant after the given one at which it closes. */
    long nextClosingMillis(long afterMillis) {
        know(afterMillis, afterMillis);
        return Instants.next(afterMillis, closings);
    }

    private void know(long start, long end) {
        boolean isFirst = knownFromMillis > knownToMillis;
        if (calendar.isAlwaysOpen()
                || (!isFirst
                        && start - YEAR_MILLIS >= knownFromMillis
                        && end + YEAR_MILLIS <= knownToMillis)) {
            return;
        }
        knownFromMillis = Math.min(isFirst ? start : knownFromMillis, start - 2 * YEAR_MILLIS);
        knownToMillis = Math.max(knownToMillis, end + 3 * YEAR_MILLIS);
        List<Opening> known = calendar.openings(origin, knownFromMillis, knownToMillis);
        int count = known.size();
        fromMillis = new long[count];
        lastStartMillis = new long[count];
        toMillis = new long[count];
        closings = new long[count];
        changes = new long[3 * count];
        long lastStart = Long.MIN_VALUE;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            Opening one = known.get(i);
            lastStart = Math.max(lastStart, one.lastStartMillis());
            to = Math.max(to, one.toMillis());
            fromMillis[i] = one.fromMillis();
            lastStartMillis[i] = lastStart;
            toMillis[i] = to;
            closings[i] = one.toMillis();
            changes[3 * i] = one.fromMillis();
            changes[3 * i + 1] = one.lastStartMillis() + 1;
            changes[3 * i + 2] = one.toMillis();
        }
        Arrays.sort(closings);
        Arrays.sort(changes);
    }
}
