package dandori.trace.table;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The job table, as {@code dandori trace convert} writes it in CSV. */
public final class JobTable implements TraceFormat {

    private static final String BEGINS = JobColumn.JOB_ID.column() + ',';

    /** For {@link java.util.ServiceLoader}. */
    public JobTable() {}

    @Override
    public String name() {
        return "job-table";
    }

    @Override
    public String title() {
        return "the job table";
    }

    /** True if its first column is the job's number and the second its time of submission. */
    @Override
    public boolean recognizes(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        String line = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return line.startsWith(BEGINS + JobColumn.SUBMIT_S.column() + ',')
                || line.startsWith(BEGINS + JobColumn.SUBMIT_SINCE_1970 + ',');
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new JobTableLog(input, findings);
    }
}
