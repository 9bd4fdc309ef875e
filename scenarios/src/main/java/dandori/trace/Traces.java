package dandori.trace;

import dandori.job.Workload;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads traces: logs of real machines, packed with gzip or not, in any format that a {@link
 * TraceFormat} knows. A folder is one log, joined from all files in it in order of time.
 *
 * <p>Neither the packing nor the format is taken from the file's name, only from its content.
 */
public final class Traces {

    /** The most jobs that {@link #readOrStream} keeps in memory: some 200 MB. */
    public static final int KEPT_JOBS = 2_000_000;

    static final ReadProgress SILENT = new Silent();

    /** What formats are called elsewhere. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "slurm", "sacct",
                    "torque", "pbs",
                    "openpbs", "pbs",
                    "fugaku", "fdata",
                    "f-data", "fdata",
                    "fujitsu", "tcs",
                    "json", "batsim");

    private Traces() {}

    /**
     * The jobs of a trace by {@link ImportRules#dandori()}, one unit per processor.
     *
     * @throws TraceException if there is no such file, or it is no trace, or none of its jobs can
     *     be used
     * @throws UncheckedIOException if reading fails on the way
     */
    public static Workload read(Path path) {
        return read(path, ImportRules.dandori(), SILENT).workload();
    }

    /**
     * A trace by the given rules.
     *
     * @param progress is told how far the reading has come
     * @throws TraceException if there is no such file, or it is no trace, or none of its jobs can
     *     be used
     * @throws UncheckedIOException if reading fails on the way
     */
    public static ImportedTrace read(Path path, ImportRules rules, ReadProgress progress) {
        return (ImportedTrace) readOrStream(path, rules, progress, Integer.MAX_VALUE);
    }

    /**
     * A trace by the given rules, its jobs in memory if they are not too many; else a second
     * reading will stream them. What is no file of its own, such as a pipe, can be read but once,
     * and all of whose jobs come at one instant need not be.
     *
     * @param progress is told how far the reading has come
     * @param keptAtMost how many jobs are kept; {@link #KEPT_JOBS}, say
     * @throws TraceException if there is no such file, or it is no trace, or none of its jobs can
     *     be used
     * @throws UncheckedIOException if reading fails on the way
     */
    public static KnownTrace readOrStream(
            Path path, ImportRules rules, ReadProgress progress, int keptAtMost) {
        int kept =
                mayBeReadAgain(path) && !rules.keepDependencies() ? keptAtMost : Integer.MAX_VALUE;
        try (OpenedLog log = OpenedLog.open(path, rules.log(), new Findings(), progress)) {
            KnownTrace read = new TraceImport(log, rules).read(path, kept);
            boolean isInstant =
                    read instanceof StreamedTrace streamed
                            && streamed.firstSubmitMillis() == streamed.lastSubmitMillis();
            return isInstant ? read(path, rules, progress) : read;
        } catch (IOException failure) {
            throw explained(path, failure);
        }
    }

    /** A pipe can be read but once. */
    private static boolean mayBeReadAgain(Path path) {
        return Files.isRegularFile(path) || Files.isDirectory(path);
    }

    /** The header of a trace of which the user says nothing. */
    public static TraceHeader readHeader(Path path) {
        return readBeginning(path, LogOptions.none()).header();
    }

    /**
     * What a trace says of itself, without its jobs: the date of its time 0, for instance, which
     * dates need to become {@link ImportRules#withSubmittedWithin limits}.
     *
     * @param options what the user says about it
     * @throws TraceException if there is no such file, or it is damaged
     * @throws UncheckedIOException if reading fails on the way
     */
    public static LogBeginning readBeginning(Path path, LogOptions options) {
        try (OpenedLog opened = OpenedLog.open(path, options, new Findings(), SILENT)) {
            JobLog log = opened.log();
            TraceHeader header = log.header();
            LoggedJob first = new LoggedJob();
            boolean isSince1970 = log.isSince1970() && opened.next(first);
            while (isSince1970 && JobIntake.isBeyond(first)) { // the import passes over it, too
                isSince1970 = opened.next(first);
            }
            if (isSince1970) {
                ZoneId zone = JobIntake.zone(options, log);
                header = header.withOrigin(JobIntake.originOf(first.submitMillis, zone));
            }
            return new LogBeginning(header, log.unit());
        } catch (IOException failure) {
            throw explained(path, failure);
        }
    }

