package dandori.policy.limit;

/**
 * What somebody may have at once at certain hours, beside what always holds. Jobs that have started
 * before go on, and count.
 *
 * @param when at which hours
 * @param nodesAtOnce nodes that its running jobs may have together; {@link Limit#UNLIMITED} if any
 * @param jobsAtOnce how many of its jobs may run at once; {@link Limit#UNLIMITED} if any
 */
public record TimedLimit(DailyTimes when, int nodesAtOnce, int jobsAtOnce) {

    /** Checks the ranges. */
    public TimedLimit {
        if (nodesAtOnce < 0 || jobsAtOnce < 0) {
            throw new IllegalArgumentException(
                    "nodesAtOnce (%d) and jobsAtOnce (%d) must be at least 0."
                            .formatted(nodesAtOnce, jobsAtOnce));
        }
    }
}
