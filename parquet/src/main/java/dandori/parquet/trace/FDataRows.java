package dandori.parquet.trace;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.Column;
import dandori.parquet.read.ParquetTable;
import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of F-DATA, the public log of Fugaku: {@code docs/data/fdata.md} has its columns. */
final class FDataRows implements Rows {

    /** What a table must have to be one. */
    static final List<String> COLUMNS = List.of("adt", "sdt", "edt", "elpl", "nnumr", "nnuma");

    private static final long SECOND = 1_000;

    private final ParquetTable table;
    private final Findings findings;
    private final FugakuGroups groups = new FugakuGroups();
    private final RowTimes times;
    private final Column id;
    private final Column user;
    private final Column limit;
    private final Column requestedNodes;
    private final Column allocatedNodes;
    private final Column requestedCores;
    private final Column allocatedCores;
    private final Column state;
    private final Column exitCode;

    FDataRows(ParquetTable table, LogClock clock, Findings findings) {
        this.table = table;
        this.findings = findings;
        times =
                new RowTimes(
                        table.column("adt"),
                        table.column("sdt"),
                        table.column("edt"),
                        table.column("duration"),
                        clock,
                        findings);
        id = table.column("jid");
        user = table.column("usr");
        limit = table.column("elpl");
        requestedNodes = table.column("nnumr");
        allocatedNodes = table.column("nnuma");
        requestedCores = table.column("cnumr");
        allocatedCores = table.column("cnumat");
        state = table.column("exit state");
        exitCode = table.column("ec");
    }

    @Override
    public boolean fill(LoggedJob job) {
        if (!times.fill(job)) {
            return false;
        }
        job.id = RowNumbers.atEnd(id.text());
        if (job.id < 0) {
            findings.add(RowOddity.NO_ID);
            job.id = table.rowCount();
        }
        job.user = RowNumbers.name(user);
        job.walltimeMillis = RowNumbers.limit(limit, SECOND);
        job.requestedNodes = RowNumbers.count(requestedNodes);
        job.allocatedNodes = RowNumbers.count(allocatedNodes);
        job.requestedProcessors = RowNumbers.count(requestedCores);
        job.allocatedProcessors = RowNumbers.count(allocatedCores);
        job.end = end(state.text());
        long nodes = job.requestedNodes > 0 ? job.requestedNodes : job.allocatedNodes;
        if (nodes > 0) {
            job.partition = groups.of(nodes, job.walltimeMillis);
            findings.add(
                    job.partition == null ? RowOddity.GROUP_UNKNOWN : RowOddity.GROUP_INFERRED);
        }
        return true;
    }

    private LoggedEnd end(@Nullable String name) {
        if (name == null || name.isBlank()) {
            long code = exitCode.whole();
            if (code == Column.NOTHING) {
                return LoggedEnd.UNKNOWN;
            }
            return code == 0 ? LoggedEnd.COMPLETED : LoggedEnd.FAILED;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "completed" -> LoggedEnd.COMPLETED;
            case "failed" -> LoggedEnd.FAILED;
            default -> LoggedEnd.UNKNOWN;
        };
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.NODE;
    }

    /** The machine's size is that of the machine file. */
    @Override
    public TraceHeader header() {
        return new TraceHeader(
                "Fugaku",
                "RIKEN R-CCS, Kobe",
                0,
                groups.machineNodes(),
                0,
                null,
                null,
                null,
                List.of());
    }
}
