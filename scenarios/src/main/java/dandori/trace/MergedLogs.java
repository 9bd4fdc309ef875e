package dandori.trace;

import dandori.machine.AllocationUnit;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several logs as one, in order of time: of the logs' next jobs the one that was submitted
 * first comes first, of equal ones that of the log named first. A log that is itself out of order
 * stays so. A job that two logs tell is told once ({@link Twins}).
 *
 * <p>Time 0 is that of the log with the earliest one; jobs of the others are moved to it. Cost:
 * O(logs) a job.
 */
public final class MergedLogs {

    private final List<LogFile> logs;
    private final List<LoggedJob> heads = new ArrayList<>(); // the next job of each
    private final boolean[] hasHead;
    private final long[] shiftMillis; // from a log's time 0 to that of all
    private final @Nullable ZonedDateTime origin;
    private final TraceHeader header;
    private final @Nullable Twins twins; // null: there is but one log
    private int source;

    /**
     * Begins to read.
     *
     * @param logs open; whoever opened them closes them, and asks them for their reports at the end
     * @throws TraceException if there are several and one has no date, or they count different
     *     things
     */
    public MergedLogs(List<LogFile> logs) {
        this.logs = List.copyOf(logs);
        hasHead = new boolean[logs.size()];
        shiftMillis = new long[logs.size()];
        for (int i = 0; i < logs.size(); i++) {
            heads.add(new LoggedJob());
            readOn(i);
        }
        origin = logs.size() == 1 ? logs.get(0).origin() : earliest();
        for (int i = 0; i < logs.size(); i++) {
            ZonedDateTime its = logs.get(i).origin();
            if (origin != null && its != null) {
                shiftMillis[i] = Duration.between(origin, its).toMillis();
                heads.get(i).submitMillis += shiftMillis[i];
            }
        }
        header = joined();
        twins =
                logs.size() == 1
                        ? null
                        : new Twins(
                                logs.size(),
                                log -> this.logs.get(log).leaveOut(Finding.TOLD_TWICE));
    }

    /** The earliest time 0; null if no log has a job. */
    private @Nullable ZonedDateTime earliest() {
        @Nullable ZonedDateTime earliest = null;
        for (int i = 0; i < logs.size(); i++) {
            LogFile log = logs.get(i);
            ZonedDateTime its = log.origin();
            if (its == null && !hasHead[i]) {
                continue; // a month in which nobody ran
            }
            if (its == null) {
                throw new TraceException(
                        log.path()
                                + ": does not say the date of its time 0 (UnixStartTime), so that"
                                + " it cannot be put in order with others.",
                        "Maybe take it alone.");
            }
            if (log.unit() != logs.get(0).unit()) {
                throw new TraceException(
                        "%s: its jobs count %s, those of %s count %s."
                                .formatted(
                                        log.path(),
                                        log.unit().plural(),
                                        logs.get(0).path(),
                                        logs.get(0).unit().plural()),
                        "Maybe take each alone; or name, with --count, what all of them say: nodes,"
                                + " processors or accelerators.");
            }
            earliest = earliest == null || its.isBefore(earliest) ? its : earliest;
        }
        return earliest;
    }

    private TraceHeader joined() {
        TraceHeader first = logs.get(0).header();
        if (logs.size() == 1) {
            return first;
        }
        int maxProcs = 0;
        int maxNodes = 0;
        List<HeaderEntry> entries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (LogFile log : logs) {
            TraceHeader its = log.header();
            maxProcs = Math.max(maxProcs, its.maxProcs());
            maxNodes = Math.max(maxNodes, its.maxNodes());
            names.add(log.name());
            for (HeaderEntry entry : its.entries()) {
                if (entry.key().equals("Note") && !entries.contains(entry)) {
                    entries.add(entry);
                }
            }
        }
        entries.add(
                new HeaderEntry("Note", "Joined in order of time: " + String.join(", ", names)));
        return new TraceHeader(
                first.computer(),
                first.installation(),
                maxProcs,
                maxNodes,
                0,
                null,
                null,
                origin,
                entries);
    }

    private void readOn(int log) {
        LoggedJob job = heads.get(log);
        hasHead[log] = logs.get(log).next(job);
        if (hasHead[log]) {
            job.submitMillis += shiftMillis[log];
        }
    }

    /**
     * Reads on to the next job; its submit time is since time 0 of {@link #header}.
     *
     * @return whether there was one; false at the end
     */
    public boolean next(LoggedJob job) {
        while (true) {
            int log = first();
            if (twins != null && mayRelease(twins)) {
                source = twins.release(job);
                return true;
            }
            if (log < 0) {
                source = -1;
                return false;
            }
            job.set(heads.get(log));
            readOn(log);
            if (twins == null || twins.take(job, log, mayCome(job.submitMillis, log))) {
                source = log;
                return true;
            }
        }
    }

    private boolean mayRelease(Twins twins) {
        Twins.Held held = twins.longestHeld();
        return held != null && (twins.isFull() || !mayCome(held.job().submitMillis, held.log()));
    }

    /** Whether another log may still tell a job that was submitted then. */
    private boolean mayCome(long submitMillis, int than) {
        for (int i = 0; i < hasHead.length; i++) {
            if (i != than && hasHead[i] && heads.get(i).submitMillis <= submitMillis) {
                return true;
            }
        }
        return false;
    }

    private int first() {
        int first = -1;
        for (int i = 0; i < hasHead.length; i++) {
            boolean isBefore =
                    first < 0 || heads.get(i).submitMillis < heads.get(first).submitMillis;
            if (hasHead[i] && isBefore) {
                first = i;
            }
        }
        return first;
    }

    /** The log of the job last told. */
    public LogFile source() {
        return logs.get(source);
    }

    /** The logs, in the order in which they were given. */
    public List<LogFile> logs() {
        return logs;
    }

    /** What is known before the first job is told. */
    public TraceHeader header() {
        return header;
    }

    /** The date of time 0; null if there is but one log, and nothing tells it. */
    public @Nullable ZonedDateTime origin() {
        return origin;
    }

    /** How large the header says the machine is, in what the size of a job counts; 0: unknown. */
    public int machineSize() {
        return header.machineSize(unit(), logs.get(0).ownUnit(), 1);
    }

    /** What the size of a job counts. */
    public AllocationUnit unit() {
        return logs.get(0).unit();
    }
}
