package dandori.metric;

import dandori.state.Situation;

/**
 * Told what happens in a run; it can neither decide nor delay. The situation is that of the job's
 * pool.
 */
public interface Observer {

    /** A job has entered the queue. */
    default void jobSubmitted(int job, Situation now) {}

    /** A job was refused at submission: it never enters the queue. */
    default void jobRejected(int job, Situation now) {}

    /** A waiting job has left the queue for good without having started. */
    default void jobWithdrawn(int job, Situation now) {}

    /** A job has started. */
    default void jobStarted(int job, Situation now) {}

    /** A job has ended; its nodes are free again. */
    default void jobEnded(int job, Situation now) {}

    /** A running job has gone back to the queue; its nodes are free again. */
    default void jobRequeued(int job, Situation now) {}

    /** A waiting job will have another size at once; it still has the one from before. */
    default void jobResizing(int job, Situation now) {}

    /** A waiting job has another size. */
    default void jobResized(int job, Situation now) {}

    /** The nodes in service have changed. */
    default void capacityChanged(Situation now) {}

    /** A scheduling pass is over. */
    default void passEnded(Situation now) {}
}
