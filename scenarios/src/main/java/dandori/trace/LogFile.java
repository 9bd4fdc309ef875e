package dandori.trace;

import dandori.machine.AllocationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A trace that is read job by job, as its log tells it, for those who hand jobs on: no rule of
 * import changes anything. Memory does not grow with the number of jobs, but where a format has to
 * know jobs again ({@code docs/guide/traces.md} says by how much). Not thread safe.
 *
 * <p>A job with a number beyond what can be is left out and counted, as in an import.
 */
public final class LogFile implements AutoCloseable {

    private final Path path;
    private final OpenedLog opened;
    private final JobLog log;
    private final LogOptions options;
    private final Findings findings;
    private final @Nullable UsableJobs usable; // null: all
    private final LoggedJob first = new LoggedJob();
    private boolean hasFirst; // the first job was read and is still to be told
    private boolean isSince1970;
    private final @Nullable ZonedDateTime origin;
    private long earliestSubmitMillis = Long.MAX_VALUE;
    private long jobCount;
    private long sizedCount; // jobs that say how many of the unit they asked for or had
    private @Nullable ImportReport report; // null: not asked for yet

    private LogFile(
            Path path, OpenedLog opened, LogOptions options, @Nullable ImportRules usableBy) {
        this.path = path;
        this.opened = opened;
        this.options = options;
        log = opened.log();
        findings = opened.findings();
        usable =
                usableBy == null
                        ? null
                        : new UsableJobs(opened.input(), usableBy.withLog(options), log);
        isSince1970 = log.isSince1970();
        hasFirst = read(first);
        origin = findOrigin();
    }

    /**
     * Opens a trace: a file, or all files of a folder as one.
     *
     * @param options what the user says about it
     * @param usableBy tells only of jobs that these rules of import use; null: of all
     * @param progress is told how far the reading has come
     * @throws TraceException if there is no such file, or it is no trace
     * @throws UncheckedIOException if reading fails on the way
     */
    public static LogFile open(
            Path path, LogOptions options, @Nullable ImportRules usableBy, ReadProgress progress) {
        return open(path, options, usableBy, new Findings(), progress);
    }

    /**
     * Opens a trace.
     *
     * @param findings where its oddities are counted
     */
    static LogFile open(
            Path path,
            LogOptions options,
            @Nullable ImportRules usableBy,
            Findings findings,
            ReadProgress progress) {
        return open(
                path, () -> OpenedLog.open(path, options, findings, progress), options, usableBy);
    }

    /**
     * Opens what of a folder is read together.
     *
     * @param findings where its oddities are counted
     */
    static LogFile open(
            LogPart part, LogOptions options, Findings findings, ReadProgress progress) {
        Path first = part.files().get(0);
        TraceFormat format = part.format();
        return format == null
                ? open(first, options, null, findings, progress)
                : open(
                        first,
                        () -> OpenedLog.join(part.files(), format, options, findings, progress),
                        options,
                        null);
    }

    private static LogFile open(
            Path path, Opening opening, LogOptions options, @Nullable ImportRules usableBy) {
        OpenedLog opened = null;
        try {
            opened = opening.open();
            return new LogFile(path, opened, options, usableBy);
        } catch (IOException failure) {
            close(opened);
            throw Traces.explained(path, failure);
        } catch (RuntimeException wrong) {
            close(opened);
            throw wrong;
        }
    }

    /** Opens a log. */
    private interface Opening {
        OpenedLog open() throws IOException;
    }

    private static void close(@Nullable OpenedLog opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException alsoBroken) {
            throw new UncheckedIOException(alsoBroken);
        }
    }

    private @Nullable ZonedDateTime findOrigin() {
        TraceHeader header = log.header();
        if (!isSince1970
                && header.unixStartTime() == null
                && hasFirst
                && first.submitMillis >= JobLog.EPOCH_MILLIS) {
            isSince1970 = true;
        }
        if (!isSince1970) {
            return header.origin();
        }
        ZoneId zone = JobIntake.zone(options, log);
        return hasFirst ? JobIntake.originOf(first.submitMillis, zone) : null;
    }

    /**
     * Reads on to the next job; its submit time is since {@link #origin}.
     *
     * @return whether there was one; false at the end
     */
    public boolean next(LoggedJob job) {
        if (hasFirst) {
            job.set(first);
            hasFirst = false;
        } else if (!read(job)) {
            return false;
        }
        if (isSince1970 && origin != null) {
            job.submitMillis -= origin.toInstant().toEpochMilli();
        }
        earliestSubmitMillis = Math.min(earliestSubmitMillis, job.submitMillis);
        return true;
    }

    private boolean read(LoggedJob job) {
        try {
            while (opened.next(job)) {
                if (JobIntake.isBeyond(job)) {
                    findings.add(Finding.BEYOND_RANGE);
                } else if (usable == null || usable.has(job, findings)) {
                    jobCount++;
                    sizedCount += job.requested(unit()) > 0 || job.allocated(unit()) > 0 ? 1 : 0;
                    return true;
                }
            }
            return false;
        } catch (IOException failure) {
            throw Traces.explained(path, failure);
        }
    }

    /** Counts the job last told as one that was submitted outside the limits of the call. */
    public void leaveOut() {
        leaveOut(Finding.OUTSIDE_LIMITS);
    }

    /** Counts a job that was told as one that is not handed on. */
    void leaveOut(Finding reason) {
        findings.add(reason);
        jobCount--;
    }

    /** How many lines were read. */
    long lineCount() {
        return log.lineCount();
    }

    /** How many of them are jobs, or should have been. */
    long jobLineCount() {
        return log.jobLineCount();
    }

    /**
     * Refuses to count what the user wants to count, once all is read, if no job says it.
     *
     * @throws TraceException if so
     */
    public void refuseUnknownSizes() {
        AllocationUnit wanted = options.unit();
        if (wanted != null && wanted != log.unit() && jobCount > 0 && sizedCount == 0) {
            throw new TraceException(
                    String.format(
                            Locale.ROOT,
                            "%s: none of its %,d jobs says how many %s it asked for or had, which"
                                    + " --count names.",
                            path,
                            jobCount,
                            wanted.plural()),
                    "Maybe leave --count out: it counts %s.".formatted(log.unit().plural()));
        }
    }

    /** The date of time 0, or null if nothing tells it. */
    public @Nullable ZonedDateTime origin() {
        return origin;
    }

    /** What the log has said of itself so far, {@link #origin} included. */
    public TraceHeader header() {
        return log.header().withOrigin(origin);
    }

    /** What the size of a job counts. */
    public AllocationUnit unit() {
        AllocationUnit wanted = options.unit();
        return wanted == null ? log.unit() : wanted;
    }

    /** What it counts unless the user wants something else. */
    AllocationUnit ownUnit() {
        return log.unit();
    }

    /** The file's name without folder and endings. */
    public String name() {
        return opened.input().name();
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** What was odd in the log, once it is read to its end; jobs used are those told. */
    public ImportReport report() {
        ImportReport made = report == null ? made() : report;
        report = made;
        return made;
    }

    private ImportReport made() {
        TraceHeader header = log.headerAtEnd(earliestSubmitMillis);
        if (header.maxRecords() > 0 && header.maxRecords() != log.jobLineCount()) {
            findings.set(Finding.OTHER_COUNT, 1);
        }
        return new ImportReport(
                opened.input().name(),
                log.lineCount(),
                log.jobLineCount(),
                (int) jobCount,
                findings.notes(ImportPreset.DANDORI, false, unit()));
    }

    @Override
    public void close() {
        close(opened);
    }
}
