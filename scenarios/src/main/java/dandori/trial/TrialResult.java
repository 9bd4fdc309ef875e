package dandori.trial;

import dandori.experiment.Comparison;
import dandori.experiment.Group;
import dandori.experiment.Measurement;
import dandori.experiment.Spread;
import dandori.metric.Figure;
import dandori.report.FiguresTable;
import dandori.report.Report;
import dandori.report.Section;
import dandori.report.TextReport;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What trials came to. Figures go by the names that docs/data/summary.md explains.
 *
 * @param policies their names, in order
 * @param seeds in order
 * @param measurements all policies of the first seed, then those of the next
 */
public record TrialResult(
        List<String> policies, List<Integer> seeds, List<Measurement> measurements) {

    /** Keeps the lists. */
    public TrialResult {
        policies = List.copyOf(policies);
        seeds = List.copyOf(seeds);
        measurements = List.copyOf(measurements);
    }

    /**
     * What a policy came to under a seed.
     *
     * @throws IllegalArgumentException if it did not run
     */
    public Measurement of(String policy, int seed) {
        return measurements.get(
                at(seed, seeds, "seed") * policies.size() + at(policy, policies, "policy"));
    }

    /** All groups that are measured by themselves. */
    public List<Group> groups() {
        return List.copyOf(measurements.get(0).groups().keySet());
    }

    /** The names of the figures of all jobs. */
    public List<String> figureNames() {
        return List.copyOf(measurements.get(0).groups().getOrDefault(Group.ALL, Map.of()).keySet());
    }

    /**
     * A figure of a policy under each seed; NaN where the group had none.
     *
     * @throws IllegalArgumentException if there is no such policy or figure
     */
    public List<Figure> figures(String policy, Group group, String figure) {
        List<String> known =
                measurements.get(0).groups().entrySet().stream()
                        .filter(one -> one.getKey().kind() == group.kind())
                        .flatMap(one -> one.getValue().keySet().stream())
                        .distinct()
                        .toList();
        at(figure, known, "figure");
        List<Figure> figures = new ArrayList<>();
        for (int seed : seeds) {
            figures.add(of(policy, seed).figure(group, figure));
        }
        return figures;
    }

    /** A figure of a policy over the seeds, of all jobs. */
    public Spread spread(String policy, String figure) {
        return spread(policy, Group.ALL, figure);
    }

    /** A figure of a policy over the seeds. */
    public Spread spread(String policy, Group group, String figure) {
        return Spread.of(figures(policy, group, figure));
    }

    /** A figure of a policy against that of another, seed by seed, of all jobs. */
    public Comparison comparison(String policy, String other, String figure) {
        return comparison(policy, other, Group.ALL, figure);
    }

    /** A figure of a policy against that of another, seed by seed. */
    public Comparison comparison(String policy, String other, Group group, String figure) {
        return Comparison.of(figures(policy, group, figure), figures(other, group, figure));
    }

    /**
     * A table for people, 100 columns wide at most: a line for each policy, its means over the
     * seeds with half of the 95 % interval; marked where it is less, or more, than the first policy
     * beyond chance, by paired runs and for all policies together.
     *
     * @param figures names of figures, of all jobs
     */
    public String table(String... figures) {
        List<FiguresTable.Named> columns = new ArrayList<>();
        for (String figure : figures) {
            columns.add(
                    new FiguresTable.Named(
                            figure,
                            policies.stream()
                                    .map(one -> figures(one, Group.ALL, figure))
                                    .toList()));
        }
        Section section =
                new Section("", FiguresTable.of("Policy", policies, columns), List.of(), true);
        Report report = new Report("", "", "", List.of(section), List.of());
        return TextReport.of(report, false).replaceFirst("^\n+", "");
    }

    private static <T> int at(T one, List<T> known, String what) {
        int place = known.indexOf(one);
        if (place < 0) {
            List<String> names = known.stream().map(String::valueOf).toList();
            String maybe = NearestName.maybe(String.valueOf(one), names);
            throw new IllegalArgumentException(
                    "There is no %s '%s'.%s"
                            .formatted(what, one, maybe == null ? "" : "\nMaybe " + maybe));
        }
        return place;
    }
}
