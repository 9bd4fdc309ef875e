package dandori.sim;

import dandori.job.Jobs;
import dandori.metric.JobLog;
import dandori.metric.Recorder;
import dandori.metric.StreamedTally;
import dandori.metric.Summary;
import dandori.metric.Window;
import java.util.ArrayList;
import java.util.List;

/** How the jobs of a run are summed up: at its end, or each when it leaves. */
interface SummingUp {

    /** In place of a pool: all of them. */
    int ALL = -1;

    /** From the log, which knows every job. */
    SummingUp AT_THE_END =
            (log, window, capacity, peaks, pool) ->
                    pool == ALL
                            ? Summary.of(log, window, capacity, peaks)
                            : Summary.of(
                                    log, window, capacity, peaks, job -> log.pool(job) == pool);

    /** What the jobs of a pool, or {@link #ALL}, come to. */
    Summary summary(JobLog log, Window window, long capacityNodeMillis, Recorder peaks, int pool);

    /** Where rows are used again: each job is summed up when it leaves. */
    static SummingUp asTheyLeave(Ledger ledger, Jobs jobs, Window window, Run run, Observers told) {
        List<StreamedTally> tallies = new ArrayList<>();
        for (PoolRun pool : run.pools()) {
            StreamedTally its = new StreamedTally(() -> ledger.log(jobs, run.nowMillis), window);
            told.add(new OfPool(pool, its));
            tallies.add(its);
        }
        StreamedTally all = new StreamedTally(() -> ledger.log(jobs, run.nowMillis), window);
        told.add(all);
        return (log, unused, capacity, peaks, pool) ->
                (pool == ALL ? all : tallies.get(pool)).summary(log, capacity, peaks, pool);
    }
}
