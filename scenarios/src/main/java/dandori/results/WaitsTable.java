package dandori.results;

import dandori.job.Jobs;
import dandori.wait.WaitLog;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code waits.csv.gz}: one line for each interval of a job's wait that has one reason. The
 * dictionary is docs/data/waits.md.
 */
public final class WaitsTable {

    /** The columns, in order. */
    public static final String COLUMNS = "job_id,from_s,to_s,reason,detail,name";

    private WaitsTable() {}

    /** Writes the table, unpacked. */
    public static void write(OutputStream out, JobList list, Jobs jobs, WaitLog waits)
            throws IOException {
        WaitLines lines = new WaitLines(out, jobs);
        lines.head(COLUMNS);
        for (int place = 0; place < list.count(); place++) {
            lines.write(list.rowOf().applyAsInt(place), waits);
        }
        lines.flush();
    }
}
