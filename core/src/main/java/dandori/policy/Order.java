package dandori.policy;

import dandori.state.Situation;

/**
 * Who comes first in the queue: the job with the smallest score; ties by time of submission, then
 * by place in the input.
 */
@FunctionalInterface
public interface Order {

    /**
     * The score of a waiting job now; smaller is earlier. Must be a number (not NaN) that depends
     * on the situation alone.
     */
    double score(int job, Situation now);

    /** When scores change; the safe answer, and the default, is at every pass. */
    default Drift drift() {
        return Drift.EVERY_PASS;
    }
}
