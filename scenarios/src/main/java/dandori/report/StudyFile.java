package dandori.report;

import dandori.results.DamagedResultsException;
import dandori.results.FoundManifest;
import dandori.scenario.sweep.VariantTrees;
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
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A study as its files tell of it, to be compared with others.
 *
 * @param folder its folder
 * @param inputs the hash of each file that it was made from, but for the scenario's
 * @param compareTo the policy with which it compares its others
 * @param variants its variants, in order; at least one
 */
record StudyFile(
        Path folder, Map<String, String> inputs, String compareTo, List<StudyVariant> variants) {

    /** What may differ between studies that are compared. */
    private static final List<String> FREE =
            List.of("description", "policies", "report", "run.seeds", "run.keep", "run.explain");

    /**
     * Reads a study that is complete.
     *
     * @throws DamagedResultsException if a file is missing or broken
     */
    static StudyFile read(Path folder) throws IOException {
        Path file = folder.resolve(StudyFolder.SCENARIO);
        Node root = TreeReader.read(bytes(file), new Issues());
        Path summary = folder.resolve("summary.json");
        JsonNode told = json(summary);
        if (root == null) {
            throw new DamagedResultsException(file);
        }
        Map<String, String> inputs = new LinkedHashMap<>(FoundManifest.read(folder).inputs());
        inputs.keySet().stream().findFirst().ifPresent(inputs::remove);
        List<StudyVariant> variants = variants(folder, root, told);
        if (variants.isEmpty()) {
            throw new DamagedResultsException(summary);
        }
        return new StudyFile(folder, inputs, told.path("compare_to").asString(""), variants);
    }

    private static List<StudyVariant> variants(Path folder, Node root, JsonNode summary) {
        Map<Map<String, String>, Node> trees = VariantTrees.of(root);
        List<StudyVariant> variants = new ArrayList<>();
        if (!summary.has("variants")) {
            variants.add(new StudyVariant(folder, Map.of(), given(root), summary));
        }
        List<Node> inOrder = List.copyOf(trees.values());
        JsonNode told = summary.path("variants");
        for (int i = 0; i < told.size(); i++) {
            Map<String, String> values = new LinkedHashMap<>();
            told.path(i)
                    .path("values")
                    .forEachEntry((name, label) -> values.put(name, label.asString("")));
            // The text may call its sweeps by one name, and that of a search has none.
            Node otherwise = told.size() == inOrder.size() ? inOrder.get(i) : root;
            Node tree = trees.getOrDefault(values, otherwise);
            variants.add(new StudyVariant(folder, values, given(tree), told.path(i)));
        }
        return variants;
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

    private static Map<String, String> given(Node root) {
        Map<String, String> given = new LinkedHashMap<>();
        flatten("", root, given);
        return given;
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

    /** Its variant of some values, if it has one. */
    Optional<StudyVariant> variant(Map<String, String> values) {
        return variants.stream().filter(one -> one.values().equals(values)).findFirst();
    }
}
