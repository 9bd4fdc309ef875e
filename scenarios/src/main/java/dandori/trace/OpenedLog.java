package dandori.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log that was found, opened and recognized: a file, or all files of a folder as one log. */
final class OpenedLog implements Closeable {

    private final TraceInput input;
    private final Findings findings;
    private final JobLog log;
    private final @Nullable WatchedBytes bytes; // null: each file of the folder has its own
    private final Closeable file;
    private boolean atEnd; // the log has counted what it counts there

    private OpenedLog(
            TraceInput input,
            Findings findings,
            JobLog log,
            @Nullable WatchedBytes bytes,
            Closeable file) {
        this.input = input;
        this.findings = findings;
        this.log = log;
        this.bytes = bytes;
        this.file = file;
    }

    /**
     * Opens it; {@link Traces#explained} has words for what fails on the way.
     *
     * @param options what the user says about it
     * @param findings where oddities are counted
     * @param progress is told how far the reading has come
     * @throws TraceException if there is no such file, or it is no trace
     */
    static OpenedLog open(Path path, LogOptions options, Findings findings, ReadProgress progress)
            throws IOException {
        Traces.checkReadable(path);
        if (Files.isDirectory(path)) {
            TraceInput input =
                    new TraceInput(
                            path.toString(),
                            Traces.name(path),
                            InputStream.nullInputStream(),
                            null,
                            options);
            FolderLog folder = FolderLog.open(path, options, findings, progress);
            return new OpenedLog(input, findings, folder, null, folder);
        }
        TraceFile file = TraceFile.open(path, progress);
        try {
            TraceInput input =
                    new TraceInput(
                            path.toString(),
                            Traces.name(path),
                            file.bytes(),
                            file.isPacked() ? null : path,
                            options);
            return of(Traces.format(path, file.head(), options), input, findings, file);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /**
     * Opens files of a format that goes on from one to the next, as one log.
     *
     * @param progress is told how far the reading has come
     */
    static OpenedLog join(
            List<Path> files,
            TraceFormat format,
            LogOptions options,
            Findings findings,
            ReadProgress progress)
            throws IOException {
        AddedProgress added = new AddedProgress(files.size(), progress);
        for (int i = 0; i < files.size(); i++) {
            added.of(i).read(0, Files.size(files.get(i)));
        }
        JoinedBytes bytes = new JoinedBytes(files, added::of);
        try {
            Path first = files.get(0);
            String file = first.toString();
            String name = Traces.name(first);
            if (files.size() > 1) {
                Path last = files.get(files.size() - 1);
                file += " to " + last.getFileName();
                name += " to " + Traces.name(last);
            }
            TraceInput input = new TraceInput(file, name, bytes, null, options);
            return of(format, input, findings, bytes);
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    /**
     * What is known to be of a format.
     *
     * @param file is closed with it
     */
    static OpenedLog of(TraceFormat format, TraceInput input, Findings findings, Closeable file)
            throws IOException {
        WatchedBytes bytes = new WatchedBytes(input.bytes(), input.file());
        JobLog log = format.open(input.with(bytes), findings);
        return new OpenedLog(input, findings, log, bytes, file);
    }

    /** What to call it. */
    TraceInput input() {
        return input;
    }

    /** Where its oddities are counted. */
    Findings findings() {
        return findings;
    }

    /** What it says; jobs are asked of {@link #next}. */
    JobLog log() {
        return log;
    }

    /** Reads on to the next job; false at the end, however often it is asked there. */
    boolean next(LoggedJob job) throws IOException {
        if (atEnd || !log.next(job)) {
            atEnd = true;
            return false;
        }
        if (bytes != null) {
            bytes.jobFound();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
