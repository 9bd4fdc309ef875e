package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the files of a run and of its study say of it, but for the tables.
 *
 * @param folder that of the run
 * @param study that of its study; the same for a replay
 * @param summary the run's summary; without anything where it is not there
 * @param description what its study asks; null where nothing says it
 * @param organizations whose jobs there are, as the summaries name them: in the order of the
 *     scenario where they know it
 * @param machines the machines, in the order of the scenario; none where nothing names them
 * @param originSeconds what its times count from: seconds since 1970 by the clock of the machine's
 *     place, so that pages show its own hours; null where nothing says it
 * @param problems which files could not be read
 */
public record RunAbout(
        Path folder,
        Path study,
        JsonNode summary,
        @Nullable String description,
        List<String> organizations,
        List<RunMachine> machines,
        @Nullable Long originSeconds,
        List<String> problems) {

    /** The start of a run, in the form in which resolved scenarios are written. */
    private static final Pattern START =
            Pattern.compile(
                    "(?m)^run:\\R(?:^(?! {2}start:) .*\\R)*+^ {2}start: *['\"]?([-0-9T:+Z.]+)");

    /**
     * Reads what is there.
     *
     * @param folder the folder of the run
     * @param served the folder that is served; nothing outside it is read
     */
    public static RunAbout of(Path folder, Path served) {
        List<String> problems = new ArrayList<>();
        Path study = study(folder, served);
        boolean isCell = !study.equals(folder);
        JsonNode summary = tree(folder.resolve("summary.json"), problems);
        JsonNode ofStudy = isCell ? tree(study.resolve("summary.json"), problems) : summary;
        return new RunAbout(
                folder,
                study,
                summary,
                ofStudy.path("description").stringValue(null),
                organizations(ofStudy, summary),
                machines(MachinesTree.of(study, folder, problems)),
                origin(study.resolve("scenario.yaml")),
                List.copyOf(problems));
    }

    /** The summary of a folder alone; without anything where there is none that can be read. */
    public static JsonNode summaryOf(Path folder) {
        return tree(folder.resolve("summary.json"), new ArrayList<>());
    }

    private static List<String> organizations(JsonNode ofStudy, JsonNode summary) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode policy : ofStudy.path("policies")) {
            names.addAll(policy.path("organizations").propertyNames());
        }
        names.addAll(summary.path("organizations").propertyNames());
        return List.copyOf(names);
    }

    /** The names of the machines. */
    public List<String> machineNames() {
        return machines.stream().map(RunMachine::name).toList();
    }

    /**
     * The folder of the study that a cell is of; the folder itself if it is no cell, or if its
     * study lies outside the folder that is served.
     */
    public static Path study(Path folder, Path served) {
        Path cells = folder.getParent();
        if (cells == null || !cells.endsWith("cells")) {
            return folder;
        }
        Path above = cells.getParent();
        return above != null && above.startsWith(served) ? above : folder;
    }

    private static JsonNode tree(Path file, List<String> problems) {
        try {
            if (Files.exists(file)) {
                return JsonMapper.shared().readTree(Files.readAllBytes(file));
            }
        } catch (JacksonException | IOException broken) {
            problems.add(file.getFileName() + " cannot be read.");
        }
        return JsonMapper.shared().createObjectNode();
    }

    private static List<RunMachine> machines(JsonNode tree) {
        List<RunMachine> machines = new ArrayList<>();
        for (JsonNode one : tree) {
            List<RunMachine.Pool> pools = new ArrayList<>();
            for (JsonNode pool : one.path("pools")) {
                pools.add(
                        new RunMachine.Pool(
                                pool.path("name").stringValue(""),
                                Math.max(0, pool.path("first_node").intValue(0)),
                                Math.max(0, pool.path("nodes").intValue(0))));
            }
            machines.add(
                    new RunMachine(
                            one.path("name").stringValue(""),
                            one.path("unit").stringValue(""),
                            Math.max(0, one.path("nodes").intValue(0)),
                            pools));
        }
        return machines;
    }

    private static @Nullable Long origin(Path scenario) {
        try {
            Matcher start = START.matcher(Files.exists(scenario) ? Files.readString(scenario) : "");
            return start.find()
                    ? (Long)
                            OffsetDateTime.parse(start.group(1))
                                    .toLocalDateTime()
                                    .toEpochSecond(ZoneOffset.UTC)
                    : null;
        } catch (IOException | DateTimeException unknown) {
            return null; // dates are shown as days since the origin then
        }
    }
}
