package dandori.trace;

import dandori.job.Jobs;
import dandori.job.Workload;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.jspecify.annotations.Nullable;

/**
 * What the log says happened, laid over the machine that it names: start = submit + the log's own
 * wait, end = start + run time, units as requested. Where it needs more than there is, recorded
 * waits are not the truth about that machine.
 *
 * @param jobs how many jobs have a recorded wait
 * @param peakNodes most units in use at one time
 * @param machineNodes the machine's units; 0 if unknown
 * @param excessNodes by how many units the peak exceeds the machine; 0 if it does not, or is
 *     unknown
 * @param excessShare the part of the time from the first start to the last end, 0 to 1, with more
 *     units in use than there are
 */
public record LoggedSchedule(
        int jobs, long peakNodes, long machineNodes, long excessNodes, double excessShare) {

    /** The log's own schedule, or null if no wait is known. Cost: O(n log n). */
    static @Nullable LoggedSchedule of(Workload workload, long machineNodes) {
        Jobs all = workload.jobs();
        int count = workload.count();
        long[] startMillis = new long[count];
        long[] endMillis = new long[count];
        int known = 0;
        for (int job = 0; job < count; job++) {
            long waitMillis = workload.jobs().loggedWaitMillis(job);
            boolean counts = waitMillis >= 0;
            startMillis[job] = counts ? all.submitMillis(job) + waitMillis : Long.MAX_VALUE;
            endMillis[job] = counts ? startMillis[job] + workload.runMillis(job) : Long.MAX_VALUE;
            known += counts ? 1 : 0;
        }
        return known == 0 ? null : sweep(all, startMillis, endMillis, known, machineNodes);
    }

    private static LoggedSchedule sweep(
            Jobs all, long[] startMillis, long[] endMillis, int known, long machineNodes) {
        int[] byStart = rowsBy(startMillis);
        int[] byEnd = rowsBy(endMillis);
        long firstMillis = startMillis[byStart[0]];
        long nowMillis = firstMillis;
        long used = 0;
        long peak = 0;
        long excessMillis = 0;
        int started = 0;
        int ended = 0;
        while (ended < known) {
            long endsAt = endMillis[byEnd[ended]];
            long startsAt = started < known ? startMillis[byStart[started]] : Long.MAX_VALUE;
            long nextMillis = Math.min(endsAt, startsAt);
            if (machineNodes > 0 && used > machineNodes) {
                excessMillis += nextMillis - nowMillis;
            }
            nowMillis = nextMillis;
            while (ended < known && endMillis[byEnd[ended]] == nowMillis) {
                used -= all.nodes(byEnd[ended++]); // a job without run time is taken off early
            }
            while (started < known && startMillis[byStart[started]] == nowMillis) {
                used += all.nodes(byStart[started++]);
            }
            peak = Math.max(peak, used);
        }
        long spanMillis = nowMillis - firstMillis;
        return new LoggedSchedule(
                known,
                peak,
                machineNodes,
                machineNodes > 0 ? Math.max(0, peak - machineNodes) : 0,
                spanMillis > 0 ? (double) excessMillis / spanMillis : 0);
    }

    private static int[] rowsBy(long[] atMillis) {
        return IntInterval.zeroTo(atMillis.length - 1)
                .toList()
                .sortThis((a, b) -> {
                    int byTime = Long.compare(atMillis[a], atMillis[b]);
                    return byTime != 0 ? byTime : Integer.compare(a, b);
                })
                .toArray();
    }
}
