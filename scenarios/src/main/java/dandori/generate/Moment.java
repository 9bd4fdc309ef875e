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

    /** A share of the jobs. */
    static Moment ofJobs(String name, double published, String source, Some some) {
        return new Moment(name, false, published, source, some);
    }

    /** A share of the node time. */
    static Moment ofNodeTime(String name, double published, String source, Some some) {
        return new Moment(name, true, published, source, some);
    }
}
