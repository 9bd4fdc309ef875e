package dandori.web;

import dandori.web.study.StudyAnswer;
import dandori.web.study.StudyFile;
import dandori.web.study.StudyLine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A study, its files, and several studies side by side. */
final class ResultsRoutes {

    private static final int MOST_VARIANTS = 10_000;
    private static final int MOST_COMPARED = 12;

    private final ServedFolder folder;
    private final SentFiles files;
    private final InstantSource clock = InstantSource.system();

    ResultsRoutes(ServedFolder folder) {
        this.folder = folder;
        this.files = new SentFiles(folder);
    }

    void add(RoutesConfig routes) {
        routes.get(
                "/api/study",
                request -> {
                    String at = Parameters.text(request, "at");
                    int variant = Parameters.whole(request, "variant", 0, MOST_VARIANTS);
                    Answers.send(request, StudyAnswer.of(at, study(at), variant, clock.millis()));
                });
        routes.get("/api/compare", this::compare);
        routes.get("/api/study/file", this::file);
    }

    private Path study(String at) {
        Path found = folder.at(at);
        if (!StudyLine.isThere(found)) {
            throw RefusedException.absent(
                    "at: '%s' holds no study: it has no manifest.json.".formatted(at),
                    "a study of the list.");
        }
        return found;
    }

    private void compare(Context request) {
        List<String> names = request.queryParams("at");
        if (names.size() < 2 || names.size() > MOST_COMPARED) {
            throw RefusedException.wrong(
                    "at: %d studies cannot be compared.".formatted(names.size()),
                    "2 to %d, ticked in the list of studies.".formatted(MOST_COMPARED));
        }
        List<Map<String, ?>> studies = new ArrayList<>();
        for (String at : names) {
            studies.add(StudyAnswer.toCompare(at, study(at), clock.millis()));
        }
        Answers.send(request, Map.of("studies", studies));
    }

    private void file(Context request) throws IOException {
        String at = Parameters.text(request, "at");
        String name = Parameters.text(request, "name");
        StudyFile wanted =
                StudyFile.of(name)
                        .orElseThrow(() ->
                                RefusedException.absent(
                                        "name: results folders have no file '%s'.".formatted(name),
                                        "report.html."));
        files.send(request, at, name, wanted.type() + "; charset=utf-8");
    }
}
