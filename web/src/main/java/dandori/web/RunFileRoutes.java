package dandori.web;

import dandori.web.timeline.RunTree;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a run or a study themselves, to be kept elsewhere; a report is shown, in a frame
 * that lets it do nothing.
 */
final class RunFileRoutes {

    private static final String REPORT = "report.html";

    /** A report has its style within, and its pictures; it may ask and run nothing. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final ServedFolder folder;

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
        Path file = folder.at(at.isEmpty() ? name : at + "/" + name);
        if (!Files.isRegularFile(file)) {
            throw RefusedException.absent("name: '%s' is no file.".formatted(name), "");
        }
        boolean isShown = name.equals(REPORT);
        if (isShown) {
            request.header("Content-Security-Policy", POLICY);
        } else {
            request.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        request.writeSeekableStream(
                Files.newInputStream(file),
                isShown ? "text/html" : "application/octet-stream",
                Files.size(file));
    }
}
