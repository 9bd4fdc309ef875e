package dandori.policy;

import dandori.state.Situation;

/**
 * Told of the jobs of one run of one pool: for parts that keep count of what somebody has, or has
 * had.
 *
 * <p>A job that is requeued ends and is queued again. What happens at one instant is told in the
 * order in which it is applied.
 */
public interface JobListener {

    /** Told of a job that enters the queue, before its score is taken. */
    default void jobQueued(int job, Situation now) {}

    /** Told of a job that leaves the queue for good without having started. */
    default void jobWithdrawn(int job, Situation now) {}

    /** Told of a job that has started; it runs, and holds its nodes. */
    default void jobStarted(int job, Situation now) {}

    /**
     * Told of a running job that has ended, for whatever reason; its nodes are free, and {@link
     * Situation#startMillis} still says when it had started.
     */
    default void jobEnded(int job, Situation now) {}
}
