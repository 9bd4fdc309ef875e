package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The rows of a table by groups: each group or, of very many, the largest by what they demanded and
 * a last row for all others together.
 *
 * @param study the study
 * @param shown the groups with a row of their own
 * @param others those that share the last row; perhaps none
 */
record Rows(Study study, List<Group> shown, List<Group> others) {

    private static final int MOST = 12;

    static Rows of(Study study, Group.Kind kind) {
        List<Group> groups = groups(study, kind);
        if (groups.size() <= MOST) {
            return new Rows(study, groups, List.of());
        }
        String policy = study.policies().get(0);
        List<Group> shown =
                groups.stream()
                        .sorted(
                                Comparator.comparingDouble(group ->
                                        -study.spread(policy, group, "demanded_node_hours").mean()))
                        .limit(MOST - 1)
                        .toList();
        List<Group> others = new ArrayList<>(groups);
        others.removeAll(shown);
        return new Rows(study, shown, others);
    }

    /** All groups of a kind; of sizes and resource groups, those that some job has. */
    private static List<Group> groups(Study study, Group.Kind kind) {
        List<Group> groups = study.groups(kind);
        return kind != Group.Kind.NODES_CLASS && kind != Group.Kind.PARTITION
                ? groups
                : groups.stream().filter(group -> hasJobs(study, group)).toList();
    }

    private static boolean hasJobs(Study study, Group group) {
        return study.policies().stream()
                .anyMatch(policy -> study.spread(policy, group, "jobs").max() > 0);
    }

    /** What the rows are called. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        shown.forEach(group ->
                names.add(
                        group.kind() == Group.Kind.NODES_CLASS
                                ? group.name().replace("-", "–")
                                : group.name()));
        if (!others.isEmpty()) {
            names.add(String.format(Locale.ROOT, "%,d others", others.size()));
        }
        return names;
    }

    int count() {
        return shown.size() + (others.isEmpty() ? 0 : 1);
    }

    /** The figures of a row under each seed. */
    List<Figure> figures(int row, String policy, String key) {
        if (row < shown.size()) {
            return study.figures(policy, shown.get(row), key);
        }
        boolean isMean = key.endsWith("_mean") || key.endsWith("_mean_s");
        boolean isSum =
                key.equals("jobs")
                        || key.endsWith("_node_hours")
                        || key.startsWith("share_")
                        || key.endsWith("_kwh")
                        || key.endsWith("_kg")
                        || key.endsWith("_yen");
        List<List<Figure>> weights = new ArrayList<>();
        List<List<Figure>> values = new ArrayList<>();
        for (Group group : others) {
            weights.add(study.figures(policy, group, "jobs"));
            values.add(study.figures(policy, group, key));
        }
        List<Figure> figures = new ArrayList<>();
        for (int seed = 0; seed < study.seeds().size(); seed++) {
            double sum = 0;
            double weight = 0;
            boolean atLeast = false;
            for (int i = 0; i < values.size(); i++) {
                Figure value = values.get(i).get(seed);
                if (!Double.isNaN(value.value())) {
                    double its = isMean ? weights.get(i).get(seed).value() : 1;
                    sum += its * value.value();
                    weight += its;
                    atLeast |= value.atLeast();
                }
            }
            double figure = isMean ? sum / weight : isSum && weight > 0 ? sum : Double.NaN;
            figures.add(new Figure(figure, atLeast));
        }
        return figures;
    }
}
