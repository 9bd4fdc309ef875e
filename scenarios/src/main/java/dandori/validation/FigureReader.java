package dandori.validation;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a figure of a study, with the digits that were printed. */
final class FigureReader {

    private final Issues issues;

    FigureReader(Issues issues) {
        this.issues = issues;
    }

    PublishedFigure figure(Node node) {
        Values values = Values.of(StudySections.FIGURE, node, issues);
        BigDecimal value = digits(values, "value");
        return new PublishedFigure(
                values.text("figure"),
                value,
                values.has("unit") ? values.text("unit") : "",
                values.has("printed") ? line(values, "printed") : "",
                values.has("rounding") ? digits(values, "rounding") : value.ulp(),
                values.has("knownDifference") ? known(values) : null);
    }

    private PublishedFigure.@Nullable KnownDifference known(Values figure) {
        Values values =
                Values.of(StudySections.KNOWN, RunReader.node(figure, "knownDifference"), issues);
        return new PublishedFigure.KnownDifference(digits(values, "ours"), line(values, "because"));
    }

    /** A number as it is written; 1, and an issue, if it is none. */
    private BigDecimal digits(Values values, String key) {
        int before = issues.count();
        values.number(key);
        boolean isNumber = issues.count() == before;
        return isNumber && values.node(key) instanceof Scalar scalar
                ? new BigDecimal(scalar.text())
                : BigDecimal.ONE;
    }

    private static String line(Values values, String key) {
        return values.text(key).strip().replaceAll("\\s+", " ");
    }
}
