package dandori.job;

/**
 * Jobs that a user submits without waiting for any of them, after having waited for others.
 *
 * @param rows the jobs; at least one
 * @param awaited the jobs that must have left before
 * @param previous the user's batch before this one, or -1: this one comes when the workload says
 * @param thinkMillis how long the user then thinks; {@link #NEXT_SESSION} if he comes back another
 *     time
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and never compared
record Batch(int[] rows, int[] awaited, int previous, long thinkMillis) {

    /** The batch is the first of a session, which begins at a time of the day. */
    static final long NEXT_SESSION = -1;

    /** When the workload has its first job. */
    long firstMillis(Jobs jobs) {
        long first = Long.MAX_VALUE;
        for (int row : rows) {
            first = Math.min(first, jobs.submitMillis(row));
        }
        return first;
    }

    /** How long it takes from its first job to its last. */
    long spanMillis(Jobs jobs) {
        long last = Long.MIN_VALUE;
        for (int row : rows) {
            last = Math.max(last, jobs.submitMillis(row));
        }
        return last - firstMillis(jobs);
    }
}
