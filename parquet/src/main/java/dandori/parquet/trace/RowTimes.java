package dandori.parquet.trace;

import dandori.parquet.read.Column;
import dandori.trace.Findings;
import dandori.trace.LogClock;
import dandori.trace.LoggedJob;

/** Makes of three dates when a job was submitted, how long it waited and how long it ran. */
final class RowTimes {

    private static final long TOLERANCE_MILLIS = 2_000;

    private final Column submit;
    private final Column start;
    private final Column end;
    private final Column duration;
    private final LogClock clock;
    private final Findings findings;

    /**
     * @param duration the run time in seconds, for jobs without start or end
     */
    RowTimes(
            Column submit,
            Column start,
            Column end,
            Column duration,
            LogClock clock,
            Findings findings) {
        this.submit = submit;
        this.start = start;
        this.end = end;
        this.duration = duration;
        this.clock = clock;
        this.findings = findings;
    }

    /** Fills in the times; returns whether the row can be one of a job. */
    boolean fill(LoggedJob job) {
        long submitted = date(submit);
        if (submitted == Column.NOTHING) {
            findings.add(RowOddity.NO_SUBMIT);
            return false;
        }
        long started = date(start);
        long ended = date(end);
        long ran = duration.duration(1_000);
        job.submitMillis = submitted;
        if (started != Column.NOTHING) {
            job.waitMillis = started - submitted;
            if (started < submitted) {
                findings.add(RowOddity.START_BEFORE_SUBMIT);
                job.waitMillis = -1;
            }
        }
        if (started == Column.NOTHING || ended == Column.NOTHING) {
            if (ran >= 0) {
                findings.add(RowOddity.DURATION_TAKEN);
                job.runMillis = ran;
            }
            return true;
        }
        if (ended < started) {
            findings.add(RowOddity.END_BEFORE_START);
            return false;
        }
        job.runMillis = ended - started;
        if (ran >= 0 && Math.abs(ran - job.runMillis) >= TOLERANCE_MILLIS) {
            findings.add(RowOddity.DURATION_DIFFERS);
        }
        return true;
    }

    /** A date; the second 0 of 1970 and before is what logs write for none. */
    private long date(Column column) {
        long millis = column.date(clock);
        return millis <= 0 ? Column.NOTHING : millis;
    }
}
