package dandori.trace;

import dandori.machine.AllocationUnit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All {@linkplain LogFolder files} of a folder as one log: those of each {@linkplain LogPart part}
 * one after the other, the jobs of the parts in order of time; the months of a year, say.
 */
final class FolderLog implements JobLog, Closeable {

    /** As many parts may be open at once. */
    static final int MOST_FILES = 500;

    private final LogFiles files;
    private final MergedLogs jobs;

    private FolderLog(LogFiles files) {
        this.files = files;
        jobs = new MergedLogs(files.logs());
    }

    /**
     * Opens all files, or none.
     *
     * @throws TraceException if there are none, or too many, or one is no trace
     */
    static FolderLog open(Path folder, LogOptions options, Findings findings, ReadProgress progress)
            throws IOException {
        LogFiles files = LogFiles.openParts(parts(folder, options), options, findings, progress);
        try {
            return new FolderLog(files);
        } catch (RuntimeException wrong) {
            files.close();
            throw wrong;
        }
    }

    private static List<LogPart> parts(Path folder, LogOptions options) throws IOException {
        List<Path> paths = paths(folder);
        List<LogPart> parts = LogPart.of(paths, options, MOST_FILES);
        if (parts.size() > MOST_FILES) {
            throw new TraceException(
                    "%s: is a folder of %,d files, where at most %d are one log."
                            .formatted(folder, paths.size(), MOST_FILES),
                    "Maybe join some first: dandori trace convert FILES --out ONE.");
        }
        return parts;
    }

    private static List<Path> paths(Path folder) throws IOException {
        List<Path> paths = LogFolder.files(folder);
        if (paths.isEmpty()) {
            throw new TraceException(
                    folder + ": is a folder without a file.", "Maybe the log lies elsewhere.");
        }
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                throw new TraceException(
                        folder
                                + ": is a folder with folders in it; a log is a file, or a folder of"
                                + " files.",
                        "Maybe name one of them: %s.".formatted(path));
            }
        }
        return paths;
    }

    @Override
    public boolean next(LoggedJob job) {
        return jobs.next(job);
    }

    @Override
    public TraceHeader header() {
        return jobs.header();
    }

    @Override
    public TraceHeader headerAtEnd(long earliestSubmitMillis) {
        files.logs().forEach(LogFile::report); // counts what is odd in each header
        return header();
    }

    @Override
    public boolean isSince1970() {
        return false;
    }

    @Override
    public AllocationUnit unit() {
        return files.logs().get(0).ownUnit();
    }

    @Override
    public long lineCount() {
        return files.logs().stream().mapToLong(LogFile::lineCount).sum();
    }

    @Override
    public long jobLineCount() {
        return files.logs().stream().mapToLong(LogFile::jobLineCount).sum();
    }

    @Override
    public void close() {
        files.close();
    }
}
