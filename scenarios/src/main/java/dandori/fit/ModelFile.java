package dandori.fit;

import dandori.results.JsonText;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fitted models as JSON: each parameter of {@link FittedModel} under its name, behind the version
 * of the form.
 */
public final class ModelFile {

    private ModelFile() {}

    /** The text of a model; what is read from it is equal. */
    public static String text(FittedModel model) {
        return JsonText.of(tree(model));
    }

    /** The same as a tree of maps, lists and numbers. */
    public static Map<String, Object> tree(FittedModel model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", ModelSections.VERSION);
        tree.put("like", model.like());
        if (model.machine() > 0) {
            tree.put("machine", model.machine());
        }
        tree.put("days", model.days());
        tree.put("jobsPerDay", model.jobsPerDay());
        tree.put("sameSecond", model.sameSecond());
        tree.put("gaps", model.gaps());
        tree.put("samePhase", model.samePhase());
        tree.put("week", model.week());
        tree.put("sizes", model.sizes());
        tree.put("runTimes", model.runTimes());
        tree.put("limits", model.limits());
        tree.put("habits", model.habits());
        return tree;
    }

    /**
     * The model in a file, which is read strictly: every issue is told at once, with its path and
     * line.
     *
     * @throws ScenarioException if it cannot be read or holds none, with all issues
     */
    public static FittedModel read(Path file) {
        return read(file.toString(), TreeReader.bytes(file, "a fitted model"));
    }

    /**
     * The model in bytes.
     *
     * @param name what issues call the file
     * @throws ScenarioException if they hold none, with all issues
     */
    public static FittedModel read(String name, byte[] bytes) {
        Issues issues = new Issues();
        Node root = TreeReader.read(bytes, issues);
        FittedModel model = root == null ? null : new ModelReader(issues).read(root);
        if (model == null) {
            throw new ScenarioException(name, issues.list());
        }
        return model;
    }
}
