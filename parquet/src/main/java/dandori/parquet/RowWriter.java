package dandori.parquet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Hands rows of a table to Parquet; what is empty is left out. */
final class RowWriter extends WriteSupport<String[]> {

    private final MessageType schema;
    private final List<String> columns;
    private final List<ColumnKind> kinds;
    private @Nullable RecordConsumer consumer; // null: nothing has begun

    RowWriter(String table, List<String> columns) {
        this.columns = List.copyOf(columns);
        kinds = columns.stream().map(one -> ColumnKind.of(table, one)).toList();
        List<Type> types =
                columns.stream().map(one -> (Type) ColumnKind.of(table, one).type(one)).toList();
        schema = new MessageType(table, types);
    }

    @Override
    public WriteContext init(ParquetConfiguration nothing) {
        return new WriteContext(schema, Map.of());
    }

    /** The way of Hadoop, which is not here. */
    @Override
    @Deprecated
    public WriteContext init(Configuration nothing) {
        throw new UnsupportedOperationException("There is no Hadoop here.");
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(String[] row) {
        RecordConsumer out = Objects.requireNonNull(consumer);
        out.startMessage();
        for (int i = 0; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                out.startField(columns.get(i), i);
                kinds.get(i).write(row[i], out);
                out.endField(columns.get(i), i);
            }
        }
        out.endMessage();
    }

    /** A writer of a file in which such rows are packed. */
    static final class Builder extends ParquetWriter.Builder<String[], Builder> {

        private final RowWriter rows;

        Builder(OutputFile file, RowWriter rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<String[]> getWriteSupport(ParquetConfiguration nothing) {
            return rows;
        }

        /** The way of Hadoop, which is not here. */
        @Override
        @Deprecated
        protected WriteSupport<String[]> getWriteSupport(Configuration nothing) {
            return rows;
        }
    }
}
