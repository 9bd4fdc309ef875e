package dandori.trace.lsf;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import dandori.trace.lines.LogLines;
import java.io.IOException;

/**
 * The file {@code lsb.acct} of LSF: a record of fields between blanks, words in quotation marks,
 * for each job that has finished.
 *
 * <p>IBM, Spectrum LSF 10.1, Configuration Reference, lsb.acct(5); Platform LSF Reference 6.0.
 *
 * <p>Cost: O(1) a byte, and some hundred bytes of memory a job, to know which run is told twice.
 */
public final class Lsf implements TraceFormat {

    private static final int LOOKED_AT = 8;

    /** For {@link java.util.ServiceLoader}. */
    public Lsf() {}

    @Override
    public String name() {
        return "lsf";
    }

    @Override
    public String title() {
        return "the accounting log of LSF";
    }

    /** True if one of the first eight lines begins as a record does: kind, version, time. */
    @Override
    public boolean recognizes(byte[] head) {
        return LogLines.ofHead(head).limit(LOOKED_AT).anyMatch(LsfRecords::isBeginning);
    }

    /** A job may end, and end again, in files of several days. */
    @Override
    public boolean goesOnInNextFile() {
        return true;
    }

    /** The time of the first record. */
    @Override
    public long firstMillis(byte[] head) {
        return LogLines.ofHead(head)
                .filter(LsfRecords::isBeginning)
                .mapToLong(LsfRecords::millis)
                .findFirst()
                .orElse(LogClock.NO_DATE);
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new LsfLog(input, findings);
    }
}
