package dandori.web;

import dandori.web.timeline.RunTree;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * The files of a run or a study themselves, to be kept elsewhere; a report is shown, in a frame
 * that lets it do nothing.
 */
final class RunFileRoutes {

    private static final String REPORT = "report.html";

    /** A report has its style within, and its pictures; it may ask and run nothing. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final int SENT_AT_ONCE = 8; // each takes a thread until it is taken

    private final ServedFolder folder;
    private final Semaphore sending = new Semaphore(SENT_AT_ONCE);

    RunFileRoutes(ServedFolder folder) {
        this.folder = folder;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/run/file", this::file);
    }

    private void file(Context request) throws IOException {
        String at = Parameters.text(request, "at");
        String name = Parameters.text(request, "name");
        if (!RunTree.FILES.contains(name)) {
            throw RefusedException.absent(
                    "name: folders of results have no file '%s'.".formatted(name), "");
        }
        Path found = folder.at(at.isEmpty() ? name : at + "/" + name);
        if (!Files.isRegularFile(found)) {
            throw RefusedException.absent("name: '%s' is no file.".formatted(name), "");
        }
        if (!sending.tryAcquire()) {
            throw new RefusedException(503, "Other files are still being sent.", "a bit later.");
        }
        try (SeekableByteChannel file = folder.open(found)) {
            send(request, name, file);
        } finally {
            sending.release();
        }
    }

    private static void send(Context request, String name, SeekableByteChannel file)
            throws IOException {
        boolean isShown = name.equals(REPORT);
        if (isShown) {
            request.header("Content-Security-Policy", POLICY);
        } else {
            request.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        request.contentType(isShown ? "text/html; charset=utf-8" : "application/octet-stream");
        request.header("Content-Length", String.valueOf(file.size()));
        request.disableCompression();
        Channels.newInputStream(file).transferTo(request.outputStream());
    }
}
