package dandori.trace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The content of a trace, given up where a gigabyte of it holds no job: a small packed file may
 * unpack to more than anybody has time for.
 */
final class WatchedBytes extends FilterInputStream {

    /** As many bytes without a job are no trace. Steps of one job are fewer. */
    static final long LIMIT_BYTES = 1L << 30;

    private final String file;
    private final long limitBytes;
    private long readBytes;
    private long atJobBytes; // how many were read when the latest job was found

    /**
     * Watches.
     *
     * @param file what the trace is called in messages
     */
    WatchedBytes(InputStream in, String file) {
        this(in, file, LIMIT_BYTES);
    }

    /** With another limit. */
    WatchedBytes(InputStream in, String file, long limitBytes) {
        super(in);
        this.file = file;
        this.limitBytes = limitBytes;
    }

    /** A job has been found. */
    void jobFound() {
        atJobBytes = readBytes;
    }

    /** Which of several files is being read; null if there are not several. */
    @Nullable String currentFile() {
        return in instanceof JoinedBytes joined ? joined.currentFile().toString() : null;
    }

    /** Goes on to the next of several files, which is returned; null if there is none. */
    @Nullable String nextFile() {
        Path next = in instanceof JoinedBytes joined ? joined.nextFile() : null;
        return next == null ? null : next.toString();
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long read) {
        readBytes += Math.max(read, 0);
        if (readBytes - atJobBytes > limitBytes) {
            throw new TraceException(
                    file + ": holds a gigabyte of content without a job.",
                    "Maybe it is damaged, or no trace.");
        }
    }
}
