package dandori.parquet;

import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** What a column holds, by its name in docs/data; each may have no value. */
enum ColumnKind {
    /** Words: a string in UTF-8. */
    TEXT,
    /** Whole numbers: 64 bits. */
    WHOLE,
    /** Other numbers, times in seconds among them: a double, nearest to what CSV says. */
    REAL;

    private static final Set<String> TEXTS =
            Set.of(
                    "organization",
                    "user",
                    "machine",
                    "partition",
                    "pool",
                    "state",
                    "end_state",
                    "node_set",
                    "cause",
                    "reason",
                    "name",
                    "campaign",
                    "policy",
                    "energy_certainty",
                    "cost_certainty",
                    "kind",
                    "subject",
                    "link",
                    "from",
                    "to",
                    "group",
                    "queue",
                    "size_unit");

    private static final Set<String> WHOLES =
            Set.of(
                    "job_id",
                    "nodes",
                    "restarts",
                    "segment",
                    "nodes_up",
                    "nodes_busy",
                    "jobs_running",
                    "jobs_waiting",
                    "detail",
                    "cell",
                    "seed",
                    "tokens",
                    "tokens_done",
                    "pieces",
                    "failures",
                    "least_nodes",
                    "most_nodes",
                    "resizes",
                    "links",
                    "links_contended",
                    "requested_nodes",
                    "allocated_nodes",
                    "requested_processors",
                    "allocated_processors",
                    "requested_accelerators",
                    "allocated_accelerators",
                    "memory_kb",
                    "requested_memory_kb",
                    "application",
                    "preceding_job_id");

    private static final Set<String> REALS =
            Set.of(
                    "node_hours_waiting",
                    "power_kw",
                    "energy_kwh",
                    "cost_yen",
                    "utilization",
                    "utilization_max");

    /**
     * The kind of a column of a table.
     *
     * @throws IllegalStateException if there is no such column
     */
    static ColumnKind of(String table, String column) {
        if (table.equals("events") && column.equals("detail")) {
            return TEXT; // a job in waits
        }
        if (TEXTS.contains(column)) {
            return TEXT;
        }
        if (WHOLES.contains(column)) {
            return WHOLE;
        }
        if (column.endsWith("_s") || column.endsWith("_h") || REALS.contains(column)) {
            return REAL;
        }
        throw new IllegalStateException("Of which kind is the column '%s'?".formatted(column));
    }

    /** Its type in Parquet. */
    PrimitiveType type(String column) {
        return switch (this) {
            case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column);
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column);
            case REAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column);
        };
    }

    /** Hands on a value that CSV has. */
    void write(String value, RecordConsumer to) {
        switch (this) {
            case TEXT -> to.addBinary(Binary.fromString(value));
            case WHOLE -> to.addLong(Long.parseLong(value));
            case REAL -> to.addDouble(Double.parseDouble(value));
        }
    }
}
