package dandori.policy;

/** When the scores of an {@link Order} change. */
public enum Drift {
    /**
     * Never: a job's score is taken once, when it enters the queue. Costs O(log queue) an arrival.
     */
    NEVER,
    /**
     * With time: scores of all waiting jobs are taken at the beginning of each pass. Costs O(queue)
     * a pass.
     */
    EVERY_PASS
}
