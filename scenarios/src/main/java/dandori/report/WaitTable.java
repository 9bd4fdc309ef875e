package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Measurement;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.metric.Figure;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The table that says what jobs waited for under a policy.
 *
 * @param study the study
 * @param policy the policy
 */
record WaitTable(Study study, String policy) {

    /** The policies under which waits were explained, and somebody waited. */
    static List<String> policies(Study study) {
        return study.policies().stream()
                .filter(policy -> !new WaitTable(study, policy).reasons().isEmpty())
                .toList();
    }

    /** What is to be said below the tables. */
    static List<String> legend() {
        return List.of(
                "Node hours: nodes asked for × wait, of the jobs measured. Reserved: they would fit,"
                        + " but nodes are kept for others; order: nobody may overtake. 'dandori"
                        + " explain RESULTS JOB' says it of one job.");
    }

    /** Those that some job waited for, those of most node hours first. */
    private List<WaitReason> reasons() {
        List<WaitReason> reasons = new ArrayList<>(Arrays.asList(WaitReason.values()));
        reasons.removeIf(reason -> !(ofAll(reason) > 0));
        reasons.sort((one, other) -> Double.compare(ofAll(other), ofAll(one)));
        return reasons;
    }

    private double ofAll(WaitReason reason) {
        return study.spread(policy, Group.ALL, Measurement.waitedFor(reason)).mean();
    }

    /** Organizations in rows, all of them last; a column for each reason. */
    Table by(Rows rows) {
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(rows.names());
        names.add("all");
        columns.add(Column.text("Organization", names));
        for (WaitReason reason : reasons()) {
            String key = Measurement.waitedFor(reason);
            List<Entry> entries = new ArrayList<>();
            for (int row = 0; row < rows.count(); row++) {
                entries.add(entry(rows.figures(row, policy, key)));
            }
            entries.add(entry(study.figures(policy, Group.ALL, key)));
            columns.add(new Column(reason.text(), "", false, entries));
        }
        return new Table(columns);
    }

    private static Entry entry(List<Figure> figures) {
        Spread spread = Spread.of(figures);
        return Digits.entry(spread.mean(), spread.plusMinus(), spread.atLeast(), "");
    }
}
