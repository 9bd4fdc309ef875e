package dandori.parquet.trace;

import dandori.parquet.read.ParquetTable;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import dandori.trace.csv.MappedTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tables in Parquet: which trace it is, a mapping of the user's tells, or the columns. */
public final class ParquetTraces implements TraceFormat {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.ISO_8859_1);

    /** For {@link java.util.ServiceLoader}. */
    public ParquetTraces() {}

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String title() {
        return "a table in Parquet: F-DATA, PM100, the job table, or with a mapping of its columns";
    }

    @Override
    public boolean recognizes(byte[] head) {
        return head.length >= MAGIC.length
                && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public boolean takesMapping() {
        return true;
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return input.options().mapping() == null
                ? RowKind.open(input, findings)
                : MappedTables.open(
                        input, new MappedColumns(new ParquetTable(input, findings)), findings);
    }
}
