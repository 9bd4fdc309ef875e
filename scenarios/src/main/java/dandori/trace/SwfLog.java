package dandori.trace;

import dandori.machine.AllocationUnit;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One file in Standard Workload Format being read: tells comments from jobs, and refuses what is no
 * such file.
 *
 * <p>Statuses, job numbers, further fields and decimals are counted on every line of 18 numbers.
 */
final class SwfLog implements JobLog {

    // Positions in SwfLines.values: the number of the field in the standard, less 1.
    private static final int ID = 0;
    private static final int SUBMIT = 1;
    private static final int WAIT = 2;
    private static final int RUN = 3;
    private static final int ALLOCATED = 4;
    private static final int CPU = 5;
    private static final int MEMORY = 6;
    private static final int REQUESTED = 7;
    private static final int ESTIMATE = 8;
    private static final int REQUESTED_MEMORY = 9;
    private static final int STATUS = 10;
    private static final int USER = 11;
    private static final int GROUP = 12;
    private static final int APPLICATION = 13;
    private static final int QUEUE = 14;
    private static final int PARTITION = 15;
    private static final int PRECEDING = 16;
    private static final int THINK = 17;

    private static final int TIMES = 1 << SUBMIT | 1 << WAIT | 1 << RUN | 1 << ESTIMATE;
    private static final int UNUSED = 1 << CPU | 1 << MEMORY | 1 << REQUESTED_MEMORY;

    /** Seconds beyond which sums of times in milliseconds might overflow: 73 million years. */
    static final long SECONDS_LIMIT = Long.MAX_VALUE / 4_000;

    /** As many lines at the beginning, all of them without 18 fields of numbers, are no trace. */
    private static final int MISFITS_LIMIT = 20;

    private static final LoggedEnd[] ENDS = {
        LoggedEnd.FAILED,
        LoggedEnd.COMPLETED,
        LoggedEnd.PART_CONTINUED,
        LoggedEnd.PART_COMPLETED,
        LoggedEnd.PART_FAILED,
        LoggedEnd.CANCELLED
    };

    private final String file;
    private final SwfLines lines;
    private final Findings findings;
    private final SwfHeader comments = new SwfHeader();
    private final @Nullable SwfNames names; // null: its header lists none
    private SwfLines.Kind kind; // of the line that was read and is still to be looked at
    private long jobLines;
    private long fittingLines; // 18 fields, all numbers
    private @Nullable String misfit; // what is wrong with the first other line
    private long latestId = Long.MIN_VALUE;

    SwfLog(TraceInput input, Findings findings) throws IOException {
        this.file = input.file();
        this.lines = new SwfLines(input.bytes());
        this.findings = findings;
        kind = lines.next();
        while (kind == SwfLines.Kind.COMMENT || kind == SwfLines.Kind.BLANK) {
            comment();
            kind = lines.next();
        }
        names = comments.names();
    }

    private void comment() {
        if (kind == SwfLines.Kind.COMMENT) {
            comments.add(lines.text());
        }
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (kind != SwfLines.Kind.END) {
            boolean isJob = false;
            if (kind == SwfLines.Kind.COMMENT) {
                comments.add(lines.text());
            } else if (kind != SwfLines.Kind.BLANK) {
                jobLines++;
                isJob = isJob();
                if (isJob) {
                    fill(job);
                }
            }
            kind = lines.next();
            if (isJob) {
                return true;
            }
        }
        refuseWhatIsNoTrace();
        return false;
    }

    /** Whether the line is one of a job; else counts what it is. */
    private boolean isJob() {
        boolean numbers = kind == SwfLines.Kind.NUMBERS;
        if (numbers && lines.fieldCount == SwfLines.FIELDS) {
            fittingLines++;
            return true;
        }
        if (kind == SwfLines.Kind.BEYOND_RANGE) {
            findings.add(Finding.BEYOND_RANGE);
            return false;
        }
        if (misfit == null) {
            misfit = SwfMisfit.describe(file, lines, kind);
        }
        if (fittingLines == 0 && jobLines == MISFITS_LIMIT) {
            throw new TraceException(misfit, null);
        }
        if (numbers && lines.fieldCount > SwfLines.FIELDS) {
            return true;
        }
        if (kind == SwfLines.Kind.TOO_LONG) {
            findings.add(Finding.TOO_LONG);
        } else if (lines.unended) {
            findings.add(Finding.CUT_SHORT);
        } else {
            findings.add(numbers ? Finding.TOO_SHORT : Finding.WORDS);
        }
        return false;
    }

