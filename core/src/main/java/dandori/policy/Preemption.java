package dandori.policy;

import dandori.state.Situation;

/**
 * Which running jobs make way for those that wait, and what becomes of them.
 *
 * <p>Asked where the first job of the queue does not fit, at the beginning of a pass and at its
 * end: it may take nodes of the running jobs that {@link #mayTake} names, of those of the last tier
 * first, and of these from those that started last. None makes way unless the first of the queue
 * starts at once, and none whose nodes are of no use to it. A backfill that chooses anew who runs
 * ({@link Actions#preempt}) asks {@link #mayMakeWay} and {@link #mode} alone.
 */
@FunctionalInterface
public interface Preemption extends JobListener {

    /** The largest tier, and the smallest without its sign. */
    int MOST_TIERS = 1_000;

    /** Nobody makes way; what a backfill preempts goes back to the queue and begins anew. */
    Preemption NONE = (job, victim, now) -> false;

    /**
     * Whether the first of the queue may take the nodes of a running job now, if that has run for
     * longer than it is {@linkplain #exemptMillis exempt}.
     */
    boolean mayTake(int job, int victim, Situation now);

    /**
     * Whether a job might take anybody's nodes now; false saves asking about each running job. True
     * by default.
     */
    default boolean mayTakeAny(int job, Situation now) {
        return true;
    }

    /**
     * Whether a backfill that chooses anew who runs may take a running job off its nodes now. True
     * by default. Who takes nodes and is taken off them again, in turn, would never come to an end.
     */
    default boolean mayMakeWay(int victim, Situation now) {
        return true;
    }

    /**
     * For how long from its start a running job keeps its nodes whoever may take them otherwise, in
     * milliseconds; by default it keeps them for the instant at which it starts.
     */
    default long exemptMillis(int victim) {
        return 0;
    }

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     */
    default Preemption forRun(Setting setting) {
        return this;
    }

    /**
     * Which jobs stand first in the queue, before any order: those of the smallest tier, from
     * &minus;{@value #MOST_TIERS} to {@value #MOST_TIERS}. Where there are resource groups, the
     * tiers of those come before. It must not change while a job is there.
     */
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
     * Whether jobs with checkpoints of their own, such as those of campaigns, are told before they
     * make way: they lose nothing, and what writing a checkpoint takes is added to their next
     * start. By default they are not, and go back to their last checkpoint.
     */
    default boolean givesNotice() {
        return false;
    }

    /**
     * For how long a job that goes on with what it has kept is busy beforehand, in milliseconds: to
     * read a checkpoint, or its memory. That time counts towards its walltime and as lost.
     */
    default long restartMillis(int victim) {
        return 0;
    }
}
