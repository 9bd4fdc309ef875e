package dandori.trace.table;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.lines.CsvRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One job table being read: a line, a megabyte long at most, after the other. */
final class JobTableLog implements JobLog {

    private final String file;
    private final Findings findings;
    private final CsvRows rows;
    private final List<@Nullable JobColumn> columns = new ArrayList<>(); // null: not of the table
    private int unitColumn = -1;
    private boolean isSince1970;
    private AllocationUnit unit = AllocationUnit.PROCESSOR;
    private long lineCount;
    private boolean hasLine; // a line of a job was read and is still to be told

    JobTableLog(TraceInput input, Findings findings) throws IOException {
        file = input.file();
        this.findings = findings;
        rows = new CsvRows(input.bytes(), ',');
        CsvRows.Kind head = row();
        if (head == CsvRows.Kind.END) {
            throw new TraceException(
                    file + ": is empty, where a line of columns is expected.",
                    "Maybe the download or the copy failed.");
        }
        if (head == CsvRows.Kind.ROW) {
            for (int field = 0; field < rows.count(); field++) {
                takeColumn(rows.text(field));
            }
        }
        if (!columns.contains(JobColumn.JOB_ID) || !columns.contains(JobColumn.SUBMIT_S)) {
            throw new TraceException(
                    file + ":1: has no columns 'job_id' and 'submit_s', as a job table must.",
                    "Maybe it is another table: --format csv with a mapping reads those.");
        }
        hasLine = line();
        if (hasLine && unitColumn >= 0) {
            unit = AllocationUnit.named(rows.text(unitColumn)).orElse(unit);
        }
    }

    private void takeColumn(String name) {
        JobColumn found = null;
        for (JobColumn column : JobColumn.values()) {
            found = column.column().equals(name) ? column : found;
        }
        if (name.equals(JobColumn.SUBMIT_SINCE_1970)) {
            found = JobColumn.SUBMIT_S;
            isSince1970 = true;
        } else if (name.equals(JobColumn.SIZE_UNIT)) {
            unitColumn = columns.size();
        } else if (found == null) {
            findings.add(TableOddity.FURTHER);
        }
        columns.add(found);
    }

    /** Reads on to a row that is not blank. */
    private CsvRows.Kind row() throws IOException {
        CsvRows.Kind kind = rows.next();
        while (kind == CsvRows.Kind.BLANK) {
            kind = rows.next();
        }
        lineCount += kind == CsvRows.Kind.END ? 0 : 1;
        return kind;
    }

    /** Reads on to a line with as many fields as the first, counting others; false at the end. */
    private boolean line() throws IOException {
        CsvRows.Kind kind = row();
        while (kind != CsvRows.Kind.END) {
            if (kind == CsvRows.Kind.ROW && rows.count() == columns.size()) {
                rows.settle();
                return true;
            }
            findings.add(
                    switch (kind) {
                        case TOO_LONG -> TableOddity.TOO_LONG;
                        case OPEN_QUOTE -> TableOddity.OPEN_QUOTE;
                        default -> TableOddity.COLUMNS;
                    });
            if (kind == CsvRows.Kind.ROW && rows.spansLines()) {
                rows.takeBackLines();
            }
            kind = row();
        }
        return false;
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        boolean isLine = hasLine || line();
        hasLine = false;
        while (isLine) {
            if (fill(job)) {
                return true;
            }
            isLine = line();
        }
        if (lineCount == 1) {
            throw new TraceException(
                    file + ": holds a line of columns only, and no job.",
                    "Maybe the file is incomplete.");
        }
        return false;
    }

    private boolean fill(LoggedJob job) {
        job.clear();
        boolean isWhole = true;
        try {
            for (int i = 0; i < columns.size(); i++) {
                JobColumn column = columns.get(i);
                String text = column == null ? "" : rows.wholeText(i);
                if (column != null && !text.isEmpty()) {
                    column.put(job, text);
                } else if (column == JobColumn.JOB_ID || column == JobColumn.SUBMIT_S) {
                    isWhole = false;
                }
            }
        } catch (NumberFormatException other) {
            findings.add(TableOddity.VALUE);
            return false;
        }
        if (!isWhole) {
            findings.add(TableOddity.NO_SUBMIT);
        }
        return isWhole;
    }

    @Override
    public boolean isSince1970() {
        return isSince1970;
    }

    @Override
    public AllocationUnit unit() {
        return unit;
    }

    @Override
    public long lineCount() {
        return lineCount;
    }

    @Override
    public long jobLineCount() {
        return lineCount - 1;
    }
}
