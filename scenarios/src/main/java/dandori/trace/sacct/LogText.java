package dandori.trace.sacct;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a text that is in memory: as much as a reader still needs, and some of what follows.
 */
final class LogText {

    /** Nothing longer is taken for a line or a job. */
    static final int LIMIT = 1 << 20;

    private static final int PIECE =
            1 << 16; // above it, malloc maps and clears pages for each read

    private final InputStream in;
    private byte[] bytes = new byte[4 * PIECE + 1]; // bytes[limit] is always a line feed
    private int limit;
    private boolean ended;

    LogText(InputStream in) throws IOException {
        this.in = in;
        more(0);
    }

    byte[] bytes() {
        return bytes;
    }

    /** The end of what was read. */
    int limit() {
        return limit;
    }

    /** Whether nothing follows. */
    boolean isEnded() {
        return ended;
    }

    /** Moves what is still needed to the front, and reads on. */
    void more(int kept) throws IOException {
        limit -= kept;
        System.arraycopy(bytes, kept, bytes, 0, limit);
        if (limit + PIECE >= bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int wanted = Math.max(limit + 1, bytes.length - 1 - PIECE);
        while (limit < wanted && !ended) {
            int read = in.read(bytes, limit, PIECE);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
        bytes[limit] = '\n';
    }
}
