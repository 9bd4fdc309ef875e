package dandori.metric;

import dandori.engine.Durations;
import java.util.function.IntPredicate;

/**
 * What a run, or one pool or machine of it, comes to within a window.
 *
 * @param window the span that is measured
 * @param figures waits, slowdowns, outcomes
 * @param capacityNodeMillis nodes in service, integrated over the window
 * @param meanWaiting jobs in the queue, averaged over the window
 * @param maxWaiting the most jobs in the queue
 * @param maxWaitingAtMillis when that was, for the first time
 * @param meanBacklogNodeHours node hours in the queue (nodes × walltime), averaged over the window
 * @param maxBacklogNodeHours the most node hours in the queue
 * @param maxBusyNodes the most nodes that were busy
 * @param makespanMillis from the first submission to the last end
 */
public record Summary(
        Window window,
        JobFigures figures,
        long capacityNodeMillis,
        double meanWaiting,
        int maxWaiting,
        long maxWaitingAtMillis,
        double meanBacklogNodeHours,
        double maxBacklogNodeHours,
        long maxBusyNodes,
        long makespanMillis) {

    /** Node time delivered over node time in service, from 0 to 1; NaN for an empty window. */
    public double utilization() {
        return figures.nodeMillis() / (double) capacityNodeMillis;
    }

    /**
     * The same without node time that brought nothing: nodes beyond those asked for, work that was
     * lost, and waiting for the network.
     */
    public double usefulUtilization() {
        long useful =
                figures.nodeMillis()
                        - figures.unaskedNodeMillis()
                        - figures.lostNodeMillis()
                        - figures.stalledNodeMillis();
        return useful / (double) capacityNodeMillis;
    }

    /** Mean wait in seconds. */
    public double meanWaitSeconds() {
        return figures.meanWaitMillis().value() / Durations.SECOND_MILLIS;
    }

    /** Sums up all jobs of a run. */
    public static Summary of(JobLog log, Window window, long capacityNodeMillis, Recorder peaks) {
        return of(log, window, capacityNodeMillis, peaks, Tally.ALL);
    }

    /**
     * Sums up the jobs that are selected. Cost: that of {@link JobFigures}.
     *
     * @param log what became of the jobs
     * @param window the span to measure
     * @param capacityNodeMillis nodes in service, integrated over the window
     * @param peaks the recorder that was told of these jobs
     * @param selected which jobs count, such as those of a pool
     */
    public static Summary of(
            JobLog log,
            Window window,
            long capacityNodeMillis,
            Recorder peaks,
            IntPredicate selected) {
        return of(Tally.of(log, window, selected), window, capacityNodeMillis, peaks);
    }

    static Summary of(Tally tally, Window window, long capacityNodeMillis, Recorder peaks) {
        double length = window.lengthMillis();
        return new Summary(
                window,
                JobFigures.of(tally),
                capacityNodeMillis,
                tally.waitingMillis.value() / length,
                peaks.maxWaiting(),
                peaks.maxWaitingAtMillis(),
                tally.waitingNodeMillisMillis.value() / length / Durations.HOUR_MILLIS,
                peaks.maxWaitingNodeHours(),
                peaks.maxBusyNodes(),
                Math.max(0, tally.lastEndMillis - tally.firstSubmitMillis));
    }
}
