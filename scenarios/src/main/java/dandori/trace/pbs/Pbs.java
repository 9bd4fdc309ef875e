package dandori.trace.pbs;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import dandori.trace.lines.LogLines;
import java.util.Objects;

/**
 * Accounting logs of the PBS family: OpenPBS, PBS Professional, Torque. A record a line, {@code
 * MM/DD/YYYY HH:MM:SS;type;job;attributes}; one of type E is a run that has ended.
 *
 * <p>Altair, PBS Professional Administrator's Guide, "Accounting"; Adaptive Computing, Torque
 * Administrator's Guide, "Accounting records".
 *
 * <p>Cost: O(1) a byte, and some hundred bytes of memory a job, to know at the end which have none.
 */
public final class Pbs implements TraceFormat {

    private static final int LOOKED_AT = 8;

    /** For {@link java.util.ServiceLoader}. */
    public Pbs() {}

    @Override
    public String name() {
        return "pbs";
    }

    @Override
    public String title() {
        return "an accounting log of PBS";
    }

    /** True if one of the first eight lines is a record. */
    @Override
    public boolean recognizes(byte[] head) {
        return LogLines.ofHead(head).limit(LOOKED_AT).anyMatch(line -> PbsLine.of(line) != null);
    }

    /** A job that starts on one day may end on the next. */
    @Override
    public boolean goesOnInNextFile() {
        return true;
    }

    /** The date of the first record that has one. */
    @Override
    public long firstMillis(byte[] head) {
        LogClock clock = new LogClock(null, new Findings());
        return LogLines.ofHead(head)
                .map(PbsLine::of)
                .filter(Objects::nonNull)
                .mapToLong(line -> line.millis(clock))
                .filter(millis -> millis != LogClock.NO_DATE)
                .findFirst()
                .orElse(LogClock.NO_DATE);
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) {
        return new PbsLog(input, findings);
    }
}
