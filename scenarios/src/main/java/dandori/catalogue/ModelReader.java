package dandori.catalogue;

import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import dandori.training.Transformer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads model files, strictly: every issue is told at once, with its path and line.
 *
 * <p>{@code ModelReader.read(Path.of("ours.yaml"))}.
 */
public final class ModelReader {

    private static final String WHAT = "a model file";

    private final Issues issues;

    private ModelReader(Issues issues) {
        this.issues = issues;
    }

    /**
     * The model of a file.
     *
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static LanguageModel read(Path file) {
        return read(file.toString(), TreeReader.bytes(file, WHAT));
    }

    /**
     * The model of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static LanguageModel read(String name, byte[] bytes) {
        return FactFile.read(
                WHAT, name, bytes, (root, issues) -> new ModelReader(issues).model(root));
    }

    private @Nullable LanguageModel model(Mapping root) {
        Map<String, String> sources = Sources.of(root, issues);
        FactReader facts = new FactReader(new LinkedHashSet<>(sources.keySet()), issues);
        facts.facts(ModelSections.MODEL, root);
        String name = text(root, "model");
        Node nameNode = root.get("model");
        if (nameNode != null && name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
            issues.add(
                    nameNode,
                    "must be a name of letters, digits, dots and hyphens, but is '" + name + "'.",
                    null);
        }
        String title = text(root, "title");
        String organization = text(root, "organization");
        Node shapeNode = root.get("shape");
        Node trainingNode = root.get("training");
        Facts shape = shapeNode == null ? Facts.NONE : facts.facts(ModelSections.SHAPE, shapeNode);
        Facts training =
                trainingNode == null
                        ? Facts.NONE
                        : facts.facts(ModelSections.TRAINING, trainingNode);
        if (!issues.isEmpty() || name == null || title == null || shapeNode == null) {
            return null;
        }
        Transformer transformer = transformer(shape, shapeNode);
        return transformer == null
                ? null
                : new LanguageModel(
                        name,
                        title,
                        organization == null ? "" : organization,
                        transformer,
                        shape,
                        training,
                        sources);
    }

    private @Nullable Transformer transformer(Facts shape, Node at) {
        int hidden = count(shape, "hidden", 1);
        int heads = count(shape, "heads", 1);
        try {
            return new Transformer(
                    count(shape, "layers", 1),
                    hidden,
                    heads,
                    count(shape, "keyValueHeads", heads),
                    count(shape, "feedForward", Math.multiplyExact(4, hidden)),
                    isTrue(shape, "gated", false),
                    count(shape, "experts", 1),
                    count(shape, "activeExperts", 1),
                    count(shape, "vocabulary", 1),
                    isTrue(shape, "tied", true),
                    count(shape, "sequence", 1));
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            issues.add(at, "cannot be: " + impossible.getMessage(), null);
            return null;
        }
    }

    private static int count(Facts facts, String name, int otherwise) {
        return (int) facts.value(name).orElse(otherwise);
    }

    private static boolean isTrue(Facts facts, String name, boolean otherwise) {
        Fact fact = facts.fact(name);
        return fact == null ? otherwise : fact.text().equals("true");
    }

    private @Nullable String text(Mapping root, String key) {
        Node node = root.get(key);
        return node == null ? null : Scalars.text(node, issues);
    }
}
