package dandori.web;

import dandori.web.study.ResultFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * The files of a run or a study themselves, to be kept elsewhere; a report is shown, in a frame
 * that lets it do nothing.
 */
final class FileRoutes {

    private final SentFiles files;

    FileRoutes(ServedFolder folder) {
        this.files = new SentFiles(folder);
    }

    void add(RoutesConfig routes) {
        routes.get("/api/run/file", this::file);
        routes.get("/api/study/file", this::file);
    }

    private void file(Context request) throws IOException {
        String name = Parameters.text(request, "name");
        ResultFile wanted =
                ResultFile.of(name)
                        .orElseThrow(() ->
                                RefusedException.absent(
                                        "name: folders of results have no file '%s'."
                                                .formatted(name),
                                        "report.html."));
        files.send(request, Parameters.text(request, "at"), wanted);
    }
}
