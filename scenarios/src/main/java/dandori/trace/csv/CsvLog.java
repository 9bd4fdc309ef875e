package dandori.trace.csv;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.lines.CsvRows;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table being read: each row is a job, as a mapping says. */
final class CsvLog implements JobLog {

    private final String file;
    private final CsvMapping mapping;
    private final Findings findings;
    private final CsvRows rows;
    private final CsvHeader header;
    private final MappedJobs jobs;
    private final List<String> first = new ArrayList<>(); // what the first line must not be again

    private CsvRows.Kind kind;
    private long jobLines;

    CsvLog(TraceInput input, CsvMapping mapping, Findings findings) throws IOException {
        this.file = input.file();
        this.mapping = mapping;
        this.findings = findings;
        rows = new CsvRows(input.bytes(), mapping.delimiter());
        kind = rows.next();
        passOverComments();
        if (kind == CsvRows.Kind.END) {
            throw new TraceException(
                    file + ": is empty, where a table of jobs is expected.",
                    "Maybe the download or the copy failed.");
        }
        List<String> names = names();
        header = new CsvHeader(file + ":1", mapping, names);
        jobs =
                new MappedJobs(
                        input, mapping, header, new TextRow(rows, mapping.unknown()), findings);
        toRow();
        if (kind == CsvRows.Kind.ROW) {
            jobs.seeTimes();
        }
    }

    private void passOverComments() throws IOException {
        while (kind == CsvRows.Kind.BLANK
                || kind == CsvRows.Kind.ROW && rows.bytes()[rows.from(0)] == '#') {
            kind = rows.next();
        }
    }

    /** The names of the columns; the line that says them has then been read. */
    private List<String> names() throws IOException {
        if (kind == CsvRows.Kind.ROW) {
            rows.settle();
            for (int field = 0; field < rows.count(); field++) {
                first.add(rows.text(field));
            }
        }
        boolean isNamed = mapping.hasHeader() || first.equals(mapping.names());
        if (!isNamed) {
            first.clear();
            return mapping.names();
        }
        if (first.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw new TraceException(
                    file + ":1: found bytes that are no text, where the names of columns belong.",
                    "Maybe it is packed in a way other than gzip, or in UTF-16: save it as UTF-8.");
        }
        kind = rows.next();
        while (kind == CsvRows.Kind.BLANK) {
            kind = rows.next();
        }
        return List.copyOf(first);
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (kind != CsvRows.Kind.END) {
            boolean isJob = jobs.fill(job, jobLines);
            kind = rows.next();
            toRow();
            if (isJob) {
                return true;
            }
        }
        jobs.refuseUnlessAny(jobLines);
        return false;
    }

    /** Passes over what is no row of a job, from the row that was read. */
    private void toRow() throws IOException {
        while (kind != CsvRows.Kind.END) {
            if (kind != CsvRows.Kind.BLANK) {
                jobLines++;
                if (isRow()) {
                    rows.settle();
                    return;
                }
            }
            kind = rows.next();
        }
    }

    /** Whether it has the columns of a job; else counts what it is. */
    private boolean isRow() throws IOException {
        CsvOddity oddity = null;
        if (kind == CsvRows.Kind.TOO_LONG) {
            oddity = CsvOddity.TOO_LONG;
        } else if (kind == CsvRows.Kind.OPEN_QUOTE) {
            oddity = CsvOddity.OPEN_QUOTE;
        } else if (rows.count() < header.count()) {
            oddity = rows.isEnded() ? CsvOddity.FEW_COLUMNS : CsvOddity.LAST_CUT;
        } else if (header.isExact() && hasMore()) {
            oddity = CsvOddity.MANY_COLUMNS;
        } else if (isFirstAgain()) {
            oddity = CsvOddity.HEADER_AGAIN;
        }
        if (oddity == null) {
            return true;
        }
        findings.add(oddity);
        boolean isWrongRow = kind == CsvRows.Kind.ROW && oddity != CsvOddity.HEADER_AGAIN;
        if (isWrongRow && rows.spansLines()) {
            rows.takeBackLines();
        }
        return false;
    }

    /** Whether something stands beyond the last column. */
    private boolean hasMore() {
        for (int field = header.count(); field < rows.count(); field++) {
            if (rows.from(field) < rows.to(field)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstAgain() {
        if (first.isEmpty()
                || rows.from(0) < rows.to(0) && rows.beginsOtherwise(0, first.get(0))
                || !rows.text(0).equals(first.get(0))) {
            return false;
        }
        for (int field = 1; field < first.size(); field++) {
            if (!rows.text(field).equals(first.get(field))) {
                return false;
            }
        }
        return true;
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
        return rows.rows();
    }

    @Override
    public long jobLineCount() {
        return jobLines;
    }
}
