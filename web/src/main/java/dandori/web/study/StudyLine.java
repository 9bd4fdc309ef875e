package dandori.web.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A results folder in the list of studies: what it is, what was asked, how far it is. Only small
 * files are read, and of the summary only its beginning.
 *
 * @param state how far it is
 * @param tree what the page is told
 */
public record StudyLine(StudyState state, Map<String, @Nullable Object> tree) {

    private static final int LARGEST_BYTES = 4_000_000; // of a small file

    /** Whether a folder is a results folder: it has a manifest. */
    public static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json"));
    }

    /**
     * Reads the line of a folder; damaged files are told in it.
     *
     * @param at how requests name the folder
     * @param folder the folder, which has a manifest
     * @param nowMillis the time, in ms since 1970
     */
    public static StudyLine read(String at, Path folder, long nowMillis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", at);
        StudyState state;
        try {
            tree.put("changed_s", RunningSign.newsMillis(folder) / 1000);
            JsonNode manifest = small(folder.resolve("manifest.json"));
            state = manifest.isObject() ? state(manifest, folder, nowMillis) : StudyState.DAMAGED;
            put(manifest, folder, tree);
            long quietMinutes = RunningSign.quietMinutes(folder, nowMillis);
            if (state == StudyState.RUNNING && quietMinutes > 0) {
                tree.put("quiet_min", quietMinutes);
            }
        } catch (JacksonException | IOException broken) {
            state = StudyState.DAMAGED;
            tree.put("problem", file(at, "manifest.json") + " cannot be read.");
        }
        if (state == StudyState.DAMAGED) {
            tree.putIfAbsent("problem", file(at, "manifest.json") + " is no manifest.");
        }
        tree.put("state", state.key());
        addContents(at, folder, tree);
        return new StudyLine(state, tree);
    }

    /** The line of a folder of which nothing may be read. */
    public static StudyLine unread(String at, String problem) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", at);
        tree.put("problem", problem);
        tree.put("state", StudyState.DAMAGED.key());
        return new StudyLine(StudyState.DAMAGED, tree);
    }

    private static StudyState state(JsonNode manifest, Path folder, long nowMillis)
            throws IOException {
        return switch (manifest.path("state").stringValue("")) {
            case "complete" -> StudyState.COMPLETE;
            case "running" -> {
                if (RunningSign.isThere(folder, nowMillis)) {
                    yield StudyState.RUNNING;
                }
                boolean isOver = Files.exists(folder.resolve("summary.json"));
                yield isOver ? StudyState.INCOMPLETE : StudyState.BROKEN_OFF;
            }
            default -> StudyState.NEWER;
        };
    }

    private static void put(JsonNode manifest, Path folder, Map<String, @Nullable Object> tree) {
        boolean isReplay =
                manifest.path("command").path(0).stringValue("").equals("replay")
                        || Files.exists(folder.resolve("jobs.csv.gz"));
        tree.put("kind", isReplay ? "replay" : "study");
        tree.put("program", manifest.path("program").stringValue(""));
        tree.put("shard", manifest.path("shard").stringValue(""));
        tree.put("cells_planned", manifest.path("cells_planned").longValue(0));
        tree.put("cells_done", manifest.path("cells_done").longValue(0));
        tree.put("seeds", manifest.path("seeds").size());
        if (manifest.has("elapsed_s")) {
            tree.put("elapsed_s", manifest.path("elapsed_s").doubleValue(0));
        }
    }

    /** What is asked, by which policies, on which machines; a damaged file is told once. */
    private static void addContents(String at, Path folder, Map<String, @Nullable Object> tree) {
        String file = "scenario.yaml";
        try {
            ScenarioHead head = ScenarioHead.read(folder.resolve(file));
            tree.put("question", head.description());
            tree.put("policies", head.policies());
            file = "machine.json";
            tree.put("machines", machines(folder.resolve(file)));
            file = "summary.json";
            addSummary(folder.resolve(file), tree);
        } catch (JacksonException | IOException broken) {
            tree.putIfAbsent("problem", file(at, file) + " cannot be read.");
        }
    }

    /** The machines as {@code machine.json} has them; none if it is not there. */
    static List<Object> machines(Path file) throws IOException {
        List<Object> machines = new ArrayList<>();
        if (Files.exists(file)) {
            for (JsonNode machine : small(file).path("machines")) {
                Map<String, Object> its = sized(machine);
                its.put("unit", machine.path("unit").stringValue("node"));
                List<Object> pools = new ArrayList<>();
                machine.path("pools").forEach(pool -> pools.add(sized(pool)));
                its.put("pools", pools);
                machines.add(its);
            }
        }
        return machines;
    }

    private static Map<String, Object> sized(JsonNode of) {
        Map<String, Object> its = new LinkedHashMap<>();
        its.put("name", of.path("name").stringValue(""));
        its.put("nodes", of.path("nodes").longValue(0));
        return its;
    }

    /** What stands at the beginning of a summary; its figures are not read. */
    private static void addSummary(Path file, Map<String, @Nullable Object> tree) {
        if (!Files.exists(file)) {
            return;
        }
        try (JsonParser parser = JsonMapper.shared().createParser(file)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("answer") && value == JsonToken.START_ARRAY) {
                    if (parser.nextToken() == JsonToken.VALUE_STRING) {
                        tree.put("answer", parser.getString());
                    }
                    return;
                }
                if (!value.isScalarValue()) {
                    return;
                }
                boolean isText = value == JsonToken.VALUE_STRING;
                if (isText && (key.equals("scenario") || key.equals("policy"))) {
                    tree.put(key, parser.getString());
                }
            }
        }
    }

    static JsonNode small(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException(file + " is too large.");
        }
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    static String file(String at, String name) {
        return at.isEmpty() ? name : at + "/" + name;
    }
}
