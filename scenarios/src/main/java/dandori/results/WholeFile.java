package dandori.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes a file beside its place, under a hidden name of its own, and gives it its name when it is
 * whole: nobody ever reads half of it, not even where two write the same file, and when writing
 * fails nothing is left.
 */
public final class WholeFile {

    /** The end of the names of files that are being written; leftovers of killed runs have it. */
    static final String UNFINISHED = ".part";

    private WholeFile() {}

    /** What is written into a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything; the stream is buffered, and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; a name that ends in {@code .gz} is packed. An older file of that name is
     * replaced.
     *
     * @throws FileSystemException if it cannot be written; it names the file and says why
     */
    public static void write(Path file, Content content) throws IOException {
        boolean isPacked = file.toString().endsWith(".gz");
        writeTo(
                file,
                unfinished -> {
                    try (OutputStream bytes =
                                    new BufferedOutputStream(
                                            Files.newOutputStream(unfinished), 1 << 16);
                            OutputStream out = isPacked ? new Packed(bytes) : bytes) {
                        content.writeTo(out);
                    }
                });
    }

    /** Who writes a file by its path, under the hidden name. */
    @FunctionalInterface
    public interface Draft {

        /** Writes everything. */
        void writeTo(Path unfinished) throws IOException;
    }

    /** Writes a file by its path, as {@link #write} does with a stream. */
    public static void writeTo(Path file, Draft content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(unfinishedName(file));
        try {
            content.writeTo(unfinished);
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (JacksonIOException broken) {
            throw named(file, broken.getCause());
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException broken) {
            throw named(file, broken);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A hidden name that no other thread or process has. */
    static String unfinishedName(Path file) {
        return ".%s.%d-%d%s"
                .formatted(
                        file.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().getId(),
                        UNFINISHED);
    }

    /** The failure with the name of the file, which that of a full disk does not tell. */
    private static FileSystemException named(Path file, @Nullable Throwable broken) {
        String reason = broken == null ? null : broken.getMessage();
        FileSystemException named = new FileSystemException(file.toString(), null, reason);
        named.initCause(broken);
        return named;
    }

    /** Copies a file as it is. */
    public static void copy(Path from, Path to) throws IOException {
        writeTo(
                to,
                unfinished -> Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Writes text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Packs quickly: tables are written far more often than they are kept. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
