package dandori.policy;

import dandori.state.Situation;

/**
 * Who may be considered in this pass: quotas, limits, holds. A job that may not is not in the queue
 * of the pass; it neither blocks others nor holds a reservation. Asked before each pass, and again
 * after each start in it.
 *
 * <p>It is not told of jobs that wait for others, until they do so no longer.
 */
@FunctionalInterface
public interface Admission extends JobListener {

    /** Everybody may. */
    Admission OPEN = (job, now) -> Verdict.ELIGIBLE;

    /** {@link Verdict#ELIGIBLE}, or why the job may not start now. */
    Verdict admit(int job, Situation now);

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     *
     * @throws IllegalArgumentException with a sentence for users, if it cannot work there
     */
    default Admission forRun(Setting setting) {
        return this;
    }

    /**
     * The next instant at which it may answer otherwise though no job has come, started or ended
     * since: a budget begins anew, a window opens. {@link Long#MAX_VALUE} if there is none.
     */
    default long nextChangeMillis(Situation now) {
        return Long.MAX_VALUE;
    }

    /**
     * Whether the job may start at all, if nothing else runs; one that may not is rejected when it
     * comes, lest it wait for ever.
     */
    default boolean mayEver(int job, Situation now) {
        return true;
    }

    /**
     * Whose limit holds a job that may not start now, in words for people: {@code QOS urgent},
     * {@code user ada}. Empty if it is nobody's in particular. Asked where somebody wants to know
     * why jobs waited.
     */
    default String heldBy(int job, Situation now) {
        return "";
    }

    /**
     * Names the waiting jobs of which it may say something else now than when it was asked last;
     * those that have come since are asked about in any case. At the beginning of each pass, and
     * after each start in it. By default everybody, which costs O(queue) a start.
     */
    default void recall(Recall recall, Situation now) {
        recall.everybody();
    }

    /** Takes the names of jobs to ask about. */
    interface Recall {

        /** All that wait. */
        void everybody();

        /** One that waits. */
        void job(int job);
    }
}
