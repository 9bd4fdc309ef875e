package dandori.parquet.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a file as a stream. The file is open only while bytes are fetched, 64 KiB or a page at
 * a time, so that nobody need close it.
 */
final class ChunkBytes extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long to;
    private long fetched; // the place in the file behind the buffer
    private byte[] buffer = {};
    private int at;

    /** The bytes from one place to before another. */
    ChunkBytes(Path path, long from, long to) {
        this.path = path;
        this.fetched = from;
        this.to = to;
    }

    /** Bytes from a place in a file. */
    static byte[] fetch(Path path, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            file.position(from);
            while (bytes.hasRemaining()) {
                if (file.read(bytes) < 0) {
                    throw new EOFException(path + " has become shorter.");
                }
            }
        }
        return bytes.array();
    }

    /** How many bytes are left. */
    long left() {
        return to - fetched + buffer.length - at;
    }

    /** The next bytes, of which there are so many. */
    byte[] take(int count) throws IOException {
        byte[] taken = new byte[count];
        int had = Math.min(count, buffer.length - at);
        System.arraycopy(buffer, at, taken, 0, had);
        at += had;
        if (had < count) {
            byte[] rest = fetch(path, fetched, count - had);
            fetched += rest.length;
            System.arraycopy(rest, 0, taken, had, rest.length);
        }
        return taken;
    }

    @Override
    public int read() throws IOException {
        if (at == buffer.length) {
            int count = (int) Math.min(BUFFER, to - fetched);
            if (count <= 0) {
                return -1;
            }
            buffer = fetch(path, fetched, count);
            fetched += count;
            at = 0;
        }
        return buffer[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int first = length == 0 ? -1 : read();
        if (first < 0) {
            return length == 0 ? 0 : -1;
        }
        target[offset] = (byte) first;
        int more = Math.min(length - 1, buffer.length - at);
        System.arraycopy(buffer, at, target, offset + 1, more);
        at += more;
        return 1 + more;
    }
}
