package dandori.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of studies. */
final class StudiesRoutes {

    private static final int DEEPEST = 3; // folders within folders

    private final ServedFolder folder;

    StudiesRoutes(ServedFolder folder) {
        this.folder = folder;
    }

    void add(RoutesConfig routes) {
        routes.get(
                "/api/studies",
                request -> {
                    List<Map<String, ?>> lines = new ArrayList<>();
                    places().forEach(place -> lines.add(place.line()));
                    Answers.send(request, Map.of("studies", lines));
                });
    }

    /** All results folders below the served one, by name. */
    List<StudyPlace> places() throws IOException {
        List<StudyPlace> places = new ArrayList<>();
        collect(folder.root(), 0, places);
        return places;
    }

    private void collect(Path within, int depth, List<StudyPlace> places) throws IOException {
        if (StudyPlace.isThere(within)) {
            places.add(new StudyPlace(folder.name(within), within));
            return;
        }
        if (depth == DEEPEST) {
            return;
        }
        try (Stream<Path> each = Files.list(within)) {
            for (Path one : each.filter(Files::isDirectory).sorted().toList()) {
                collect(one, depth + 1, places);
            }
        }
    }
}
