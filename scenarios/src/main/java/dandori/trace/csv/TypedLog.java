package dandori.trace.csv;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A table whose values have types, being read: each row is a job, as a mapping says. */
final class TypedLog implements JobLog {

    private final CsvMapping mapping;
    private final TypedTable table;
    private final MappedJobs jobs;
    private boolean isAhead; // a row was read and is still to be told
    private long rows;

    /**
     * @throws TraceException if the table lacks columns that the mapping names
     */
    TypedLog(TraceInput input, CsvMapping mapping, TypedTable table, Findings findings)
            throws IOException {
        this.mapping = mapping;
        this.table = table;
        CsvHeader header = new CsvHeader(input.file(), mapping, table.names());
        jobs =
                new MappedJobs(
                        input, mapping, header, new TypedRow(table, mapping.unknown()), findings);
        header.chosen().forEach(table::choose);
        isAhead = table.next();
        if (isAhead) {
            jobs.seeTimes();
        }
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (isAhead || table.next()) {
            isAhead = false;
            rows++;
            if (jobs.fill(job, rows)) {
                return true;
            }
        }
        jobs.refuseUnlessAny(rows);
        return false;
    }

    @Override
    public boolean isSince1970() {
        return jobs.isSince1970();
    }

    @Override
    public @Nullable ZoneId zone() {
        return mapping.times().zone();
    }

    @Override
    public AllocationUnit unit() {
        return mapping.unit();
    }

    @Override
    public long lineCount() {
        return rows;
    }

    @Override
    public long jobLineCount() {
        return rows;
    }
}
