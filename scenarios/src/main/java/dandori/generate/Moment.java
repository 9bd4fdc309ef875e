package dandori.generate;

import dandori.engine.Durations;

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
        return ofJobs(
                "jobs under 1 h", (nodes, millis, cancelled) -> millis < Durations.HOUR_MILLIS);
    }

    /** The share of the jobs that run for more than a day. */
    static Moment jobsOverOneDay() {
        return ofJobs("jobs over 1 d", (nodes, millis, cancelled) -> millis > Durations.DAY_MILLIS);
    }

    /** The share of the jobs that run for more than a week. */
    static Moment jobsOverOneWeek() {
        return ofJobs(
                "jobs over 1 w", (nodes, millis, cancelled) -> millis > 7 * Durations.DAY_MILLIS);
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
