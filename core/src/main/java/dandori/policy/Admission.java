package dandori.policy;

import dandori.state.Situation;

/**
 * Who may be considered in this pass: quotas, limits, holds. A job that may not is not in the queue
 * of the pass; it neither blocks others nor holds a reservation. Asked before each pass, and again
 * after each start in it.
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
}
