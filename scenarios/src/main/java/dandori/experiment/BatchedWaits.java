package dandori.experiment;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.statistics.BatchMeans;
import java.util.stream.IntStream;

/** How sure the mean wait of a single run is: by batches of its jobs in order of submission. */
final class BatchedWaits {

    /** The name of the mean. */
    static final String MEAN = "wait_mean_s";

    /** The name of half the width of its interval. */
    static final String HALF_WIDTH = "wait_mean_half_width_s";

    private BatchedWaits() {}

    /**
     * Half the width of the 95 % interval of the mean wait, in seconds, of the jobs submitted in
     * the window; NaN if there are too few for batches that are independent. Cost: O(n log n).
     */
    static double halfWidthSeconds(JobLog log, Window window) {
        double[] waits =
                IntStream.range(0, log.jobs().count())
                        .filter(job -> isMeasured(log, job, window))
                        .boxed()
                        .sorted((one, other) ->
                                Long.compare(
                                        log.jobs().submitMillis(one),
                                        log.jobs().submitMillis(other)))
                        .mapToDouble(job -> log.waitMillis(job) / 1e3)
                        .toArray();
        BatchMeans batches = BatchMeans.of(waits);
        return batches.isIndependent() ? batches.interval().halfWidth() : Double.NaN;
    }

    private static boolean isMeasured(JobLog log, int job, Window window) {
        JobState state = log.state(job);
        return state != JobState.REJECTED
                && state != JobState.UNBORN
                && (state != JobState.CANCELLED || log.hasStarted(job))
                && window.contains(log.jobs().submitMillis(job));
    }
}
