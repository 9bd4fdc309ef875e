package dandori.scenario.inquiry;

import dandori.scenario.key.InquirySections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code search} and {@code sensitivity}, of which a file may have one. */
public final class InquiryReader {

    private final FigureReader figures;
    private final Runs runs;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param known the names that may be used
     * @param runs how the scenario is run
     * @param issues where faults go
     */
    public InquiryReader(FigureReader.Known known, Runs runs, Issues issues) {
        this.figures = new FigureReader(known, issues);
        this.runs = runs;
        this.issues = issues;
    }

    /**
     * How the scenario is run.
     *
     * @param seeds how many seeds it has
     * @param isDrawn whether runs of different seeds differ
     */
    public record Runs(int seeds, boolean isDrawn) {}

    /** What the file asks to be found out; null if nothing, or if there are issues. */
    public @Nullable Inquiry inquiry(Values file) {
        Node search = given(file.node("search"));
        Node sensitivity = given(file.node("sensitivity"));
        if (search != null && sensitivity != null) {
            issues.add(
                    sensitivity,
                    "a file has a search or a sensitivity, not both.",
                    "a file for each: --set search= leaves one out.");
            return null;
        }
        if (search != null) {
            Values values = Values.of(InquirySections.SEARCH, search, issues);
            return new SearchReader(values, figures, runs, issues).search();
        }
        if (sensitivity != null) {
            Values values = Values.of(InquirySections.SENSITIVITY, sensitivity, issues);
            return new SensitivityReader(values, figures, issues).sensitivity();
        }
        return null;
    }

    /** The section; null of one that a setting takes out. */
    private @Nullable Node given(@Nullable Node section) {
        boolean isEmpty = section instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
        if (section != null && isEmpty && section.line() != Issue.SET) {
            issues.add(section, "is empty.", "delete the line, or say what is asked.");
        }
        return isEmpty ? null : section;
    }

    /** The paths of a node that is one, or a list of them. */
    static List<Node> one(Node node) {
        return node instanceof Sequence list ? list.items() : List.of(node);
    }
}
