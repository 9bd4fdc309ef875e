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
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (int place = 0; place < list.count(); place++) {
                int job = list.rowOf().applyAsInt(place);
                if (outcome.log().state(job) != JobState.UNBORN) {
                    line(lines, job, list, outcome);
                }
            }
        }
    }

    private static void line(CsvLines lines, int job, JobList list, Outcome outcome) {
        Jobs jobs = outcome.log().jobs();
        JobLog log = outcome.log();
        boolean isRejected = log.state(job) == JobState.REJECTED;
        lines.begin()
                .number(jobs.id(job))
                .text(name(list.organizations(), jobs.organization(job)))
                .text(name(list.users(), jobs.user(job)))
                .text(outcome.pools().get(log.pool(job)).machine().name())
                .text(partition(job, list, outcome))
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
    private static String partition(int job, JobList list, Outcome outcome) {
        int group = outcome.log().group(job);
        boolean isNamed =
                group >= 0 && !outcome.pools().get(outcome.log().pool(job)).partitions().isEmpty();
        return !isNamed
                ? name(list.partitions(), outcome.log().jobs().partition(job))
                : outcome.pools().get(outcome.log().pool(job)).partitions().get(group);
    }

    private static String name(List<String> names, int index) {
        return index < 0 ? "" : names.get(index);
    }
}
