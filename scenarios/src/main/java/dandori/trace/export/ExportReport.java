package dandori.trace.export;

import java.util.List;

/**
 * What became of jobs that were written.
 *
 * @param jobs how many were written
 * @param remarks what was changed or left out to fit the format, and what is odd in it
 * @param lost what the format has no place for and the log said, a sentence each
 */
public record ExportReport(long jobs, List<String> remarks, List<String> lost) {

    /** Copies the lists. */
    public ExportReport {
        remarks = List.copyOf(remarks);
        lost = List.copyOf(lost);
    }
}
