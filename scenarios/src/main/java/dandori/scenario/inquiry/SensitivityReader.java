package dandori.scenario.inquiry;

import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code sensitivity}. */
final class SensitivityReader {

    private final Values values;
    private final FigureReader figures;
    private final Issues issues;

    SensitivityReader(Values values, FigureReader figures, Issues issues) {
        this.values = values;
        this.figures = figures;
        this.issues = issues;
    }

    /** The study; null if there are issues. */
    @Nullable Sensitivity sensitivity() {
        FigureOf figure = figures.figure(values);
        Map<String, Sensitivity.Ends> inputs = new LinkedHashMap<>();
        values.terms("inputs")
                .forEach((place, node) -> {
                    Sensitivity.Ends ends = ends(node);
                    if (ends != null) {
                        inputs.put(place, ends);
                    }
                });
        boolean isFactorial = values.word("design").equals("factorial");
        Node design = values.node("design");
        if (isFactorial && inputs.size() > Sensitivity.MOST_OF_FACTORIAL && design != null) {
            issues.add(
                    design,
                    "a factorial may have %d inputs, but there are %d."
                            .formatted(Sensitivity.MOST_OF_FACTORIAL, inputs.size()),
                    "oneAtATime.");
        }
        return figure == null || inputs.isEmpty()
                ? null
                : new Sensitivity(figure, inputs, isFactorial);
    }

    private Sensitivity.@Nullable Ends ends(Node node) {
        if (!(node instanceof Sequence list) || list.items().size() != 2) {
            issues.add(node, "must be two values, but is %s.".formatted(node.says()), "[90, 110].");
            return null;
        }
        String low = Scalars.text(list.items().get(0), issues);
        String high = Scalars.text(list.items().get(1), issues);
        if (low != null && low.equals(high)) {
            issues.add(node, "must be two different values.", null);
            return null;
        }
        return low == null || high == null ? null : new Sensitivity.Ends(low, high);
    }
}
