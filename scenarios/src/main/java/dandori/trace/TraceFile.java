package dandori.trace;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file being read: opened, unpacked if its content is gzip, its beginning known. */
final class TraceFile implements Closeable {

    private static final int HEAD = 4096;

    private final InputStream bytes;
    private final byte[] head;
    private final boolean packed;

    private TraceFile(InputStream bytes, byte[] head, boolean packed) {
        this.bytes = bytes;
        this.head = head;
        this.packed = packed;
    }

    static TraceFile open(Path path, ReadProgress progress) throws IOException {
        InputStream file = new Counted(stream(path), Files.size(path), progress);
        try {
            PushbackInputStream raw = new PushbackInputStream(file, HEAD);
            byte[] head = peek(raw);
            if (head.length < 2 || head[0] != 0x1f || head[1] != (byte) 0x8b) {
                return new TraceFile(raw, head, false);
            }
            PushbackInputStream unpacked = new PushbackInputStream(new GzipMembers(raw), HEAD);
            return new TraceFile(unpacked, peek(unpacked), true);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** A plain stream where there is one: a channel would load some forty classes first. */
    private static InputStream stream(Path path) throws IOException {
        return path.getFileSystem() == FileSystems.getDefault()
                ? new FileInputStream(path.toFile())
                : Files.newInputStream(path);
    }

    /** The content, unpacked, from its beginning. */
    InputStream bytes() {
        return bytes;
    }

    /** The first bytes of the content. */
    byte[] head() {
        return head;
    }

    /** Whether there is no content, or a little that is blanks and line ends only. */
    boolean isBlank() {
        return head.length < HEAD && new String(head, StandardCharsets.UTF_8).isBlank();
    }

    /** Whether the content was packed with gzip. */
    boolean isPacked() {
        return packed;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        return head;
    }

    /** Tells how much was read. */
    private static final class Counted extends FilterInputStream {

        private final long totalBytes;
        private final ReadProgress progress;
        private long readBytes;

        Counted(InputStream in, long totalBytes, ReadProgress progress) {
            super(in);
            this.totalBytes = totalBytes;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return count(one < 0 ? -1 : 1) < 0 ? -1 : one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return count(in.read(target, offset, length));
        }

        private int count(int read) {
            if (read > 0) {
                readBytes += read;
                progress.read(readBytes, totalBytes);
            }
            return read;
        }
    }
}
