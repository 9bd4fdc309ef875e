package dandori.results;

import dandori.metric.JobLog;
import dandori.metric.Segment;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code segments.csv.gz}: one line for each stay on nodes of a job that had several. The
 * dictionary is docs/data/segments.md.
 */
final class SegmentsTable {

    /** The columns, in order. */
    static final String COLUMNS =
            "job_id,segment,start_s,end_s,nodes,end_state,lost_s,node_set,cause";

    private SegmentsTable() {}

    /** Whether any job has several. */
    static boolean isNeeded(JobLog log) {
        for (int job = 0; job < log.jobs().count(); job++) {
            if (!log.segmentsBefore(job).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Writes the table, unpacked. */
    static void write(OutputStream out, JobList list, JobLog log) throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (int place = 0; place < list.count(); place++) {
                int job = list.rowOf().applyAsInt(place);
                if (!log.segmentsBefore(job).isEmpty()) {
                    write(lines, job, log);
                }
            }
        }
    }

    /** Writes the lines of a job that had several stays. */
    static void write(CsvLines lines, int job, JobLog log) {
        int number = 0;
        for (Segment segment : log.segmentsBefore(job)) {
            lines.begin()
                    .number(log.jobs().id(job))
                    .number(number++)
                    .seconds(segment.startMillis())
                    .seconds(segment.endMillis())
                    .number(segment.nodes())
                    .text(segment.endState().text())
                    .seconds(segment.lostMillis())
                    .text(segment.nodeSet().toString())
                    .text(segment.why().text())
                    .end();
        }
        if (log.executedLastMillis(job) > 0 || log.hasEnded(job)) {
            lines.begin()
                    .number(log.jobs().id(job))
                    .number(number)
                    .seconds(log.startMillis(job))
                    .seconds(log.startMillis(job) + log.executedLastMillis(job))
                    .number(log.nodesHeld(job))
                    .text(log.state(job).text())
                    .number(0)
                    .text(log.nodeSet(job).toString())
                    .text("")
                    .end();
        }
    }
}
