package dandori.trace.csv;

import dandori.trace.Findings;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jobs of the rows of a table, as a mapping says. */
final class MappedJobs {

    private final String file;
    private final CsvMapping mapping;
    private final Findings findings;
    private final MappedRow row;
    private final CsvValues values;
    private final int[] only;
    private final List<Set<String>> onlyValues;

    /**
     * @param row those that come one after the other
     * @throws TraceException if the table lacks columns that the mapping names
     */
    MappedJobs(
            TraceInput input,
            CsvMapping mapping,
            CsvHeader header,
            MappedRow row,
            Findings findings) {
        file = input.file();
        this.mapping = mapping;
        this.findings = findings;
        this.row = row;
        ZoneId zone = input.options().zone();
        values = new CsvValues(row, mapping, header.columns(), zone, findings);
        only = header.only();
        onlyValues = List.copyOf(mapping.only().values());
        header.refuseUnlessWhole();
    }

    /** Looks at the first row, which must be there, to see what its times count. */
    void seeTimes() {
        values.seeTimes();
        if (values.isBeyondDates()) {
            throw new TraceException(
                    file
                            + ": the first moment lies beyond the year 5000, if it counts seconds since"
                            + " 1970.",
                    "Maybe it counts milliseconds: in the mapping, times: {unit: ms, durations: s}.");
        }
    }

    /**
     * Fills in what the row says of a job.
     *
     * @param number that of the row, from 1
     * @return whether it is one; if not, it is counted why
     */
    boolean fill(LoggedJob job, long number) {
        job.clear();
        if (!isTaken() || !values.fill(job, number)) {
            return false;
        }
        job.user = values.name(CsvField.USER);
        job.group = values.name(CsvField.GROUP);
        job.queue = values.name(CsvField.QUEUE);
        job.partition = values.name(CsvField.PARTITION);
        job.end = end(values.name(CsvField.STATE));
        return true;
    }

    private boolean isTaken() {
        for (int i = 0; i < only.length; i++) {
            if (!onlyValues.get(i).contains(row.name(only[i]))) {
                findings.add(CsvOddity.NOT_ONLY);
                return false;
            }
        }
        return true;
    }

    private LoggedEnd end(@Nullable String state) {
        if (state == null) {
            return LoggedEnd.UNKNOWN;
        }
        LoggedEnd end = mapping.states().get(state);
        if (end == null) {
            String small = state.toLowerCase(Locale.ROOT);
            int blank = small.indexOf(' '); // CANCELLED by 1001
            end = mapping.states().get(blank < 0 ? small : small.substring(0, blank));
        }
        if (end == null) {
            findings.add(CsvOddity.ODD_STATE);
        }
        return end == null ? LoggedEnd.UNKNOWN : end;
    }

    /** Refuses a table without a row. */
    void refuseUnlessAny(long rows) {
        if (rows == 0) {
            throw new TraceException(
                    file + ": holds the names of its columns only, and no job.",
                    "Maybe the file is incomplete.");
        }
    }

    /** Whether moments count from 1970. */
    boolean isSince1970() {
        return values.isSince1970();
    }
}
