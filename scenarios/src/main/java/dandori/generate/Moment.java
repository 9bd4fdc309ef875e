package dandori.generate;

/**
 * A share by which jobs are described: of all jobs, or of all node time, that of some of them.
 *
 * @param name what it is
 * @param weighsNodeTime whether jobs count by nodes times executed time
 * @param published the share that somebody published, in %; NaN if nobody did
 * @param source who did; empty if nobody did
 * @param some which jobs
 */
record Moment(String name, boolean weighsNodeTime, double published, String source, Some some) {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** Whether a job is one of them. */
    interface Some {
        /**
         * Whether it is.
         *
         * @param nodes its nodes
         * @param executedMillis how long it runs
         * @param isCancelled whether its user ends it
         */
        boolean holds(int nodes, long executedMillis, boolean isCancelled);
    }

    /** A share of the jobs, of which nothing was published. */
    static Moment ofJobs(String name, Some some) {
        return new Moment(name, false, Double.NaN, "", some);
    }

    /** A share of the node time, of which nothing was published. */
    static Moment ofNodeTime(String name, Some some) {
        return new Moment(name, true, Double.NaN, "", some);
    }

    /** The share of the jobs that run for less than an hour. */
    static Moment jobsUnderOneHour() {
        return ofJobs("jobs under 1 h", (nodes, millis, cancelled) -> millis < HOUR_MILLIS);
    }

    /** The share of the jobs that run for more than a day. */
    static Moment jobsOverOneDay() {
        return ofJobs("jobs over 1 d", (nodes, millis, cancelled) -> millis > DAY_MILLIS);
    }

    /** The share of the jobs that run for more than a week. */
    static Moment jobsOverOneWeek() {
        return ofJobs("jobs over 1 w", (nodes, millis, cancelled) -> millis > 7 * DAY_MILLIS);
    }

    /** The share of the jobs that their users end. */
    static Moment jobsCancelled() {
        return ofJobs("jobs cancelled", (nodes, millis, cancelled) -> cancelled);
    }

    /** The share of the node time that is of jobs that their users end. */
    static Moment nodeTimeCancelled() {
        return ofNodeTime("node time cancelled", (nodes, millis, cancelled) -> cancelled);
    }

    /** The same, with the share that somebody published, in %, and who did. */
    Moment published(double percent, String by) {
        return new Moment(name, weighsNodeTime, percent, by, some);
    }
}
