package dandori.web;

import dandori.web.study.StudyLine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Studies that are begun from the page, where that is allowed: each has a new folder, and its
 * scenario beside it in a file of the same name.
 */
final class AskedStudyRoutes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");

    private final ServedFolder served;
    private final ViewerOptions options;
    private final Desk desk;
    private final ScenarioRoutes scenarios;

    AskedStudyRoutes(
            ServedFolder served, ViewerOptions options, Desk desk, ScenarioRoutes scenarios) {
        this.served = served;
        this.options = options;
        this.desk = desk;
        this.scenarios = scenarios;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/scenario/runs", request -> Answers.send(request, runs()));
        routes.post("/api/scenario/run", this::run);
        routes.post("/api/scenario/resume", this::resume);
        routes.post("/api/scenario/cancel", this::cancel);
    }

    private Map<String, Object> runs() {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (AskedStudy study : desk.asked()) {
            String at = served.name(study.folder());
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("at", at);
            if (StudyLine.isThere(study.folder())) {
                line.putAll(StudyLine.read(at, study.folder(), System.currentTimeMillis()).tree());
            }
            line.put("state", study.state().name().toLowerCase(Locale.ROOT));
            line.put("printed", study.printed());
            lines.add(line);
        }
        return Map.of("runs", lines);
    }

    private void run(Context request) throws InterruptedException {
        refuseUnlessAllowed();
        PostedScenario posted = PostedScenario.of(request);
        if (!NAME.matcher(posted.name()).matches()) {
            throw RefusedException.wrong(
                    "name: '%s' is no name of a new folder.".formatted(posted.name()),
                    "up to 80 letters, digits, dots, hyphens and underscores, the first no dot.");
        }
        Draft draft = scenarios.draft(posted);
        Path folder = draft.folder().resolve(posted.name());
        Path file = draft.folder().resolve(posted.name() + ".yaml");
        refuseTaken(folder, posted.name());
        refuseTaken(file, posted.name() + ".yaml");
        DraftReading reading = valid(draft);
        write(posted, folder, file);
        try {
            start(file, reading, folder, false);
        } catch (RuntimeException refused) {
            takeBack(folder, file);
            throw refused;
        }
        Answers.send(request, Map.of("at", served.name(folder)));
    }

    private void start(Path file, DraftReading reading, Path folder, boolean resumes) {
        try {
            desk.start(file, reading.settings(), folder, resumes);
        } catch (IOException full) {
            throw new RefusedException(
                    409, "It cannot be begun: " + full.getMessage() + ".", "when they have ended.");
        }
    }

    private static void refuseTaken(Path place, String name) {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(name);
        }
    }

    private static RefusedException taken(String name) {
        return new RefusedException(
                409,
                "name: '" + name + "' is there already, and nothing is overwritten.",
                "another name.");
    }

    /** Makes the folder and the file; of two requests with one name the second fails here. */
    private static void write(PostedScenario posted, Path folder, Path file) {
        List<Path> made = new ArrayList<>();
        try {
            Files.createDirectory(folder);
            made.add(folder);
            Files.createFile(file);
            made.add(file);
            Files.writeString(file, posted.text());
        } catch (FileAlreadyExistsException taken) {
            takeBack(made.toArray(Path[]::new));
            throw taken(posted.name());
        } catch (IOException closed) {
            takeBack(made.toArray(Path[]::new));
            throw new RefusedException(500, "The served folder cannot be written.", "");
        }
    }

    /** Removes what was made for a study that does not begin, so that its name is free again. */
    private static void takeBack(Path... made) {
        for (Path one : made) {
            try {
                Files.deleteIfExists(one);
            } catch (IOException kept) {
                // somebody put something into it, or it cannot be removed: then it stays
            }
        }
    }

    /** Goes on with a study that was begun here and broken off. */
    private void resume(Context request) throws InterruptedException {
        refuseUnlessAllowed();
        String at = PostedScenario.of(request).at();
        Path folder = served.at(at);
        Path manifest = folder.resolve("manifest.json");
        Path file = folder.resolveSibling(folder.getFileName() + ".yaml");
        if (folder.equals(served.root())
                || !Files.isDirectory(folder)
                || !Files.isRegularFile(file)) {
            throw RefusedException.absent(
                    "There is no scenario '%s.yaml' beside that folder, so it cannot go on from here."
                            .formatted(at),
                    "'dandori run' as it was begun, with --resume.");
        }
        List<String> known = new ArrayList<>();
        known.add(ScenarioPlace.of(served, served.name(file)).text());
        if (Files.isRegularFile(manifest) && Files.exists(folder.resolve("scenario.yaml"))) {
            known.add(ScenarioPlace.of(served, at).text());
        }
        Path parent = folder.resolveSibling("");
        Draft draft = new Draft(known.get(0), settings(manifest), parent, served.root(), known);
        DraftReading reading = valid(draft);
        start(served.at(served.name(file)), reading, folder, true);
        Answers.send(request, Map.of("at", at));
    }

    /** The settings of the call that began a study. */
    private static List<String> settings(Path manifest) {
        List<String> settings = new ArrayList<>();
        if (Files.isRegularFile(manifest)) {
            try {
                boolean isNext = false;
                for (JsonNode word :
                        JsonMapper.shared().readTree(manifest.toFile()).path("command")) {
                    if (isNext) {
                        settings.add(word.stringValue(""));
                    }
                    isNext = !isNext && word.stringValue("").equals("--set");
                }
            } catch (JacksonException broken) {
                throw RefusedException.wrong("manifest.json of the study cannot be read.", "");
            }
        }
        return settings;
    }

    private void cancel(Context request) {
        refuseUnlessAllowed();
        String at = PostedScenario.of(request).at();
        if (!desk.cancel(served.at(at))) {
            throw RefusedException.absent("'" + at + "' neither waits nor runs.", "");
        }
        Answers.send(request, runs());
    }

    private DraftReading valid(Draft draft) throws InterruptedException {
        DraftReading reading = scenarios.read(draft);
        if (!reading.issues().isEmpty()) {
            DraftIssue first = reading.issues().get(0);
            throw RefusedException.wrong(
                    "The scenario has %d problems. The first: %s%s"
                            .formatted(
                                    reading.issues().size(),
                                    first.path().isEmpty() ? "" : first.path() + ": ",
                                    first.message()),
                    "mend them, then run it.");
        }
        return reading;
    }

    private void refuseUnlessAllowed() {
        if (!options.allowRun()) {
            throw new RefusedException(
                    403,
                    "This viewer only shows: it was started without --allow-run.",
                    "'dandori serve --allow-run'.");
        }
    }
}
