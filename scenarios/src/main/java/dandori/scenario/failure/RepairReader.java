package dandori.scenario.failure;

import dandori.failure.Repair;
import dandori.scenario.key.FailureSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how long something is down. */
final class RepairReader {

    private final Issues issues;

    RepairReader(Issues issues) {
        this.issues = issues;
    }

    /**
     * The repair of a node of the file.
     *
     * @param node the section; null if it is left out
     * @param other what holds then, or where it is wrong
     */
    Repair repair(@Nullable Node node, Repair other) {
        if (node == null) {
            return other;
        }
        Values values = Values.of(FailureSections.REPAIR, node, issues);
        String word = values.word("distribution");
        boolean isLogNormal = word.isEmpty() || word.equals("lognormal");
        List<String> wanted = isLogNormal ? List.of("median", "p95") : List.of("mean");
        List<String> others = isLogNormal ? List.of("mean") : List.of("median", "p95");
        boolean isWhole = true;
        for (String key : others) {
            if (values.has(key)) {
                issues.add(
                        Objects.requireNonNull(values.node(key)),
                        "a repair that is '%s' has no '%s'.".formatted(word, key),
                        "'" + String.join("' and '", wanted) + "'.");
            }
        }
        for (String key : wanted) {
            if (!values.has(key)) {
                isWhole = false;
                issues.add(
                        node,
                        "'%s' is missing.".formatted(key),
                        key + (key.equals("p95") ? ": 1d" : ": 4h"));
            }
        }
        if (!isWhole) {
            return other;
        }
        long first = Math.max(1, values.millis(wanted.get(0)));
        if (!isLogNormal) {
            return word.equals("fixed") ? new Repair.Fixed(first) : new Repair.Exponential(first);
        }
        long p95 = values.millis("p95");
        if (p95 < first) {
            issues.add(
                    Objects.requireNonNull(values.node("p95")),
                    "must be at least the median, but is %s.".formatted(values.text("p95")),
                    null);
            return other;
        }
        return new Repair.LogNormal(first, p95);
    }
}
