package dandori.report;

import dandori.metric.Figure;
import dandori.results.DamagedResultsException;
import dandori.results.FoundManifest;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A study as its files tell of it, to be compared with others.
 *
 * @param folder its folder
 * @param given what its scenario says but for policies, seeds and reports, by path
 * @param inputs the hash of each file that it was made from, but for the scenario's
 * @param summary its {@code summary.json}
 */
record StudyFile(
        Path folder, Map<String, String> given, Map<String, String> inputs, JsonNode summary) {

    /** What may differ between studies that are compared. */
    private static final List<String> FREE =
            List.of("description", "policies", "report", "run.seeds", "run.keep", "run.explain");

    /**
     * Reads a study that is complete.
     *
     * @throws DamagedResultsException if a file is missing or broken
     */
    static StudyFile read(Path folder) throws IOException {
        Path file = folder.resolve("scenario.yaml");
        Node root = TreeReader.read(bytes(file), new Issues());
        if (root == null) {
            throw new DamagedResultsException(file);
        }
        Map<String, String> given = new LinkedHashMap<>();
        flatten("", root, given);
        Map<String, String> inputs = new LinkedHashMap<>(FoundManifest.read(folder).inputs());
        inputs.keySet().stream().findFirst().ifPresent(inputs::remove);
        return new StudyFile(folder, given, inputs, json(folder.resolve("summary.json")));
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new DamagedResultsException(file);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(bytes(file));
        } catch (JacksonException broken) {
            throw new DamagedResultsException(file);
        }
    }

    private static void flatten(String path, Node node, Map<String, String> given) {
        if (FREE.contains(path)) {
            return;
        }
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((key, its) ->
                            flatten(path.isEmpty() ? key : path + "." + key, its, given));
        } else if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                flatten(path + "[" + i + "]", list.items().get(i), given);
            }
        } else if (node instanceof Scalar scalar) {
            given.put(path, scalar.text());
        }
    }

    /** Whether its scenario has sweeps, whose variants are no policies. */
    boolean isSwept() {
        return summary.has("variants");
    }

    /** The policy with which it compares its others. */
    String compareTo() {
        return summary.path("compare_to").asString("");
    }

    List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        summary.path("seeds").forEach(seed -> seeds.add(seed.asInt(0)));
        return seeds;
    }

    List<String> policies() {
        return List.copyOf(summary.path("policies").propertyNames());
    }

    /** The names of a policy's figures of all jobs. */
    List<String> figureNames(String policy) {
        return List.copyOf(summary.path("policies").path(policy).path("all").propertyNames());
    }

    /** A figure of all jobs by seed; NaN where there is none. */
    Map<Integer, Figure> figures(String policy, String name) {
        JsonNode spread = summary.path("policies").path(policy).path("all").path(name);
        boolean atLeast = spread.path("at_least").asBoolean(false);
        Map<Integer, Figure> figures = new LinkedHashMap<>();
        List<Integer> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            figures.put(
                    seeds.get(i),
                    new Figure(spread.path("values").path(i).asDouble(Double.NaN), atLeast));
        }
        return figures;
    }
}
