package dandori.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Waits, slowdowns and outcomes of the jobs submitted within a window, or of some of them.
 *
 * <p>Wait = start - submit. Turnaround = end - submit. Bounded slowdown = max(1, turnaround /
 * max(run time, 10 s)), and per processor max(1, turnaround / (nodes · max(run time, 10 s))):
 * Feitelson et al., "Theory and Practice in Parallel Job Scheduling", JSSPP 1997; Zotkin and
 * Keleher, HPDC 1999. Quantiles are exact, by nearest rank. Rejected jobs are counted and not
 * measured.
 *
 * @param jobs how many were submitted in the window, without the rejected
 * @param rejected how many were rejected
 * @param completed how many ended by themselves
 * @param killed how many were ended at their walltime
 * @param cancelled how many were ended by their users
 * @param failed how many were ended by a failure and did not run again
 * @param slowed how many of the killed would have ended within their walltime on the best place at
 *     the full clock, had neither the network nor a lower clock slowed them
 * @param preempted how many were ended to make room for others
 * @param requeued how often jobs went back to the queue from their nodes
 * @param unfinished how many wait or run when the run ends
 * @param meanWaitMillis mean wait
 * @param medianWaitMillis median wait
 * @param p95WaitMillis wait that 95 % do not exceed
 * @param maxWaitMillis longest wait
 * @param meanTurnaroundMillis mean turnaround
 * @param meanBoundedSlowdown mean bounded slowdown
 * @param medianBoundedSlowdown median bounded slowdown
 * @param p95BoundedSlowdown bounded slowdown that 95 % do not exceed
 * @param meanBoundedSlowdownPerProcessor mean bounded slowdown per processor
 * @param nodeMillis node time delivered within the window to all jobs of the selection, whenever
 *     submitted
 * @param unaskedNodeMillis of that, on nodes given beyond those asked for, where only whole units
 *     are given away
 * @param stalledNodeMillis of that, on nodes asked for, what jobs took longer than on the best
 *     place at the full clock: waiting for the network, or slowed by a lower clock
 * @param lostNodeMillis of that, on nodes asked for, whose work was lost and had to be done again
 */
public record JobFigures(
        int jobs,
        int rejected,
        int completed,
        int killed,
        int cancelled,
        int failed,
        int slowed,
        int preempted,
        int requeued,
        int unfinished,
        Figure meanWaitMillis,
        Figure medianWaitMillis,
        Figure p95WaitMillis,
        Figure maxWaitMillis,
        Figure meanTurnaroundMillis,
        Figure meanBoundedSlowdown,
        Figure medianBoundedSlowdown,
        Figure p95BoundedSlowdown,
        Figure meanBoundedSlowdownPerProcessor,
        long nodeMillis,
        long unaskedNodeMillis,
        long stalledNodeMillis,
        long lostNodeMillis) {

    /** The figures of all jobs. */
    public static JobFigures of(JobLog log, Window window) {
        return of(log, window, Tally.ALL);
    }

    /**
     * The figures of the jobs that are selected. Cost: O(n), one pass over the columns and
     * selections of quantiles.
     */
    public static JobFigures of(JobLog log, Window window, IntPredicate selected) {
        return of(Tally.of(log, window, selected));
    }

    /**
     * The figures of each class of jobs. Cost: that of {@link #of(JobLog, Window)}, however many
     * classes there are.
     *
     * @param log what became of the jobs
     * @param window the span to measure
     * @param classes how many classes there are
     * @param classOf the class of a job, from 0; below 0 for jobs of none
     */
    public static List<JobFigures> byClass(
            JobLog log, Window window, int classes, IntUnaryOperator classOf) {
        return Arrays.stream(Tally.byClass(log, window, classes, classOf))
                .map(JobFigures::of)
                .toList();
    }

    static JobFigures of(Tally tally) {
        boolean cut = tally.unfinished > 0;
        return new JobFigures(
                tally.measured,
                tally.rejected,
                tally.completed,
                tally.killed,
                tally.cancelled,
                tally.failed,
                tally.slowed,
                tally.preempted,
                tally.requeued,
                tally.unfinished,
                tally.waits.mean(),
                tally.waits.quantile(0.5),
                tally.waits.quantile(0.95),
                tally.waits.max(),
                new Figure(tally.turnaround.value() / tally.measured, cut),
                tally.slowdowns.mean(),
                tally.slowdowns.quantile(0.5),
                tally.slowdowns.quantile(0.95),
                new Figure(tally.slowdownPerProcessor.value() / tally.measured, false),
                tally.nodeMillis,
                tally.unaskedNodeMillis,
                tally.stalledNodeMillis,
                tally.lostNodeMillis);
    }
}
