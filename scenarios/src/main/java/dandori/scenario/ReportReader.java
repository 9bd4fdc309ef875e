package dandori.scenario;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.List;

/** Reads the section {@code report}. */
final class ReportReader {

    private final Values report;
    private final Issues issues;

    ReportReader(Values report, Issues issues) {
        this.report = report;
        this.issues = issues;
    }

    /**
     * What is shown.
     *
     * @param scenario the scenario's name
     * @param known the policies that are not abstract
     */
    ReportPlan plan(String scenario, List<String> known) {
        if (report.has("policies")) {
            report.items("policies").forEach(item -> check(item, known));
        }
        List<String> policies = report.has("policies") ? report.names("policies") : known;
        Node compareTo = report.node("compareTo");
        if (compareTo != null) {
            check(compareTo, policies.stream().filter(known::contains).toList());
        }
        String baseline = compareTo == null ? null : report.name("compareTo");
        return new ReportPlan(
                report.names("by"),
                policies,
                baseline != null ? baseline : policies.isEmpty() ? "" : policies.get(0),
                report.has("metrics") ? report.names("metrics") : List.of(),
                report.names("figures"),
                report.has("folder") ? report.text("folder") : "results/" + scenario,
                report.flag("parquet"));
    }

    private void check(Node node, List<String> known) {
        if (node instanceof Scalar scalar && !known.contains(scalar.text()) && !known.isEmpty()) {
            issues.addUnknown(
                    node,
                    "there is no policy '%s' to show.".formatted(scalar.text()),
                    scalar.text(),
                    known);
        }
    }
}
