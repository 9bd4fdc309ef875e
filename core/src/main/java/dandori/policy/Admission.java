package dandori.policy;

import dandori.state.Situation;

/**
 * Who may be considered in this pass: quotas, limits, holds. A job that may not is not in the queue
 * of the pass; it neither blocks others nor holds a reservation. Asked before each pass, and again
 * after each start in it.
 */
@FunctionalInterface
public interface Admission {

    /** Everybody may. */
    Admission OPEN = (job, now) -> Verdict.ELIGIBLE;

    /** {@link Verdict#ELIGIBLE}, or why the job may not start now. */
    Verdict admit(int job, Situation now);
}
