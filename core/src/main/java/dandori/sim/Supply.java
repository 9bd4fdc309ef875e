package dandori.sim;

import dandori.job.JobSource;
import dandori.job.Workload;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes its jobs from, with time limits that are long enough where overruns are
 * extended.
 *
 * @param workload the jobs; null where they come from a source of another kind
 * @param sources makes the source of one run
 * @param overrun what becomes of jobs that run beyond their time limits
 */
record Supply(@Nullable Workload workload, Supplier<? extends JobSource> sources, Overrun overrun) {

    /** The source of one run. */
    JobSource source() {
        if (overrun == Overrun.KILL) {
            return sources.get();
        }
        if (workload != null) {
            return workload.withWalltimesRaisedToRunTimes().source();
        }
        JobSource source = sources.get();
        if (!source.staysWithinWalltimes()) {
            throw new IllegalStateException(
                    "Only the time limits of a workload can be extended, not those of a source whose jobs run beyond them.\nMaybe withWalltimesRaisedToRunTimes()");
        }
        return source;
    }
}