    private void refuseWhatIsNoTrace() {
        if (fittingLines == 0 && misfit != null) {
            throw new TraceException(misfit, null);
        }
        if (lines.lineNumber == 0) {
            throw new TraceException(
                    file + ": is empty, where lines of 18 numbers are expected.",
                    "Maybe the download or the copy failed.");
        }
        if (jobLines == 0) {
            throw new TraceException(
                    file + ": holds comments only (" + lines.lineNumber + " lines), and no job.",
                    "Maybe the file is incomplete.");
        }
    }

    /** Fills in every field, so that nothing need be cleared. */
    private void fill(LoggedJob job) {
        long[] values = lines.values;
        noteLine(values);
        job.id = values[ID];
        job.submitMillis = millis(SUBMIT);
        job.waitMillis = millis(WAIT);
        job.runMillis = millis(RUN);
        job.walltimeMillis = millis(ESTIMATE);
        job.requestedProcessors = values[REQUESTED];
        job.allocatedProcessors = values[ALLOCATED];
        job.cpuMillis = millis(CPU);
        job.memoryKilobytes = values[MEMORY];
        job.requestedMemoryKilobytes = values[REQUESTED_MEMORY];
        long status = values[STATUS];
        job.end = status < 0 || status > 5 ? LoggedEnd.UNKNOWN : ENDS[(int) status];
        job.userNumber = values[USER];
        job.groupNumber = values[GROUP];
        job.applicationNumber = values[APPLICATION];
        job.queueNumber = values[QUEUE];
        job.partitionNumber = values[PARTITION];
        job.precedingId = values[PRECEDING];
        job.thinkMillis = millis(THINK);
        if (names != null) {
            names.fill(job);
        }
    }

    private long millis(int field) {
        long seconds = lines.values[field];
        if (seconds > SECONDS_LIMIT || seconds < -SECONDS_LIMIT) {
            return seconds < 0 ? -LoggedJob.BEYOND : LoggedJob.BEYOND;
        }
        long millis = 1_000 * seconds;
        return (lines.decimals & 1 << field) == 0 ? millis : millis + lines.thousandths[field];
    }

    private void noteLine(long[] values) {
        long status = values[STATUS];
        if (status < -1 || status > 5) {
            findings.add(Finding.ODD_STATUS);
        } else if (status >= 2 && status <= 4) {
            findings.add(Finding.PART_STATUS);
        }
        noteId(values);
        if (lines.fieldCount > SwfLines.FIELDS) {
            findings.add(Finding.FURTHER_FIELDS);
        }
        int decimals = lines.decimals;
        if (decimals != 0) {
            if ((decimals & TIMES) != 0) {
                findings.add(Finding.DECIMAL_TIMES);
            }
            if ((decimals & UNUSED) != 0) {
                findings.add(Finding.DECIMALS_UNUSED);
            }
            if ((decimals & ~(TIMES | UNUSED)) != 0) {
                findings.add(Finding.DECIMALS_CUT);
            }
        }
    }

    private void noteId(long[] values) {
        long id = values[ID];
        if (id > latestId) {
            if (id != latestId + 1 && latestId != Long.MIN_VALUE) {
                findings.add(Finding.ID_GAP);
            }
            latestId = id;
        } else {
            findings.add(Finding.ID_NOT_ASCENDING);
        }
        if ((id | Math.max(values[USER], 0) | Math.max(values[GROUP], 0)) > Integer.MAX_VALUE) {
            findings.add(Finding.LONG_NUMBERS);
        }
    }

    @Override
    public TraceHeader header() {
        return comments.header(false, new Findings());
    }

    @Override
    public TraceHeader headerAtEnd(long earliestSubmitMillis) {
        return comments.header(earliestSubmitMillis >= JobLog.EPOCH_MILLIS, findings);
    }

    @Override
    public boolean isSince1970() {
        return false; // where it is, time 0 is in 1970
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.PROCESSOR;
    }

    @Override
    public long lineCount() {
        return lines.lineNumber;
    }

    @Override
    public long jobLineCount() {
        return jobLines;
    }
}
