package dandori.results;

import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.metric.JobLog;
import dandori.sim.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * {@code jobs.csv.gz}: one line a job, in the order of the trace, rejected ones included. The
 * dictionary is docs/data/jobs.md.
 */
public final class JobsTable {

    /** The columns, in order. */
    public static final String COLUMNS =
            "job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,runtime_s,state,wait_s,"
                    + "first_wait_s,restarts,lost_s,node_set,cause";

    private JobsTable() {}

    /** Writes the table, unpacked. */
    public static void write(OutputStream out, JobList list, Outcome outcome) throws IOException {
        List<PoolNames> pools = PoolNames.of(outcome);
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (int place = 0; place < list.count(); place++) {
                int job = list.rowOf().applyAsInt(place);
                if (outcome.log().state(job) != JobState.UNBORN) {
                    line(lines, job, outcome.log(), list, pools);
                }
            }
        }
    }

    /** Writes the line of a job. */
    static void line(CsvLines lines, int job, JobLog log, JobList list, List<PoolNames> pools) {
        Jobs jobs = log.jobs();
        boolean isRejected = log.state(job) == JobState.REJECTED;
        lines.begin()
                .number(jobs.id(job))
                .text(name(list.organizations(), jobs.organization(job)))
                .text(name(list.users(), jobs.user(job)))
                .text(pools.get(log.pool(job)).machine())
                .text(partition(job, log, list, pools.get(log.pool(job))))
                .seconds(jobs.submitMillis(job));
        secondsOrNothing(lines, log.hasStarted(job), () -> log.firstStartMillis(job));
        secondsOrNothing(lines, log.hasEnded(job), () -> log.endMillis(job));
        lines.number(jobs.nodes(job))
                .seconds(jobs.walltimeMillis(job))
                .seconds(log.executedMillis(job));
        lines.text(log.state(job).text());
        secondsOrNothing(lines, !isRejected, () -> log.waitMillis(job));
        secondsOrNothing(lines, !isRejected, () -> firstWait(job, log));
        lines.number(log.segmentsBefore(job).size())
                .seconds(log.lostMillis(job))
                .text(log.nodeSet(job).toString())
                .text(log.cause(job).text())
                .end();
    }

    private static long firstWait(int job, JobLog log) {
        return log.hasStarted(job)
                ? log.firstStartMillis(job) - log.jobs().submitMillis(job)
                : log.waitMillis(job);
    }

    private static void secondsOrNothing(CsvLines lines, boolean isThere, LongSupplier millis) {
        if (isThere) {
            lines.seconds(millis.getAsLong());
        } else {
            lines.text("");
        }
    }

    /** The resource group that the job was in, or the partition that its trace names. */
    private static String partition(int job, JobLog log, JobList list, PoolNames pool) {
        int group = log.group(job);
        return group < 0 || pool.groups().isEmpty()
                ? name(list.partitions(), log.jobs().partition(job))
                : pool.groups().get(group);
    }

    private static String name(List<String> names, int index) {
        return index < 0 ? "" : names.get(index);
    }
}
