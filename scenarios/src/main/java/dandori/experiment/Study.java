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
import java.util.Objects;
import java.util.Set;

/** What the cells of one variant came to: each of its policies under each seed. */
public final class Study {

    /** Numbers in their order: short names first. */
    private static final Comparator<Group> BY_NAME =
            Comparator.comparingInt((Group group) -> group.name().length())
                    .thenComparing(Group::name);

    private final Variant variant;
    private final List<Integer> seeds;
    private final List<CellResult> results;
    private final List<CellFailure> failures;
    private final Map<String, ImportReport> imports;
    private final List<String> warnings;
    private final int jobs;
    private final Map<String, Map<Integer, CellResult>> byPolicyAndSeed = new LinkedHashMap<>();

    /**
     * With what came out.
     *
     * @param variant the scenario, under one combination of the values of its sweeps
     * @param seeds the seeds, in order
     * @param results the cells that were played, in order of their numbers
     * @param failures the cells that failed, in order of their numbers
     * @param imports what was repaired in reading the traces, by the path of the stream in the file
     * @param warnings what does not fit together in traces and machines, in sentences
     * @param jobs how many jobs the runs of the first seed have
     */
    public Study(
            Variant variant,
            List<Integer> seeds,
            List<CellResult> results,
            List<CellFailure> failures,
            Map<String, ImportReport> imports,
            List<String> warnings,
            int jobs) {
        this.variant = variant;
        this.seeds = List.copyOf(seeds);
        this.results = List.copyOf(results);
        this.failures = List.copyOf(failures);
        this.imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        this.warnings = List.copyOf(warnings);
        this.jobs = jobs;
        for (CellResult result : results) {
            byPolicyAndSeed
                    .computeIfAbsent(result.cell().policy().name(), any -> new LinkedHashMap<>())
                    .put(result.cell().seed(), result);
        }
    }

    /** The scenario, under one combination of the values of its sweeps. */
    public Variant variant() {
        return variant;
    }

    /** The seeds, in order. */
    public List<Integer> seeds() {
        return seeds;
    }

    /** The cells that were played, in order of their numbers. */
    public List<CellResult> results() {
        return results;
    }

    /** The cells that failed, in order of their numbers. */
    public List<CellFailure> failures() {
        return failures;
    }

    /** What was repaired in reading the traces, by the path of the stream in the file. */
    public Map<String, ImportReport> imports() {
        return imports;
    }

    /** What does not fit together in traces and machines, in sentences. */
    public List<String> warnings() {
        return warnings;
    }

    /** How many jobs the runs of the first seed have. */
    public int jobs() {
        return jobs;
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
        return List.copyOf(byPolicyAndSeed.getOrDefault(policy, Map.of()).values());
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
        Map<Integer, CellResult> played = byPolicyAndSeed.getOrDefault(policy, Map.of());
        List<Figure> figures = new ArrayList<>();
        for (int seed : seeds) {
            CellResult cell = played.get(seed);
            figures.add(
                    cell == null
                            ? new Figure(Double.NaN, false)
                            : cell.measurement().figure(group, name));
        }
        return figures;
    }

    /**
     * A figure of a policy over the seeds. The mean wait of all jobs has an interval under one
     * seed, too: that of batch means ({@link BatchedWaits}), where the run is long enough for one.
     */
    public Spread spread(String policy, Group group, String name) {
        Spread spread = Spread.of(figures(policy, group, name));
        if (seeds.size() > 1 || !group.equals(Group.ALL) || !name.equals(BatchedWaits.MEAN)) {
            return spread;
        }
        List<Figure> halfWidth = figures(policy, group, BatchedWaits.HALF_WIDTH);
        return spread.withHalfWidth(halfWidth.get(0).value());
    }

    /**
     * A figure of the policies, in order, against that of {@code report.compareTo}, but for that
     * itself; p-values are corrected for all of them.
     */
    public Map<String, Comparison> comparisons(Group group, String name) {
        String baseline = scenario().report().compareTo();
        List<Figure> base = figures(baseline, group, name);
        List<String> others = policies().stream().filter(one -> !one.equals(baseline)).toList();
        List<Comparison> together =
                Comparison.together(
                        others.stream()
                                .map(one -> Comparison.of(figures(one, group, name), base))
                                .toList());
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        for (int i = 0; i < others.size(); i++) {
            comparisons.put(others.get(i), together.get(i));
        }
        return comparisons;
    }

    /** A figure of a policy against that of {@code report.compareTo}, another policy. */
    public Comparison comparison(String policy, Group group, String name) {
        return Objects.requireNonNull(comparisons(group, name).get(policy));
    }
}
