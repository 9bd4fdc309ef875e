package dandori.web;

import dandori.web.study.StudyAnswer;
import dandori.web.study.StudyLine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A study, and several studies side by side. */
final class ResultsRoutes {

    private static final int MOST_VARIANTS = 10_000;
    private static final int MOST_COMPARED = 12;

    private final ServedFolder folder;
    private final InstantSource clock = InstantSource.system();

    ResultsRoutes(ServedFolder folder) {
        this.folder = folder;
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

    /** Compares studies; the variants are in the order of the studies, the first where none is. */
    private void compare(Context request) {
        List<String> names = request.queryParams("at");
        if (names.size() < 2 || names.size() > MOST_COMPARED) {
            throw RefusedException.wrong(
                    "at: %d studies cannot be compared.".formatted(names.size()),
                    "2 to %d, ticked in the list of studies.".formatted(MOST_COMPARED));
        }
        List<String> variants = request.queryParams("variant");
        List<Map<String, ?>> studies = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String given = i < variants.size() ? variants.get(i) : "";
            int variant = Parameters.whole("variant", given, 0, MOST_VARIANTS);
            String at = names.get(i);
            studies.add(StudyAnswer.toCompare(at, study(at), variant, clock.millis()));
        }
        Answers.send(request, Map.of("studies", studies));
    }
}
