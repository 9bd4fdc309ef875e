package dandori.policy;

import dandori.state.Situation;

/**
 * Who comes first in the queue: the job with the smallest score; ties by time of submission, then
 * by place in the input.
 */
@FunctionalInterface
public interface Order extends JobListener {

    /**
     * The score of a waiting job now; smaller is earlier. Must be a number (not NaN) that depends
     * on the situation alone.
     */
    double score(int job, Situation now);

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     *
     * @throws IllegalArgumentException with a sentence for users, if it cannot work there
     */
    default Order forRun(Setting setting) {
        return this;
    }

    /**
     * Whether the scores of waiting jobs may differ from those taken last, where they drift. Asked
     * at the beginning of each pass; an order that looks at usage now and then says so now and
     * then.
     */
    default boolean hasDrifted(Situation now) {
        return true;
    }

    /**
     * The score of a job among all that wait and run, for backfills that choose anew who runs. By
     * default the one that it has, or would have, in the queue.
     *
     * @param runs whether it runs now
     */
    default double standing(int job, boolean runs, Situation now) {
        return score(job, now);
    }

    /**
     * The next instant at which the order of those that wait and run may be another though no job
     * has come, started or ended since: a job has run for so long that it falls behind. Asked after
     * each pass while anybody waits, and a pass is made then. {@link Long#MAX_VALUE} if there is
     * none, or if it would be every instant.
     */
    default long nextChangeMillis(Situation now) {
        return Long.MAX_VALUE;
    }

    /** When scores change; the safe answer, and the default, is at every pass. */
    default Drift drift() {
        return Drift.EVERY_PASS;
    }

    /**
     * Whether it ranks users, so that jobs of one {@linkplain #rankedUser user} have equal scores
     * at any instant except while nobody else waits. The queue then keeps a line for each.
     */
    default boolean ranksUsers() {
        return false;
    }

    /**
     * The number of the user of a job, from 0 on and without large gaps; asked only of an order
     * that {@link #ranksUsers}.
     */
    default int rankedUser(int job, Situation now) {
        return 0;
    }

    /**
     * The score of the jobs of a user of whom some wait, by the number of {@link #rankedUser};
     * asked only of an order that {@link #ranksUsers}, where others wait too.
     */
    default double scoreOfUser(int user, Situation now) {
        return 0;
    }
}
