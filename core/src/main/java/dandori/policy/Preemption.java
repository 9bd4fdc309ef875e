package dandori.policy;

import dandori.state.Situation;

/**
 * Which running jobs make way for those that wait, and what becomes of them.
 *
 * <p>Asked where the first job of the queue does not fit: it may take nodes of the running jobs
 * that {@link #mayTake} names. A backfill that chooses anew who runs ({@link Actions#preempt}) asks
 * {@link #mode} alone.
 */
@FunctionalInterface
public interface Preemption extends JobListener {

    /** Nobody makes way; what a backfill preempts goes back to the queue and begins anew. */
    Preemption NONE = (job, victim, now) -> false;

    /** Whether the first of the queue may take the nodes of a running job now. */
    boolean mayTake(int job, int victim, Situation now);

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     */
    default Preemption forRun(Setting setting) {
        return this;
    }

    /** Which jobs stand first in the queue, before any order: those of the smallest tier. */
    default int tier(int job, Situation now) {
        return 0;
    }

    /** What becomes of a running job that makes way. */
    default PreemptMode mode(int victim, Situation now) {
        return PreemptMode.REQUEUE;
    }

    /**
     * How much of the work of its stay a job with checkpoints keeps, in milliseconds of its run
     * time.
     *
     * @param workMillis how much it has done in this stay on its nodes
     */
    default long checkpointedMillis(int victim, long workMillis) {
        return workMillis;
    }

    /**
     * For how long a job that goes on with what it has kept is busy beforehand, in milliseconds: to
     * read a checkpoint, or its memory. That time counts towards its walltime and as lost.
     */
    default long restartMillis(int victim) {
        return 0;
    }
}
