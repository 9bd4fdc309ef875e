package dandori.state;

/**
 * Where a {@link Profile} has grown, in bounds: from when to when, up to how many nodes, from how
 * few.
 *
 * <p>A job of n nodes that found no hole before can have found one since only where a step has
 * risen from below n to n or more; the bounds say where that may be.
 */
public final class Growth {

    private long fromMillis = Long.MAX_VALUE;
    private long toMillis = Long.MIN_VALUE;
    private int most = Integer.MIN_VALUE; // free nodes after, at the step that has most
    private int least = Integer.MAX_VALUE; // free nodes before, at the step that had least

    /** Nothing has grown. */
    public Growth() {}

    /** Whether nothing has grown. */
    public boolean isEmpty() {
        return fromMillis >= toMillis;
    }

    /** Forgets everything. */
    public void clear() {
        fromMillis = Long.MAX_VALUE;
        toMillis = Long.MIN_VALUE;
        most = Integer.MIN_VALUE;
        least = Integer.MAX_VALUE;
    }

    /** Becomes the same as another. */
    public void set(Growth other) {
        fromMillis = other.fromMillis;
        toMillis = other.toMillis;
        most = other.most;
        least = other.least;
    }

    /** Covers what another covers, too. */
    public void add(Growth other) {
        fromMillis = Math.min(fromMillis, other.fromMillis);
        toMillis = Math.max(toMillis, other.toMillis);
        most = Math.max(most, other.most);
        least = Math.min(least, other.least);
    }

    /** Forgets what lies before an instant. */
    public void dropBefore(long millis) {
        if (toMillis <= millis) {
            clear();
        } else {
            fromMillis = Math.max(fromMillis, millis);
        }
    }

    /** Whether a job of so many nodes that is promised a start may have found an earlier one. */
    public boolean mayHelp(int nodes, long promisedMillis) {
        return nodes <= most && nodes > least && promisedMillis > fromMillis;
    }

    long fromMillis() {
        return fromMillis;
    }

    long toMillis() {
        return toMillis;
    }

    void span(long startMillis, long endMillis) {
        fromMillis = Math.min(fromMillis, startMillis);
        toMillis = Math.max(toMillis, endMillis);
    }

    void step(int before, int after) {
        most = Math.max(most, after);
        least = Math.min(least, before);
    }
}
