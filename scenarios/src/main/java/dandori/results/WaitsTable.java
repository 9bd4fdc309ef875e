package dandori.results;

import dandori.job.Jobs;
import dandori.wait.Wait;
import dandori.wait.WaitLog;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code waits.csv.gz}: one line for each interval of a job's wait that has one reason. The
 * dictionary is docs/data/waits.md.
 */
public final class WaitsTable {

    /** The columns, in order. */
    public static final String COLUMNS = "job_id,from_s,to_s,reason,detail";

    private WaitsTable() {}

    /** Writes the table, unpacked. */
    public static void write(OutputStream out, JobList list, Jobs jobs, WaitLog waits)
            throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (int place = 0; place < list.count(); place++) {
                int job = list.rowOf().applyAsInt(place);
                for (Wait wait : waits.of(job)) {
                    lines.begin()
                            .number(jobs.id(job))
                            .seconds(wait.fromMillis())
                            .seconds(wait.toMillis())
                            .text(wait.reason().text());
                    if (wait.forJob() == Wait.NOBODY) {
                        lines.text("");
                    } else {
                        lines.number(jobs.id(wait.forJob()));
                    }
                    lines.end();
                }
            }
        }
    }
}
