package dandori.metric;

import dandori.job.Jobs;

/**
 * The span of time over which a run is measured.
 *
 * @param fromMillis its beginning, in milliseconds since the origin
 * @param toMillis its end, not before its beginning
 */
public record Window(long fromMillis, long toMillis) {

    /** Checks the order. */
    public Window {
        if (toMillis < fromMillis) {
            throw new IllegalArgumentException(
                    "A window cannot end (%d) before it begins (%d)."
                            .formatted(toMillis, fromMillis));
        }
    }

    /** From the first submission to the last: the drain after the last arrival flatters nobody. */
    public static Window ofSubmissions(Jobs jobs) {
        return jobs.count() == 0
                ? new Window(0, 0)
                : new Window(jobs.submitMillis(0), jobs.submitMillis(jobs.count() - 1));
    }

    /** The same, ended at an instant if it would last longer. */
    public Window until(long millis) {
        return new Window(fromMillis, Math.max(fromMillis, Math.min(toMillis, millis)));
    }

    /** How long it is. */
    public long lengthMillis() {
        return toMillis - fromMillis;
    }

    /** Whether an instant lies in it, both ends included. */
    public boolean contains(long millis) {
        return millis >= fromMillis && millis <= toMillis;
    }

    /** How long a span [start, end) overlaps it. */
    public long overlapMillis(long startMillis, long endMillis) {
        return Math.max(0, Math.min(endMillis, toMillis) - Math.max(startMillis, fromMillis));
    }
}
