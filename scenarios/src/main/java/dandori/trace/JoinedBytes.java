package dandori.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of several files that are one log, unpacked, one file after the other: they end where a
 * file does, and go on with {@link #nextFile}. One file is open at a time. What cannot be read is
 * told with the name of its file.
 */
final class JoinedBytes extends InputStream {

    private final List<Path> files;
    private final IntFunction<ReadProgress> progress;
    private int at;
    private TraceFile open;

    /**
     * Begins with the first.
     *
     * @param files at least one
     * @param progress who is told how far the reading of each has come
     */
    JoinedBytes(List<Path> files, IntFunction<ReadProgress> progress) {
        this.files = List.copyOf(files);
        this.progress = progress;
        open = opened();
    }

    private TraceFile opened() {
        try {
            return TraceFile.open(files.get(at), progress.apply(at));
        } catch (IOException failure) {
            throw Traces.explained(files.get(at), failure);
        }
    }

    /** The file that is being read. */
    Path currentFile() {
        return files.get(at);
    }

    /** Goes on to the next file, which is returned; null if there is none. */
    @Nullable Path nextFile() {
        if (at + 1 == files.size()) {
            return null;
        }
        close();
        at++;
        open = opened();
        return files.get(at);
    }

    @Override
    public int read() {
        try {
            return open.bytes().read();
        } catch (IOException failure) {
            throw Traces.explained(files.get(at), failure);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return open.bytes().read(target, offset, length);
        } catch (IOException failure) {
            throw Traces.explained(files.get(at), failure);
        }
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException failure) {
            throw Traces.explained(files.get(at), failure);
        }
    }
}
