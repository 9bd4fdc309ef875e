package dandori.parquet.trace;

import dandori.parquet.read.ParquetTable;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.table.JobColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tables that are known, each by the columns that it must have. */
enum RowKind {
    /** The log of Fugaku. */
    FDATA("F-DATA", FDataRows.COLUMNS),
    /** Jobs of Marconi100. */
    PM100("PM100", Pm100Rows.COLUMNS),
    /** What {@link ParquetOutput} writes. */
    JOB_TABLE(
            "a job table",
            List.of(
                    JobColumn.JOB_ID.column(),
                    JobColumn.RUN_S.column(),
                    JobColumn.WALLTIME_S.column()));

    private static final int NAMED = 60; // columns that a message names

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    RowKind(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** Opens a file as whichever its columns say. */
    static JobLog open(TraceInput input, Findings findings) throws IOException {
        ParquetTable table = new ParquetTable(input, findings);
        for (RowKind kind : values()) {
            if (kind.missing(table).isEmpty()) {
                return kind.open(input, table, findings);
            }
        }
        StringBuilder wanted = new StringBuilder();
        for (RowKind kind : values()) {
            wanted.append(wanted.length() == 0 ? "" : "; ");
            wanted.append(kind.title).append(" has ").append(String.join(", ", kind.columns));
        }
        throw new TraceException(
                "%s: is a table in Parquet that is no trace that is known by its columns; it has %s."
                        .formatted(input.file(), named(table.names())),
                "Maybe --mapping FILE: docs/data/csv-mapping.md says what stands in it. (%s.)"
                        .formatted(wanted));
    }

    /** Opens a file as this kind, whatever else it may be. */
    JobLog openAs(TraceInput input, Findings findings) throws IOException {
        ParquetTable table = new ParquetTable(input, findings);
        List<String> missing = missing(table);
        if (!missing.isEmpty()) {
            throw new TraceException(
                    "%s: is not %s: it lacks %s; it has %s."
                            .formatted(
                                    input.file(),
                                    title,
                                    String.join(", ", missing),
                                    named(table.names())),
                    null);
        }
        return open(input, table, findings);
    }

    private JobLog open(TraceInput input, ParquetTable table, Findings findings)
            throws IOException {
        LogClock clock = new LogClock(input.options().zone(), findings);
        Rows rows =
                switch (this) {
                    case FDATA -> new FDataRows(table, clock, findings);
                    case PM100 -> new Pm100Rows(table, clock, findings);
                    case JOB_TABLE ->
                            new JobTableRows(
                                    table,
                                    JobTableRows.unit(new ParquetTable(input, new Findings())),
                                    findings);
                };
        return new RowLog(input.file(), table, rows);
    }

    private List<String> missing(ParquetTable table) {
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(table.names());
        return missing;
    }

    private static String named(List<String> names) {
        if (names.isEmpty()) {
            return "no columns";
        }
        String list = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? list : list + ", …";
    }
}
