package dandori.web;

import dandori.web.study.StudyLine;
import dandori.web.study.StudyState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scenario that is opened and changed: its text, and what is wrong with it. */
final class ScenarioRoutes {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_S = 20;

    private final ServedFolder served;
    private final ViewerOptions options;
    private final Desk desk;
    private final Semaphore readers = new Semaphore(AT_ONCE);

    ScenarioRoutes(ServedFolder served, ViewerOptions options, Desk desk) {
        this.served = served;
        this.options = options;
        this.desk = desk;
    }

    void add(RoutesConfig routes) {
        routes.get(
                "/api/scenario",
                request -> {
                    String at = request.queryParam("at");
                    Answers.send(request, opened(ScenarioPlace.of(served, at == null ? "" : at)));
                });
        routes.get(
                "/api/scenario/list",
                request ->
                        Answers.send(
                                request, Map.of("scenarios", new ScenarioList(served).lines())));
        routes.get(
                "/api/scenario/schema",
                request -> {
                    request.contentType("application/json; charset=utf-8");
                    request.result(desk.schema());
                });
        routes.post("/api/scenario/check", this::check);
        new AskedStudyRoutes(served, options, desk, this).add(routes);
    }

    private Map<String, Object> opened(ScenarioPlace place) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("at", place.at());
        tree.put("study", place.isStudy());
        tree.put("text", place.text());
        tree.put("file", options.results().resolve(served.name(place.file())).toString());
        tree.put("folder", options.results().resolve(served.name(place.folder())).toString());
        tree.put("may_run", options.allowRun());
        tree.put("broken_off", place.isStudy() && isBrokenOff(place));
        return tree;
    }

    /** Whether a study that was begun from the page has ended before it was done. */
    private boolean isBrokenOff(ScenarioPlace place) {
        Path folder = served.at(place.at());
        boolean isOpen =
                desk.asked().stream()
                        .anyMatch(study -> study.folder().equals(folder) && study.isOpen());
        return !isOpen
                && !isComplete(place.at(), folder)
                && Files.isRegularFile(folder.resolveSibling(folder.getFileName() + ".yaml"));
    }

    private static boolean isComplete(String at, Path folder) {
        StudyState state = StudyLine.read(at, folder, System.currentTimeMillis()).state();
        return state != StudyState.RUNNING && state != StudyState.BROKEN_OFF;
    }

    private void check(Context request) throws InterruptedException {
        DraftReading reading = read(draft(PostedScenario.of(request)));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("tree", reading.tree());
        tree.put("size", reading.size());
        tree.put("issues", issues(reading));
        Answers.send(request, tree);
    }

    /** Reads a draft, few at once: the reading of a large one takes a processor for a while. */
    DraftReading read(Draft draft) throws InterruptedException {
        if (!readers.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new RefusedException(
                    503, "Other scenarios are still being checked.", "again in a moment.");
        }
        try {
            return desk.read(draft);
        } finally {
            readers.release();
        }
    }

    /** What a reader handed in, beside the scenario that it was made of. */
    Draft draft(PostedScenario posted) {
        ScenarioPlace place = posted.at().isEmpty() ? null : ScenarioPlace.of(served, posted.at());
        Path folder = place == null ? served.root() : place.folder();
        List<String> known = place == null ? List.of() : List.of(place.text());
        return new Draft(posted.text(), posted.settings(), folder, served.root(), known);
    }

    static List<Map<String, @Nullable Object>> issues(DraftReading reading) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (DraftIssue issue : reading.issues()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("path", issue.path());
            entry.put("line", issue.line());
            entry.put("message", issue.message());
            entry.put("maybe", issue.maybe());
            list.add(entry);
        }
        return list;
    }
}
