package dandori.web;

import dandori.web.study.ResultFile;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Sends files of the served folder as they are: to be kept, or a report to be shown. */
final class SentFiles {

    /** A report has its style within, and its pictures; it may ask and run nothing. */
    private static final String REPORT_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final int AT_ONCE = 8; // each takes a thread until it is taken
    private static final int PIECE_BYTES = 1_000_000; // each is to be taken in time

    private final ServedFolder folder;
    private final Semaphore sending = new Semaphore(AT_ONCE);

    SentFiles(ServedFolder folder) {
        this.folder = folder;
    }

    /**
     * Sends a file that stands in a folder.
     *
     * @throws RefusedException if there is none, or too many are being sent
     */
    void send(Context request, String at, ResultFile wanted) throws IOException {
        String name = wanted.name();
        Path found = folder.at(at.isEmpty() ? name : at + "/" + name);
        if (!Files.isRegularFile(found)) {
            throw RefusedException.absent("name: '%s' is no file.".formatted(name), "");
        }
        if (!sending.tryAcquire()) {
            throw new RefusedException(503, "Other files are still being sent.", "a bit later.");
        }
        try (SeekableByteChannel file = folder.open(found)) {
            request.contentType(wanted.type());
            if (wanted.type().startsWith("text/html")) {
                request.header("Content-Security-Policy", REPORT_POLICY);
            } else {
                request.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
            }
            request.header("Content-Length", String.valueOf(file.size()));
            request.disableCompression();
            send(file, request.outputStream());
        } finally {
            sending.release();
        }
    }

    private static void send(SeekableByteChannel file, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, file.size() + 1));
        while (file.read(piece) >= 0) {
            if (!piece.hasRemaining()) {
                out.write(piece.array(), 0, piece.position());
                piece.clear();
            }
        }
        out.write(piece.array(), 0, piece.position());
    }
}
