package dandori.parquet.trace;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;

/**
 * PM100, jobs of Marconi100: a name for users who want to say so. {@link ParquetTraces} recognizes
 * it.
 */
public final class Pm100 implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public Pm100() {}

    @Override
    public String name() {
        return "pm100";
    }

    @Override
    public String title() {
        return "PM100, jobs of Marconi100, in Parquet";
    }

    /** Never: {@link ParquetTraces} does. */
    @Override
    public boolean recognizes(byte[] head) {
        return false;
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return RowKind.PM100.openAs(input, findings);
    }
}
