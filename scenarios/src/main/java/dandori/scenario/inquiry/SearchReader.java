package dandori.scenario.inquiry;

import dandori.scenario.key.InquirySections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code search}. */
final class SearchReader {

    private final Values values;
    private final FigureReader figures;
    private final InquiryReader.Runs runs;
    private final Issues issues;

    SearchReader(Values values, FigureReader figures, InquiryReader.Runs runs, Issues issues) {
        this.values = values;
        this.figures = figures;
        this.runs = runs;
        this.issues = issues;
    }

    /** The search; null if there are issues. */
    @Nullable Search search() {
        List<String> places = new ArrayList<>();
        Node change = values.node("change");
        for (Node one : change == null ? List.<Node>of() : InquiryReader.one(change)) {
            String place = Scalars.text(one, issues);
            if (place != null && places.contains(place)) {
                issues.add(one, "'%s' is in the list twice.".formatted(place), null);
            } else if (place != null) {
                places.add(place);
            }
        }
        Grid between = new GridReader(values, issues).grid();
        List<Target> targets = new ArrayList<>();
        Node target = values.node("target");
        for (Node one : target == null ? List.<Node>of() : InquiryReader.one(target)) {
            Target read = target(Values.of(InquirySections.TARGET, one, issues));
            if (read != null) {
                targets.add(read);
            }
        }
        double certainty = values.fraction("certainty");
        int most =
                Math.max(runs.seeds(), values.has("seedsAtMost") ? values.count("seedsAtMost") : 0);
        if (!runs.isDrawn()) {
            most = runs.seeds(); // another seed would give the same runs again
        } else if (certainty > 0 && runs.seeds() < 2) {
            issues.add(
                    values.mapping(),
                    "needs two seeds or more: of one run nothing is certain.",
                    "run.seeds: 1..5, or 'certainty: 0' for a search by the means alone.");
        }
        if (certainty >= 1) {
            Node node = values.node("certainty");
            issues.add(node == null ? values.mapping() : node, "must be below 100 %.", "95 %.");
        }
        boolean isSmallest = !values.word("find").equals("largest");
        return between == null || places.isEmpty() || targets.isEmpty()
                ? null
                : new Search(places, between, isSmallest, targets, certainty, most);
    }

    private @Nullable Target target(Values one) {
        FigureOf figure = figures.figure(one);
        boolean isAtMost = one.has("atMost");
        if (isAtMost == one.has("atLeast")) {
            issues.add(
                    one.mapping(),
                    isAtMost
                            ? "has 'atMost' and 'atLeast'; a target has one bound."
                            : "'atMost' or 'atLeast' is missing.",
                    isAtMost ? "two targets, in a list." : "atMost: 12h");
            return null;
        }
        Node bound = one.node(isAtMost ? "atMost" : "atLeast");
        if (figure == null || bound == null) {
            return null;
        }
        OptionalDouble value = Bounds.read(figure.figure(), bound, issues);
        return value.isPresent() ? new Target(figure, isAtMost, value.getAsDouble()) : null;
    }
}
