package dandori.scenario.campaign;

import dandori.catalogue.LanguageModel;
import dandori.catalogue.ModelCatalogue;
import dandori.catalogue.ModelReader;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the models that campaigns name: in the catalogue, or in files. */
final class CampaignModels {

    private final Path folder;
    private final Issues issues;

    CampaignModels(Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /** The model of a node; null, and issues, if there is none. */
    @Nullable LanguageModel model(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String name = Scalars.text(node, issues);
        if (name == null) {
            return null;
        }
        if (ModelCatalogue.names().contains(name)) {
            return ModelCatalogue.model(name);
        }
        if (!isFile(name)) {
            issues.addUnknown(
                    node,
                    "there is no model '%s' in the catalogue.".formatted(name),
                    name,
                    ModelCatalogue.names());
            return null;
        }
        try {
            return ModelReader.read(folder.resolve(name).normalize());
        } catch (InvalidPathException e) {
            issues.add(node, "is no path of a file: '" + name + "'.", null);
        } catch (ScenarioException wrong) {
            for (Issue issue : wrong.issues()) {
                String place = issue.path().isEmpty() ? name : name + ": " + issue.path();
                String line = issue.line() > 0 ? " (line " + issue.line() + ")" : "";
                issues.add(node, place + line + ": " + issue.message(), issue.maybe());
            }
        }
        return null;
    }

    /** The name or, of a file, its absolute path. */
    String from(String name) {
        return isFile(name) ? folder.resolve(name).normalize().toString() : name;
    }

    private static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
