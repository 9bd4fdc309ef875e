package dandori.trace.lsf;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.lines.LogNumbers;
import dandori.trace.lines.SeenJobs;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One accounting log being read, record by record. */
final class LsfLog implements JobLog {

    private static final String JOB_FINISH = "\"JOB_FINISH\" ";
    private static final String DONE = "64";
    private static final String EXIT = "32";
    private static final int NO_START = -1;
    private static final int MISFITS_LIMIT = 20;
    private static final int SHOWN = 40;
    private static final long MINUTE_MILLIS = 60_000;

    private final String file;
    private final LsfRecords records;
    private final Findings findings;
    private final SeenJobs starts = new SeenJobs(); // a fingerprint of the latest of each
    private @Nullable String misfit; // the first line that is no record
    private long misfits;
    private long recordCount;
    private long jobRecords;

    LsfLog(TraceInput input, Findings findings) throws IOException {
        this.file = input.file();
        this.records = new LsfRecords(input);
        this.findings = findings;
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (records.next()) {
            String record = records.text();
            if (!records.begins()) {
                noRecord(record);
            } else if (!record.startsWith(JOB_FINISH)) {
                recordCount++;
                findings.add(LsfOddity.OTHER);
            } else {
                recordCount++;
                jobRecords++;
                LsfOddity reason = take(record, job);
                if (reason == null) {
                    return true;
                }
                findings.add(reason);
            }
        }
        refuseWhatIsNoLog();
        return false;
    }

    /** Fills in a job; why it is none, or null. */
    private @Nullable LsfOddity take(String record, LoggedJob job) {
        if (records.isTooLong()) {
            return LsfOddity.TOO_LONG;
        }
        LsfFields fields = LsfFields.of(record);
        if (records.isOpen() || !fields.isWhole()) {
            return LsfOddity.CUT_SHORT;
        }
        long submitMillis = fields.instantMillis(LsfFields.SUBMIT);
        long startMillis = fields.instantMillis(LsfFields.START);
        if (submitMillis < 0) {
            return LsfOddity.NO_SUBMIT;
        }
        long number = fields.whole(LsfFields.JOB);
        long index = LogNumbers.whole(fields.behind(LsfFields.INDEX));
        long jobPrint =
                SeenJobs.print(number, index, submitMillis); // numbers come again after years
        int start = startMillis < 0 ? NO_START : (int) (SeenJobs.print(startMillis) >>> 33);
        int before = starts.put(jobPrint, start);
        if (before == start) {
            return LsfOddity.REPEATED;
        }
        if (startMillis < 0) {
            return LsfOddity.NEVER_STARTED;
        }
        if (before >= 0) {
            findings.add(LsfOddity.RUN_AGAIN);
        }
        job.clear();
        job.id = number;
        job.submitMillis = submitMillis;
        LsfDemands demands = fields.demands();
        times(fields, startMillis, job);
        walltime(fields, demands, job);
        job.requestedAccelerators = demands.accelerators();
        names(fields, job);
        size(fields, job);
        return null;
    }

    private void times(LsfFields fields, long startMillis, LoggedJob job) {
        if (startMillis < job.submitMillis) {
            findings.add(LsfOddity.START_BEFORE_SUBMIT);
        } else {
            job.waitMillis = startMillis - job.submitMillis;
        }
        if (fields.instantMillis(LsfFields.BEGIN) - job.submitMillis > MINUTE_MILLIS) {
            findings.add(LsfOddity.HELD);
        }
        job.runMillis = Math.max(fields.instantMillis(LsfFields.EVENT_TIME) - startMillis, -1);
    }

    private void walltime(LsfFields fields, LsfDemands demands, LoggedJob job) {
        job.walltimeMillis = demands.limitMillis();
        long estimateMillis = LogNumbers.secondsInMillis(fields.behind(LsfFields.ESTIMATE));
        if (job.walltimeMillis < 0 && estimateMillis > 0) {
            findings.add(LsfOddity.ESTIMATE);
            job.walltimeMillis = estimateMillis;
        }
    }

    private static void names(LsfFields fields, LoggedJob job) {
        job.user = fields.text(LsfFields.USER);
        job.queue = fields.text(LsfFields.QUEUE);
        job.group = fields.behind(LsfFields.PROJECT);
        String status = String.valueOf(fields.behind(LsfFields.STATUS));
        if (status.equals(DONE)) {
            job.end = LoggedEnd.COMPLETED;
        } else if (status.equals(EXIT)) {
            job.end = LoggedEnd.FAILED;
        }
    }

    private static void size(LsfFields fields, LoggedJob job) {
        job.requestedProcessors = fields.whole(LsfFields.PROCESSORS);
        job.allocatedProcessors = fields.slots() > 0 ? fields.slots() : -1;
        job.allocatedNodes = fields.hosts() > 0 ? fields.hosts() : -1;
        long processors = Math.max(job.requestedProcessors, job.allocatedProcessors);
        if (processors > 0) {
            long user = LogNumbers.secondsInMillis(fields.behind(LsfFields.USER_SECONDS));
            long system = LogNumbers.secondsInMillis(fields.behind(LsfFields.SYSTEM_SECONDS));
            boolean known = user >= 0 && system >= 0 && Math.max(user, system) < Long.MAX_VALUE / 4;
            job.cpuMillis = known ? (user + system) / processors : -1;
            long memory = LogNumbers.whole(fields.behind(LsfFields.MEMORY));
            job.memoryKilobytes = memory > 0 ? memory / processors : -1;
        }
    }

    private void noRecord(String line) {
        if (line.isBlank()) {
            return;
        }
        if (misfit == null) {
            String text = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
            misfit =
                    (records.place() + ": found '" + text + "'").replaceAll("\\p{Cntrl}", "\uFFFD")
                            + " where a record is expected: \"JOB_FINISH\" \"version\" time …"
                            + " (lsb.acct of LSF).";
        }
        misfits++;
        findings.add(LsfOddity.NO_RECORD);
        if (recordCount == 0 && misfits == MISFITS_LIMIT) {
            throw new TraceException(misfit, "Maybe the file is of another format.");
        }
    }

    private void refuseWhatIsNoLog() {
        if (records.lineCount() == 0) {
            throw new TraceException(
                    file + ": is empty, where records of LSF are expected.",
                    "Maybe the download or the copy failed.");
        }
        if (recordCount == 0 && misfit != null) {
            throw new TraceException(misfit, "Maybe the file is of another format.");
        }
        if (jobRecords == 0) {
            throw new TraceException(
                    file + ": has no record JOB_FINISH, only " + recordCount + " of other kinds.",
                    "Maybe it is lsb.events: name lsb.acct, which lies beside it.");
        }
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.PROCESSOR;
    }

    @Override
    public long lineCount() {
        return records.lineCount();
    }

    @Override
    public long jobLineCount() {
        return jobRecords;
    }
}
