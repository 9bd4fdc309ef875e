package dandori.parquet.trace;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;

/**
 * F-DATA, the log of Fugaku: a name for users who want to say so. {@link ParquetTraces} recognizes
 * it.
 */
public final class FugakuLog implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public FugakuLog() {}

    @Override
    public String name() {
        return "fdata";
    }

    @Override
    public String title() {
        return "F-DATA, the log of Fugaku, in Parquet";
    }

    /** Never: {@link ParquetTraces} does. */
    @Override
    public boolean recognizes(byte[] head) {
        return false;
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return RowKind.FDATA.openAs(input, findings);
    }
}
