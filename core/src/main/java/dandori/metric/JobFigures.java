package dandori.metric;

import dandori.job.JobState;
import dandori.job.Jobs;
import java.util.function.IntPredicate;

/**
 * Waits, slowdowns and outcomes of the jobs submitted within a window, or of some of them.
 *
 * <p>Wait = start - submit. Turnaround = end - submit. Bounded slowdown = max(1, turnaround / max(run time, 10 s)), and per
 * processor max(1, turnaround / (nodes · max(run time, 10 s))): Feitelson et al., "Theory and Practice in Parallel Job
 * Scheduling", JSSPP 1997; Zotkin and Keleher, HPDC 1999. Quantiles are exact, by nearest rank. Rejected jobs are counted
 * and not measured.
 *
 * @param jobs how many were submitted in the window, without the rejected
 * @param rejected how many were rejected
 * @param completed how many ended by themselves
 * @param killed how many were ended at their walltime
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
 * @param nodeMillis node time delivered within the window to all jobs of the selection, whenever submitted
 */
public record JobFigures(
        int jobs,
        int rejected,
        int completed,
        int killed,
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
        long nodeMillis) {

    private static final long BOUND_MILLIS = 10_000;

    /** The figures of all jobs. */
    public static JobFigures of(JobLog log, Window window) {
        return of(log, window, job -> true);
    }

    /** The figures of the jobs that are selected. Cost: O(n), and a sort of two columns. */
    public static JobFigures of(JobLog log, Window window, IntPredicate selected) {
        Jobs jobs = log.jobs();
        int capacity = 0;
        for (int job = 0; job < jobs.count(); job++) {
            capacity += isMeasured(log, window, job) && selected.test(job) ? 1 : 0;
        }
        Sample waits = new Sample(capacity);
        Sample slowdowns = new Sample(capacity);
        Tally tally = new Tally();
        for (int job = 0; job < jobs.count(); job++) {
            if (!selected.test(job)) {
                continue;
            }
            if (log.hasStarted(job)) {
                long start = log.startMillis(job);
                long overlap = window.overlapMillis(start, start + log.executedMillis(job));
                tally.nodeMillis += Math.multiplyExact(overlap, (long) jobs.nodes(job));
            }
            if (isMeasured(log, window, job)) {
                boolean ended = log.hasEnded(job);
                long turnaround = log.waitMillis(job) + log.executedMillis(job);
                double bounded = Math.max(log.executedMillis(job), BOUND_MILLIS);
                waits.add(log.waitMillis(job), !log.hasStarted(job));
                slowdowns.add(Math.max(1, turnaround / bounded), !ended);
                tally.perProcessor += Math.max(1, turnaround / (bounded * jobs.nodes(job)));
                tally.turnaround += turnaround;
                tally.count(log.state(job));
            } else if (log.state(job) == JobState.REJECTED
                    && window.contains(jobs.submitMillis(job))) {
                tally.rejected++;
            }
        }
        boolean cut = tally.unfinished > 0;
        return new JobFigures(
                capacity,
                tally.rejected,
                tally.completed,
                tally.killed,
                tally.unfinished,
                waits.mean(),
                waits.quantile(0.5),
                waits.quantile(0.95),
                waits.max(),
                new Figure(tally.turnaround / capacity, cut),
                slowdowns.mean(),
                slowdowns.quantile(0.5),
                slowdowns.quantile(0.95),
                new Figure(tally.perProcessor / capacity, cut),
                tally.nodeMillis);
    }

    private static boolean isMeasured(JobLog log, Window window, int job) {
        JobState state = log.state(job);
        return state != JobState.REJECTED
                && state != JobState.UNBORN
                && window.contains(log.jobs().submitMillis(job));
    }

    private static final class Tally {

        int rejected;
        int completed;
        int killed;
        int unfinished;
        double turnaround;
        double perProcessor;
        long nodeMillis;

        void count(JobState state) {
            switch (state) {
                case COMPLETED -> completed++;
                case KILLED -> killed++;
                case WAITING, RUNNING -> unfinished++;
                default -> {}
            }
        }
    }
}
