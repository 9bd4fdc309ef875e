package dandori.trace.tcs;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LogClock;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.lines.LogLines;
import dandori.trace.lines.LogNumbers;
import dandori.trace.lines.SeenJobs;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file of statistics being read, block by block. */
final class TcsLog implements JobLog {

    private static final String JOB_ID = "JOB ID";
    private static final int RUNNING = 1; // told, but not to its end
    private static final int TOLD = 2;
    private static final Set<String> OVER = Set.of("EXT", "CCL", "ERR", "RJT", "EXIT", "CANCEL");

    private final String file;
    private final LogLines lines;
    private final Findings findings;
    private final LogClock clock;
    private final SeenJobs seen = new SeenJobs(); // by id and start: RUNNING or TOLD
    private @Nullable TcsBlock block; // that is being read
    private long blocks;

    TcsLog(TraceInput input, Findings findings) {
        this.file = input.file();
        this.lines = new LogLines(input);
        this.findings = findings;
        this.clock = new LogClock(input.options().zone(), findings);
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (lines.next()) {
            TcsBlock done = take(lines.text());
            if (done != null && isJob(done, job)) {
                return true;
            }
        }
        refuseWhatIsNoLog();
        TcsBlock last = block;
        block = null;
        if (last != null && isJob(last, job)) {
            return true;
        }
        findings.add(TcsOddity.NO_END, seen.count(state -> state == RUNNING));
        return false;
    }

    /** Takes a line; the block before, if it begins a further one. */
    private @Nullable TcsBlock take(String line) {
        TcsBlock before = block;
        String key = TcsBlock.key(line);
        if (lines.isTooLong()) {
            findings.add(TcsOddity.TOO_LONG);
            return null;
        }
        if (key.equals(JOB_ID)) {
            blocks++;
            block = new TcsBlock();
            block.add(key, line);
            return before;
        }
        if (before != null && !key.isEmpty()) {
            before.add(key, line);
        } else if (!line.isBlank()) {
            findings.add(TcsOddity.NO_KEY);
        }
        return null;
    }

    private boolean isJob(TcsBlock fields, LoggedJob job) {
        job.clear();
        String id = String.valueOf(fields.text(JOB_ID));
        long startMillis = millis(fields.date("JOB START DATE"));
        long print = SeenJobs.print(SeenJobs.print(id), startMillis);
        int before = seen.get(print);
        if (before == TOLD) {
            findings.add(TcsOddity.REPEATED);
            return false;
        }
        boolean hasEnded = startMillis >= 0 && times(fields, startMillis, job);
        seen.put(print, startMillis < 0 || hasEnded ? TOLD : RUNNING);
        if (startMillis < 0) {
            findings.add(TcsOddity.NEVER_STARTED);
        } else if (before == RUNNING) {
            findings.add(TcsOddity.REPEATED); // of the two, the block without an end
        }
        if (!hasEnded) {
            return false;
        }
        job.id = number(id);
        job.user = fields.text("USER");
        job.group = fields.text("GROUP");
        job.queue = fields.text("RESOURCE UNIT");
        job.partition = fields.text("RESOURCE GROUP");
        job.walltimeMillis = fields.spanMillis("ELAPSE TIME (LIMIT)");
        job.requestedNodes = fields.count("NODE NUM (REQUIRE)");
        job.allocatedNodes = fields.count("NODE NUM (ALLOC)");
        job.requestedProcessors = fields.count("CPU NUM (REQUIRE)");
        job.allocatedProcessors = fields.count("CPU NUM (ALLOC)");
        String exit = fields.text("EXIT CODE");
        if (exit != null) {
            job.end = exit.equals("0") ? LoggedEnd.COMPLETED : LoggedEnd.FAILED;
        }
        if ("CCL".equals(fields.text("STATE"))) {
            job.end = LoggedEnd.CANCELLED;
        }
        return true;
    }

    /** Fills in the times; whether it has ended. */
    private boolean times(TcsBlock fields, long startMillis, LoggedJob job) {
        long endMillis = millis(fields.date("JOB END DATE"));
        long usedMillis = fields.spanMillis("ELAPSE TIME (USE)");
        String state = fields.text("STATE");
        if (endMillis < 0 && (state == null || !OVER.contains(state) || usedMillis < 0)) {
            return false;
        }
        if (endMillis >= startMillis) {
            job.runMillis = endMillis - startMillis;
        } else {
            findings.add(TcsOddity.RUN_FROM_USED);
            job.runMillis = usedMillis;
        }
        job.submitMillis = millis(fields.date("ACCEPT DATE"));
        if (job.submitMillis < 0) {
            findings.add(TcsOddity.SUBMIT_FROM_START);
            job.submitMillis = startMillis;
        } else if (startMillis < job.submitMillis) {
            findings.add(TcsOddity.START_BEFORE_SUBMIT);
        } else {
            job.waitMillis = startMillis - job.submitMillis;
        }
        return true;
    }

    private long millis(@Nullable String date) {
        long millis = date == null ? LogClock.NO_DATE : clock.millis(date);
        return Math.max(millis, -1);
    }

    /** The number that an id begins with: 123 of {@code 123[4]} and {@code 123_0}. */
    private static long number(String id) {
        int end = 0;
        while (end < id.length() && id.charAt(end) >= '0' && id.charAt(end) <= '9') {
            end++;
        }
        return LogNumbers.whole(id.substring(0, end));
    }

    private void refuseWhatIsNoLog() {
        if (lines.count() == 0) {
            throw new TraceException(
                    file + ": is empty, where statistics of jobs of TCS are expected.",
                    "Maybe the download or the copy failed.");
        }
        if (blocks == 0) {
            throw new TraceException(
                    file + ": none of its lines is 'JOB ID : …' (statistics of jobs of TCS).",
                    "Maybe the file is of another format.");
        }
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.NODE;
    }

    @Override
    public long lineCount() {
        return lines.count();
    }

    @Override
    public long jobLineCount() {
        return blocks;
    }
}
