package dandori.trace;

import dandori.job.Workload;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads traces: logs of real machines, packed with gzip or not, in any format that a {@link
 * TraceFormat} knows.
 *
 * <p>Neither the packing nor the format is taken from the file's name, only from its content.
 */
public final class Traces {

    private static final ReadProgress SILENT = new Silent();

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
        checkReadable(path);
        try (TraceFile file = TraceFile.open(path, progress)) {
            return format(file.head()).read(input(path, file), rules);
        } catch (IOException failure) {
            throw explained(path, failure);
        }
    }

    /**
     * What a trace says of itself, without its jobs: the date of its time 0, for instance, which
     * dates need to become {@link ImportRules#withSubmittedWithin limits}.
     *
     * @throws TraceException if there is no such file, or it is damaged
     * @throws UncheckedIOException if reading fails on the way
     */
    public static TraceHeader readHeader(Path path) {
        checkReadable(path);
        try (TraceFile file = TraceFile.open(path, SILENT)) {
            return format(file.head()).readHeader(input(path, file));
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
     */
    private static TraceFormat format(byte[] head) {
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

    private static TraceInput input(Path path, TraceFile file) {
        return new TraceInput(path.toString(), name(path), file.bytes());
    }

    /** The file's name without folder and without {@code .gz} and {@code .swf}. */
    private static String name(Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        name = without(name, ".gz");
        return without(name, ".swf");
    }

    private static String without(String name, String end) {
        boolean has = name.length() > end.length() && name.endsWith(end);
        return has ? name.substring(0, name.length() - end.length()) : name;
    }

    private static void checkReadable(Path path) {
        String problem = null;
        String maybe = null;
        if (!Files.exists(path)) {
            problem = ": there is no such file.";
            maybe = "Maybe it lies elsewhere; this is " + Path.of("").toAbsolutePath() + ".";
        } else if (Files.isDirectory(path)) {
            problem = ": is a folder, where a file is expected.";
            maybe = "Maybe name one of the files in it.";
        } else if (!Files.isReadable(path)) {
            problem = ": may not be read by this user.";
            maybe = "Maybe its owner can change that: chmod a+r.";
        }
        if (problem != null) {
            throw new TraceException(path + problem, maybe);
        }
    }

    private static RuntimeException explained(Path path, IOException failure) {
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
