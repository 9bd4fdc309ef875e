package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.Column;
import dandori.parquet.read.ParquetTable;
import dandori.trace.Findings;
import dandori.trace.LoggedJob;
import dandori.trace.table.JobColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the job table, as {@link ParquetOutput} writes it: {@code docs/data/trace-csv.md} has
 * its columns.
 */
final class JobTableRows implements Rows {

    private final Findings findings;
    private final List<JobColumn> kinds = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final boolean isSince1970;
    private final AllocationUnit unit;

    JobTableRows(ParquetTable table, AllocationUnit unit, Findings findings) {
        this.findings = findings;
        this.unit = unit;
        isSince1970 = table.names().contains(JobColumn.SUBMIT_SINCE_1970);
        for (JobColumn kind : JobColumn.values()) {
            boolean isSubmit = kind == JobColumn.SUBMIT_S && isSince1970;
            Column column = table.column(isSubmit ? JobColumn.SUBMIT_SINCE_1970 : kind.column());
            if (column.exists()) {
                kinds.add(kind);
                columns.add(column);
            }
        }
    }

    /** What the sizes of a job table count, by its first row. */
    static AllocationUnit unit(ParquetTable table) throws IOException {
        Column column = table.column(JobColumn.SIZE_UNIT);
        String word = table.next() ? column.text() : null;
        return Optional.ofNullable(word)
                .flatMap(AllocationUnit::named)
                .orElse(AllocationUnit.PROCESSOR);
    }

    @Override
    public boolean fill(LoggedJob job) {
        boolean isWhole = true;
        try {
            for (int i = 0; i < columns.size(); i++) {
                JobColumn kind = kinds.get(i);
                @Nullable String value = columns.get(i).text();
                if (value != null && !value.isEmpty()) {
                    kind.put(job, value);
                } else if (kind == JobColumn.JOB_ID || kind == JobColumn.SUBMIT_S) {
                    isWhole = false;
                }
            }
        } catch (NumberFormatException other) {
            findings.add(RowOddity.VALUE);
            return false;
        }
        if (!isWhole) {
            findings.add(RowOddity.NO_SUBMIT);
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
}
