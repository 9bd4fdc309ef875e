package dandori.cli;

import dandori.report.StudySize;
import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.ScenarioReader;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.PlainTree;
import dandori.scenario.text.ScenarioException;
import dandori.web.Draft;
import dandori.web.DraftIssue;
import dandori.web.DraftReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a draft: its tree, and everything that is wrong with it. */
final class DraftReader {

    private static final String FILE =
            "a copy in the served folder, or 'dandori run': from the command"
                    + " line a scenario may name any file.";

    private final Draft draft;
    private final byte[] bytes;

    DraftReader(Draft draft) {
        this.draft = draft;
        this.bytes = draft.text().getBytes(StandardCharsets.UTF_8);
    }

    /** What it came to. */
    DraftReading read() {
        Object tree = null;
        try {
            Issues issues = new Issues();
            Node root = ScenarioReader.tree(bytes, draft.settings(), issues);
            if (root == null) {
                return reading(null, issues.list());
            }
            tree = PlainTree.of(root);
            List<NamedFile> named = NamedFile.of(root, draft.folder());
            FileReach reach = reach();
            for (NamedFile file : named) {
                if (!reach.allows(file.path())) {
                    issues.add(file.node(), outside(file), FILE);
                }
            }
            if (!issues.isEmpty()) { // what lies outside is not looked at
                return reading(tree, issues.list());
            }
            List<String> settings = new ArrayList<>(draft.settings());
            named.stream().filter(NamedFile::isSetTrace).forEach(one -> settings.add(fixed(one)));
            String size =
                    StudySize.of(
                            VariantReader.read(
                                    "scenario",
                                    bytes,
                                    draft.folder(),
                                    settings,
                                    KnownParts.found()));
            return new DraftReading(tree, size, settings, List.of());
        } catch (ScenarioException wrong) {
            return reading(tree, wrong.issues());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            return reading(tree, List.of(new Issue("", 0, Failures.text(failed), null)));
        }
    }

    private static String outside(NamedFile file) {
        return "%s lies outside the served folder, and a page may not name such a file."
                .formatted(file.node().says());
    }

    /** A trace in a setting is relative to where the program was called; to us it is the folder. */
    private static String fixed(NamedFile file) {
        return file.node().path() + "=" + JsonText.of(file.path().toString()).strip();
    }

    private FileReach reach() {
        List<Path> known = new ArrayList<>();
        for (String text : draft.known()) {
            Node root =
                    ScenarioReader.tree(
                            text.getBytes(StandardCharsets.UTF_8), List.of(), new Issues());
            if (root != null) {
                NamedFile.of(root, draft.folder()).forEach(file -> known.add(file.path()));
            }
        }
        return new FileReach(draft.served(), known);
    }

    private DraftReading reading(@Nullable Object tree, List<Issue> issues) {
        List<DraftIssue> told =
                issues.stream()
                        .map(issue ->
                                new DraftIssue(
                                        issue.path(), issue.line(), issue.message(), issue.maybe()))
                        .toList();
        return new DraftReading(tree, "", draft.settings(), told);
    }
}
