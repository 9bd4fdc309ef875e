package dandori.trace;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Several logs that are open together. */
public final class LogFiles implements AutoCloseable {

    private final List<LogFile> logs = new ArrayList<>();

    private LogFiles() {}

    /**
     * Opens all, or none.
     *
     * @param paths files, and folders each of which is one log
     * @param options what the user says about all of them
     * @param usableBy tells only of jobs that these rules of import use; null: of all
     * @param progress is told how far the reading of all together has come
     * @throws TraceException if one is missing, or is no trace
     * @throws UncheckedIOException if reading fails on the way
     */
    public static LogFiles open(
            List<Path> paths,
            LogOptions options,
            @Nullable ImportRules usableBy,
            ReadProgress progress) {
        AddedProgress added = new AddedProgress(paths.size(), progress);
        return open(paths.size(), i -> LogFile.open(paths.get(i), options, usableBy, added.of(i)));
    }

    /**
     * Opens all parts of a folder, or none.
     *
     * @param findings where the oddities of all are counted
     */
    static LogFiles openParts(
            List<LogPart> parts, LogOptions options, Findings findings, ReadProgress progress) {
        AddedProgress added = new AddedProgress(parts.size(), progress);
        return open(parts.size(), i -> LogFile.open(parts.get(i), options, findings, added.of(i)));
    }

    private static LogFiles open(int count, IntFunction<LogFile> opening) {
        LogFiles files = new LogFiles();
        try {
            for (int i = 0; i < count; i++) {
                files.logs.add(opening.apply(i));
            }
            return files;
        } catch (RuntimeException wrong) {
            files.close();
            throw wrong;
        }
    }

    /** In the order in which they were named. */
    public List<LogFile> logs() {
        return List.copyOf(logs);
    }

    @Override
    public void close() {
        logs.forEach(LogFile::close);
    }
}
