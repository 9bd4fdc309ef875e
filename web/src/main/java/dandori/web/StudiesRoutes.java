package dandori.web;

import dandori.web.study.StudyLine;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.util.Map;

/** The list of studies, and what changes in it. */
final class StudiesRoutes {

    private final StudiesList list;
    private final StudiesWatch watch;

    StudiesRoutes(ServedFolder folder) {
        this.list = new StudiesList(folder, InstantSource.system());
        this.watch = new StudiesWatch(list, ServerLimits.mostConnections() / 4);
    }

    void add(RoutesConfig routes) {
        routes.get(
                "/api/studies",
                request ->
                        Answers.send(
                                request,
                                Map.of(
                                        "studies",
                                        list.lines().stream().map(StudyLine::tree).toList())));
        routes.sse("/api/studies/events", watch::add);
    }
}