    /** All formats that are installed, in the order in which they are found. */
    public static List<TraceFormat> formats() {
        List<TraceFormat> formats = new ArrayList<>();
        for (TraceFormat format : ServiceLoader.load(TraceFormat.class)) {
            formats.add(format);
        }
        return formats;
    }

    /**
     * The format of a file that begins with the given bytes. The Standard Workload Format is asked
     * first, without looking for others, since it is nearly always right; and it explains what is
     * wrong with a file that nobody knows.
     *
     * @throws TraceException if it is none of a trace, or the format that the user names is not
     *     known
     */
    static TraceFormat format(Path path, byte[] head, LogOptions options) {
        ForeignFile.refuse(path, head);
        if (options.format() != null) {
            return named(path, options.format());
        }
        if (options.mapping() != null) {
            return mapped(path, head);
        }
        Swf swf = new Swf();
        if (!swf.recognizes(head)) {
            for (TraceFormat format : formats()) {
                if (format.recognizes(head)) {
                    return format;
                }
            }
        }
        return swf;
    }

    private static TraceFormat mapped(Path path, byte[] head) {
        for (TraceFormat format : formats()) {
            if (format.takesMapping() && format.recognizes(head)) {
                return format;
            }
        }
        return named(path, "csv");
    }

    private static TraceFormat named(Path path, String name) {
        List<String> names = new ArrayList<>();
        for (TraceFormat format : formats()) {
            if (format.name().equals(name)) {
                return format;
            }
            names.add(format.name());
        }
        String known = String.join(", ", names);
        String meant = OTHER_NAMES.get(name.toLowerCase(Locale.ROOT));
        throw new TraceException(
                path + ": there is no format '" + name + "' of traces.",
                meant == null
                        ? "Maybe one of: " + known + "."
                        : "Maybe '%s'. Known: %s.".formatted(meant, known));
    }

    /** The file's name without folder and without {@code .gz}, {@code .swf} and {@code .csv}. */
    static String name(Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        name = without(name, ".gz");
        return without(without(name, ".swf"), ".csv");
    }

    private static String without(String name, String end) {
        boolean has = name.length() > end.length() && name.endsWith(end);
        return has ? name.substring(0, name.length() - end.length()) : name;
    }

    static void checkReadable(Path path) {
        String problem = null;
        String maybe = null;
        if (!Files.exists(path)) {
            problem = ": there is no such file.";
            maybe = "Maybe it lies elsewhere; this is " + Path.of("").toAbsolutePath() + ".";
        } else if (!Files.isReadable(path)) {
            problem = ": may not be read by this user.";
            maybe = "Maybe its owner can change that: chmod a+r.";
        }
        if (problem != null) {
            throw new TraceException(path + problem, maybe);
        }
    }

    static RuntimeException explained(Path path, IOException failure) {
        @Nullable String problem = null;
        if (failure instanceof EOFException) {
            problem = ": ends in the middle of its gzip data.";
        } else if (failure instanceof ZipException) {
            String detail = failure.getMessage();
            problem = ": its gzip data is damaged" + (detail == null ? "." : " (" + detail + ").");
        }
        if (problem != null) {
            return new TraceException(
                    path + problem,
                    "Maybe the download or the copy was interrupted: fetch it again.",
                    failure);
        }
        return new UncheckedIOException(
                path + ": reading failed (" + failure.getMessage() + ").", failure);
    }

    /** Tells nobody. A class, since a lambda here would cost some milliseconds at the start. */
    private static final class Silent implements ReadProgress {
        @Override
        public void read(long bytesRead, long totalBytes) {}
    }
}
