package dandori.trace.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Where a trace is written: a file that nobody sees before it is whole.
 *
 * @param file the unfinished file
 * @param isPacked whether {@link #open} packs with gzip
 */
public record Destination(Path file, boolean isPacked) {

    private static final int BUFFER = 1 << 16;

    /** Opens the file, empty; the caller closes it. */
    public OutputStream open() throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return isPacked ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    }

    /**
     * An empty file beside, for what comes before its head is known; the caller deletes it, and
     * whoever finishes the file does so too.
     */
    public Path beside() throws IOException {
        Path beside = besideOf(file);
        Files.deleteIfExists(beside);
        return Files.createFile(beside);
    }

    static Path besideOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".body");
    }
}
