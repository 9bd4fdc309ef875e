package dandori.scenario;

import dandori.fit.FittedGenerator;
import dandori.fit.ModelFile;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the files of fitted models that streams name; all that is wrong with one is told. */
final class FittedFileReader {

    private final TraceStreamReader traces; // which knows where files lie
    private final Issues issues;

    FittedFileReader(TraceStreamReader traces, Issues issues) {
        this.traces = traces;
        this.issues = issues;
    }

    /** The model of a section of generated jobs; null if it names none. */
    @Nullable FittedFile read(Values values) {
        Node node = values.node("fit");
        if (node == null) {
            return null;
        }
        if (values.has("model")) {
            issues.add(
                    node,
                    "'model' and 'fit' both say who draws the jobs.",
                    "delete one of the two.");
        }
        Path file = traces.file(values, "fit");
        return new FittedFile(
                file, Files.isRegularFile(file) ? generator(values, node, file) : null);
    }

    private @Nullable FittedGenerator generator(Values values, Node node, Path file) {
        if (issues.areOfPlayed()) {
            return null; // it may be another one by now
        }
        try {
            return new FittedGenerator(ModelFile.read(file));
        } catch (ScenarioException wrong) {
            String name = values.text("fit");
            for (Issue issue : wrong.issues()) {
                Issue said = new Issue(issue.path(), issue.line(), issue.message(), null);
                String place = issue.path().isEmpty() ? name + " " : name + ": ";
                issues.add(node, place + said.text(), issue.maybe());
            }
            return null;
        }
    }
}
