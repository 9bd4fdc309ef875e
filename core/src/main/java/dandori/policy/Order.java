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

    /** When scores change; the safe answer, and the default, is at every pass. */
    default Drift drift() {
        return Drift.EVERY_PASS;
    }
}
