package dandori.web;

import dandori.web.timeline.RunTree;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * The files of a run or a study themselves, to be kept elsewhere; a report is shown, in a frame
 * that lets it do nothing.
 */
final class RunFileRoutes {

    private final SentFiles files;

    RunFileRoutes(ServedFolder folder) {
        this.files = new SentFiles(folder);
    }

    void add(RoutesConfig routes) {
        routes.get("/api/run/file", this::file);
    }

    private void file(Context request) throws IOException {
        String name = Parameters.text(request, "name");
        if (!RunTree.FILES.contains(name)) {
            throw RefusedException.absent(
                    "name: folders of results have no file '%s'.".formatted(name), "");
        }
        files.send(
                request,
                Parameters.text(request, "at"),
                name,
                name.endsWith(".html") ? "text/html; charset=utf-8" : "application/octet-stream");
    }
}
