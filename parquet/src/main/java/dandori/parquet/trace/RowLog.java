package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.ParquetTable;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceHeader;
import java.io.IOException;

/** A table being read, row by row. */
final class RowLog implements JobLog {

    private final String file;
    private final ParquetTable table;
    private final Rows rows;

    RowLog(String file, ParquetTable table, Rows rows) {
        this.file = file;
        this.table = table;
        this.rows = rows;
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (table.next()) {
            job.clear();
            if (rows.fill(job)) {
                return true;
            }
        }
        if (table.rowCount() == 0) {
            throw new TraceException(
                    file + ": has the columns of a trace, and no row.",
                    "Maybe the file is incomplete.");
        }
        return false;
    }

    @Override
    public TraceHeader header() {
        return rows.header();
    }

    @Override
    public boolean isSince1970() {
        return rows.isSince1970();
    }

    @Override
    public AllocationUnit unit() {
        return rows.unit();
    }

    @Override
    public long lineCount() {
        return table.rowCount();
    }

    @Override
    public long jobLineCount() {
        return table.rowCount();
    }
}
