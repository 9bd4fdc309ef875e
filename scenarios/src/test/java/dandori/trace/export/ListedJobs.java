package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.HeaderEntry;
import dandori.trace.ImportReport;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs of a test as a stream, and files read back. */
final class ListedJobs implements JobStream {

    private final List<LoggedJob> jobs;
    private final AllocationUnit unit;
    private final TraceHeader header;
    private int next;

    ListedJobs(List<LoggedJob> jobs, AllocationUnit unit, @Nullable ZonedDateTime origin) {
        this(jobs, unit, origin, List.of());
    }

    ListedJobs(
            List<LoggedJob> jobs,
            AllocationUnit unit,
            @Nullable ZonedDateTime origin,
            List<HeaderEntry> entries) {
        this.jobs = jobs;
        this.unit = unit;
        header = new TraceHeader("C", null, 0, 0, 0, null, null, origin, entries);
    }

    @Override
    public boolean next(LoggedJob job) {
        if (next == jobs.size()) {
            return false;
        }
        job.set(jobs.get(next++));
        return true;
    }

    @Override
    public String name() {
        return "listed";
    }

    @Override
    public TraceHeader header() {
        return header;
    }

    @Override
    public AllocationUnit unit() {
        return unit;
    }

    /** All jobs of a file. */
    static List<LoggedJob> read(Path file) {
        try (LogFile log = LogFile.open(file, LogOptions.none(), null, (read, all) -> {})) {
            return all(new JoinedLogs(List.of(log), new SubmitLimits(null, null)));
        }
    }

    /** The report on a file. */
    static ImportReport report(Path file) {
        try (LogFile log = LogFile.open(file, LogOptions.none(), null, (read, all) -> {})) {
            all(new JoinedLogs(List.of(log), new SubmitLimits(null, null)));
            return log.report();
        }
    }

    static List<LoggedJob> all(JobStream stream) {
        List<LoggedJob> all = new ArrayList<>();
        LoggedJob job = new LoggedJob();
        while (stream.next(job)) {
            LoggedJob copy = new LoggedJob();
            copy.set(job);
            all.add(copy);
        }
        return all;
    }

    /** Each job as text, every field by name. */
    static List<String> texts(List<LoggedJob> jobs) {
        List<String> texts = new ArrayList<>();
        for (LoggedJob job : jobs) {
            StringBuilder text = new StringBuilder();
            for (Field field : LoggedJob.class.getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    text.append(field.getName()).append('=').append(value(field, job)).append(' ');
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String value(Field field, LoggedJob job) {
        try {
            return String.valueOf(field.get(job));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
