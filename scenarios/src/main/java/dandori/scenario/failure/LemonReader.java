package dandori.scenario.failure;

import dandori.catalogue.Dimension;
import dandori.scenario.key.FailureSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads which nodes fail more often than others. */
final class LemonReader {

    private LemonReader() {}

    /** What the section says; null if it is left out or wrong. */
    static @Nullable LemonShare read(@Nullable Node node, Issues issues) {
        if (node == null) {
            return null;
        }
        Values values = Values.of(FailureSections.LEMONS, node, issues);
        double nodes = share(values, "nodes", issues);
        double failures = share(values, "failures", issues);
        if (failures < nodes) {
            issues.add(
                    Objects.requireNonNull(values.node("failures")),
                    "must be at least the share of nodes, but is %s."
                            .formatted(values.text("failures")),
                    "'50 %'.");
            return null;
        }
        return nodes > 0 && failures > 0 ? new LemonShare(nodes, failures) : null;
    }

    /** A share above 0 and below 1; NaN, and an issue, if it is none. */
    private static double share(Values values, String key, Issues issues) {
        Node node = values.node(key);
        if (node == null) {
            return Double.NaN;
        }
        double share = Dimension.RATIO.value(values.text(key).strip()).orElse(0);
        if (share > 0 && share < 1) {
            return share;
        }
        issues.add(
                node,
                "must be above 0 %% and below 100 %%, but is %s.".formatted(node.says()),
                "'5 %'.");
        return Double.NaN;
    }
}
