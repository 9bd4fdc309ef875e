package dandori.state;

/**
 * Who waits in a pool, in the policy's order. Read-only; jobs that are held (a quota, a dependency)
 * are not seen here.
 *
 * <p>A job's place stays valid during a pass even when it has started: {@link #next} and {@link
 * #nextFitting} may be asked to go on from it.
 */
public interface WaitQueue {

    /** How many jobs wait and may start. */
    int size();

    /** The first job, or -1 if none waits. */
    int first();

    /** The job behind {@code job}, or -1 if there is none. */
    int next(int job);

    /**
     * The next job behind {@code job} that asks for at most {@code free} nodes and either is
     * estimated to run for at most {@code windowMillis} or asks for at most {@code spare} nodes; -1
     * if there is none. O(log queue) where few come close.
     */
    int nextFitting(int job, int free, long windowMillis, int spare);

    /**
     * The node milliseconds that the jobs ask for which wait and may start: nodes · estimate, as
     * they were when each came or was last released. All together must stay below 2⁶³.
     */
    long nodeMillis();

    /** Whether the job waits here and is not held. */
    boolean mayStart(int job);

    /** Whether the order changes with time. */
    boolean drifts();

    /** Whether a job stands before another; both must wait or have waited in this pass. */
    boolean isBefore(int job, int other);

    /**
     * A number that changes whenever jobs that waited before have changed places, or are held or no
     * longer held; not when jobs come or go.
     */
    long arrangement();
}
