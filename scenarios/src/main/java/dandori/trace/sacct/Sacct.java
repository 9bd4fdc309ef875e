package dandori.trace.sacct;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.util.List;

/**
 * What Slurm's {@code sacct} prints with {@code --parsable} or {@code --parsable2}: a line with the
 * names of columns, then a line for each job and step, with any delimiter and any columns.
 *
 * <p>Source: sacct(1) of Slurm 2.6 to 24.11, and two logs of Slurm 20.11 and 21.08.
 *
 * <p>Cost: O(1) a line and nothing allocated for most; the memory is that of the workload and 16 to
 * 32 bytes a job.
 */
public final class Sacct implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public Sacct() {}

    @Override
    public String name() {
        return "sacct";
    }

    @Override
    public String title() {
        return "what Slurm's sacct prints";
    }

    /**
     * True if one of the first lines names columns of sacct, among them that of the job's number;
     * and for its tables of fixed width and its logs without names, which are refused with advice.
     */
    @Override
    public boolean recognizes(byte[] head) {
        List<String> lines = Heading.lines(head);
        for (int i = 0; i < lines.size(); i++) {
            boolean widths =
                    Heading.isOfWidths(lines.get(i))
                            || i > 0 && Heading.isOfWidths(lines.get(i - 1), lines.get(i));
            if (widths || Heading.of(lines.get(i)) != null) {
                return true;
            }
        }
        return !lines.isEmpty() && Refusal.isJobLine(lines.get(0));
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new SacctLog(input, findings);
    }
}
