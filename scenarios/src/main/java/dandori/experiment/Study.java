package dandori.experiment;

import dandori.metric.Figure;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variant;
import dandori.trace.ImportReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the cells of one variant came to: each of its policies under each seed.
 *
 * @param variant the scenario, under one combination of the values of its sweeps
 * @param seeds the seeds, in order
 * @param results the cells that were played, in order of their numbers
 * @param failures the cells that failed, in order of their numbers
 * @param imports what was repaired in reading the traces, by the path of the stream in the file
 * @param warnings what does not fit together in traces and machines, in sentences
 * @param jobs how many jobs the runs of the first seed have
 */
public record Study(
        Variant variant,
        List<Integer> seeds,
        List<CellResult> results,
        List<CellFailure> failures,
        Map<String, ImportReport> imports,
        List<String> warnings,
        int jobs) {

    /** Numbers in their order: short names first. */
    private static final Comparator<Group> BY_NAME =
            Comparator.comparingInt((Group group) -> group.name().length())
                    .thenComparing(Group::name);

    /** Keeps the collections, in their order. */
    public Study {
        seeds = List.copyOf(seeds);
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    }

    /** The scenario. */
    public Scenario scenario() {
        return variant.scenario();
    }

    /** The names of the policies, in order. */
    public List<String> policies() {
        return scenario().policiesToRun().stream().map(PolicyParts::name).toList();
    }

    /** The cells of a policy that were played, in order of the seeds. */
    public List<CellResult> of(String policy) {
        return results.stream().filter(one -> one.cell().policy().name().equals(policy)).toList();
    }

    /** All groups of a kind that some cell has: organizations of the scenario first. */
    public List<Group> groups(Group.Kind kind) {
        Set<Group> groups = new LinkedHashSet<>();
        for (CellResult result : results) {
            for (Group group : result.measurement().groups().keySet()) {
                if (group.kind() == kind) {
                    groups.add(group);
                }
            }
        }
        if (kind != Group.Kind.ORGANIZATION) {
            return List.copyOf(groups);
        }
        List<Group> ordered = new ArrayList<>();
        scenario().organizations().forEach(one -> ordered.add(Group.organization(one.name())));
        ordered.retainAll(groups);
        groups.stream()
                .filter(group -> !ordered.contains(group))
                .sorted(BY_NAME)
                .forEach(ordered::add);
        return ordered;
    }

    /** The names of the figures of a group, in order. */
    public List<String> figureNames(Group group) {
        return results.stream()
                .map(result -> result.measurement().groups().get(group))
                .filter(figures -> figures != null)
                .findFirst()
                .map(figures -> List.copyOf(figures.keySet()))
                .orElse(List.of());
    }

    /** A figure of a policy under each seed; NaN where the cell failed or has none. */
    public List<Figure> figures(String policy, Group group, String name) {
        List<CellResult> played = of(policy);
        List<Figure> figures = new ArrayList<>();
        for (int seed : seeds()) {
            Optional<CellResult> cell =
                    played.stream().filter(one -> one.cell().seed() == seed).findFirst();
            figures.add(
                    cell.map(one -> one.measurement().figure(group, name))
                            .orElse(new Figure(Double.NaN, false)));
        }
        return figures;
    }

    /** A figure of a policy over the seeds. */
    public Spread spread(String policy, Group group, String name) {
        return Spread.of(figures(policy, group, name));
    }

    /** A figure of a policy against that of {@code report.compareTo}. */
    public Comparison comparison(String policy, Group group, String name) {
        return Comparison.of(
                figures(policy, group, name),
                figures(scenario().report().compareTo(), group, name));
    }
}
