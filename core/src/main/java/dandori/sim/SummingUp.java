package dandori.sim;

import dandori.job.JobSource;
import dandori.metric.JobLog;
import dandori.metric.Recorder;
import dandori.metric.StreamedTally;
import dandori.metric.Summary;
import dandori.metric.Window;
import java.util.ArrayList;
import java.util.List;

/** How the jobs of a run are summed up: at its end, or one by one as they leave. */
interface SummingUp {

    /** In place of a pool: all of them. */
    int ALL = StreamedTally.ALL_POOLS;

    /** From the log, which knows every job. */
    SummingUp AT_THE_END =
            (log, window, capacity, peaks, pool) ->
                    pool == ALL
                            ? Summary.of(log, window, capacity, peaks)
                            : Summary.of(
                                    log, window, capacity, peaks, job -> log.pool(job) == pool);

    /** What the jobs of a pool, or {@link #ALL}, come to. */
    Summary summary(JobLog log, Window window, long capacityNodeMillis, Recorder peaks, int pool);

    /** Where rows are used again: each job is summed up before its row is another's. */
    static SummingUp asTheyLeave(Window window, int pools, JobSource source, Departures told) {
        List<StreamedTally> tallies = new ArrayList<>();
        for (int pool = 0; pools > 1 && pool < pools; pool++) {
            tallies.add(new StreamedTally(window, pool, source));
        }
        tallies.forEach(told::tell);
        StreamedTally all = new StreamedTally(window, ALL, source);
        told.tell(all);
        return (log, unused, capacity, peaks, pool) ->
                (pool == ALL ? all : tallies.get(pool)).summary(capacity, peaks);
    }
}
