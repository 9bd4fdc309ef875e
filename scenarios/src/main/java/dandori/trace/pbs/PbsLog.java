package dandori.trace.pbs;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.lines.LogLines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One accounting log being read, record by record. */
final class PbsLog implements JobLog {

    private static final String EXPECTED =
            " where a record is expected: MM/DD/YYYY HH:MM:SS;type;job;attributes (PBS accounting).";
    private static final int MISFITS_LIMIT = 20;
    private static final int SHOWN = 40;
    private static final long MINUTE_MILLIS = 60_000;

    private final String file;
    private final LogLines lines;
    private final Findings findings;
    private final LogClock clock;
    private final PbsSeen seen = new PbsSeen();
    private @Nullable String misfit; // the first line that is no record
    private long misfits;
    private boolean hasRecord;
    private long jobLines;

    PbsLog(TraceInput input, Findings findings) {
        this.file = input.file();
        this.lines = new LogLines(input);
        this.findings = findings;
        this.clock = new LogClock(input.options().zone(), findings);
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (lines.next()) {
            PbsLine line = PbsLine.of(lines.text());
            if (lines.isTooLong()) {
                findings.add(PbsOddity.TOO_LONG);
            } else if (line != null) {
                hasRecord = true;
                if (isJob(line, job)) {
                    return true;
                }
            } else if (!lines.text().isBlank()) {
                noRecord(lines.text());
            }
        }
        refuseWhatIsNoLog();
        countWithoutEnd();
        return false;
    }

    private boolean isJob(PbsLine line, LoggedJob job) {
        if (line.hasFileName()) {
            findings.add(PbsOddity.FILE_NAME);
        }
        char type = line.type();
        String id = line.id();
        if (id.contains("[]")) {
            findings.add(PbsOddity.ARRAY);
            return false;
        }
        if (type == 'E') {
            return isRun(id, line, job);
        }
        findings.add(type == 'R' ? PbsOddity.RERUN : PbsOddity.OTHER);
        if (type == 'S') {
            seen.started(id);
        } else if (type == 'Q' || type == 'D' || type == 'A' || type == 'R') {
            seen.known(id);
        }
        return false;
    }

    /** Whether the record of an end is a job; else counts what it is. */
    private boolean isRun(String id, PbsLine line, LoggedJob job) {
        PbsFields fields = PbsFields.of(line.attributes());
        long endMillis = fields.instantMillis("end");
        if (!lines.isEnded() && (endMillis < 0 || fields.isLast("end"))) {
            jobLines++;
            seen.leftUnstarted(id);
            findings.add(PbsOddity.CUT_SHORT);
            return false;
        }
        long startMillis = fields.instantMillis("start");
        if (startMillis < 0) {
            startMillis = startFromUsed(fields, endMillis < 0 ? recordMillis(line) : endMillis);
        }
        if (startMillis < 0) {
            if (seen.leftUnstarted(id)) {
                jobLines++;
                findings.add(PbsOddity.NEVER_STARTED);
            } else {
                findings.add(PbsOddity.REPEATED);
            }
            return false;
        }
        jobLines++;
        PbsSeen.Run run = seen.ended(id, startMillis);
        if (run == PbsSeen.Run.REPEATED) {
            findings.add(PbsOddity.REPEATED);
            return false;
        }
        if (run == PbsSeen.Run.FURTHER) {
            findings.add(PbsOddity.RUN_AGAIN);
        }
        job.clear();
        PbsRun.fill(id, fields, job);
        if (endMillis < 0) {
            endMillis = recordMillis(line);
            findings.add(PbsOddity.END_FROM_RECORD);
        }
        times(fields, startMillis, endMillis, job);
        return true;
    }

    /** When a run must have started of which only its length is told; −1 if that is not. */
    private long startFromUsed(PbsFields fields, long endMillis) {
        long usedMillis = fields.spanMillis("resources_used.walltime");
        if (usedMillis <= 0 || endMillis <= usedMillis) {
            return -1;
        }
        findings.add(PbsOddity.START_FROM_USED);
        return endMillis - usedMillis;
    }

    private long recordMillis(PbsLine line) {
        long millis = line.millis(clock);
        return millis == LogClock.NO_DATE ? -1 : millis;
    }

    private void times(PbsFields fields, long startMillis, long endMillis, LoggedJob job) {
        long submitMillis = fields.instantMillis("ctime");
        long eligibleMillis = fields.instantMillis("etime");
        if (submitMillis < 0) {
            submitMillis = fields.instantMillis("qtime");
        }
        if (submitMillis < 0) {
            submitMillis = eligibleMillis;
        }
        if (submitMillis < 0) {
            findings.add(PbsOddity.SUBMIT_FROM_START);
            submitMillis = startMillis;
        } else if (startMillis < submitMillis) {
            findings.add(PbsOddity.START_BEFORE_SUBMIT);
        } else {
            job.waitMillis = startMillis - submitMillis;
        }
        if (eligibleMillis - submitMillis > MINUTE_MILLIS) {
            findings.add(PbsOddity.HELD);
        }
        job.submitMillis = submitMillis;
        long usedMillis = fields.spanMillis("resources_used.walltime");
        if (endMillis >= startMillis) {
            job.runMillis = endMillis - startMillis;
            long missing = job.runMillis - usedMillis;
            if (usedMillis >= 0 && missing > MINUTE_MILLIS && 10 * missing > job.runMillis) {
                findings.add(PbsOddity.USED_SHORTER);
            }
        } else if (usedMillis >= 0) {
            findings.add(PbsOddity.RUN_FROM_USED);
            job.runMillis = usedMillis;
        }
    }

    private void noRecord(String line) {
        if (misfit == null) {
            String text = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
            misfit = lines.place() + ": found '" + text + "'" + EXPECTED;
        }
        misfits++;
        findings.add(PbsOddity.NO_RECORD);
        if (!hasRecord && misfits == MISFITS_LIMIT) {
            throw foreign(misfit);
        }
    }

    private void refuseWhatIsNoLog() {
        if (lines.count() == 0) {
            throw new TraceException(
                    file + ": is empty, where records of PBS accounting are expected.",
                    "Maybe the download or the copy failed.");
        }
        if (!hasRecord) {
            throw foreign(misfit == null ? file + ": holds blank lines only," + EXPECTED : misfit);
        }
    }

    private static TraceException foreign(String problem) {
        return new TraceException(
                problem.replaceAll("\\p{Cntrl}", "\uFFFD"), "Maybe the file is of another format.");
    }

    private void countWithoutEnd() {
        count(PbsOddity.NO_END, seen.withoutEnd(true));
        count(PbsOddity.NEVER_STARTED, seen.withoutEnd(false));
    }

    private void count(PbsOddity oddity, long jobs) {
        findings.add(oddity, jobs);
        jobLines += jobs;
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.PROCESSOR;
    }

    @Override
    public long lineCount() {
        return lines.count();
    }

    @Override
    public long jobLineCount() {
        return jobLines;
    }
}
