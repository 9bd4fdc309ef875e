package dandori.report;

import dandori.experiment.CellFailure;
import dandori.experiment.CellResult;
import dandori.experiment.Comparison;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.generate.Figure;
import dandori.results.ImportTree;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A study as a tree for JSON: {@code summary.json}. The dictionary is docs/data/summary.md. */
public final class StudyTree {

    private StudyTree() {}

    /** The tree of an experiment: of one variant its own, else one below the other. */
    public static Map<String, @Nullable Object> of(ExperimentResult result) {
        Scenario scenario = result.first().scenario();
        if (result.first().variant().values().isEmpty() && result.studies().size() == 1) {
            return of(result.first());
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("scenario", scenario.name());
        tree.put("description", scenario.description());
        tree.put("compare_to", scenario.report().compareTo());
        InquiryTree.add(result, tree);
        List<Map<String, @Nullable Object>> variants = new ArrayList<>();
        for (Study study : result.studies()) {
            Map<String, @Nullable Object> variant = new LinkedHashMap<>();
            variant.put("values", study.variant().values());
            Map<String, @Nullable Object> its = of(study);
            its.keySet().removeAll(tree.keySet());
            variant.putAll(its);
            variants.add(variant);
        }
        tree.put("variants", variants);
        return tree;
    }

    /** The tree of one variant. */
    public static Map<String, @Nullable Object> of(Study study) {
        Scenario scenario = study.scenario();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("scenario", scenario.name());
        tree.put("description", scenario.description());
        tree.put("answer", new Answer(study).sentences());
        tree.put("compare_to", scenario.report().compareTo());
        tree.put("seeds", study.seeds());
        Map<String, Object> policies = new LinkedHashMap<>();
        Map<String, Object> differences = new LinkedHashMap<>();
        Pairs pairs = new Pairs(study, new LinkedHashMap<>());
        for (String policy : study.policies()) {
            policies.put(
                    policy, groups(study, (group, name) -> of(study.spread(policy, group, name))));
            if (!policy.equals(scenario.report().compareTo())) {
                differences.put(
                        policy, groups(study, (group, name) -> of(pairs.of(group, name, policy))));
            }
        }
        tree.put("policies", policies);
        tree.put("differences", differences);
        tree.put("figures", new FigureTree(study).tree());
        tree.put("warnings", study.warnings());
        List<Assumption> assumptions = new ArrayList<>(new UnsureFacts(scenario).list());
        assumptions.addAll(new CampaignAssumptions(scenario).list());
        tree.put("assumptions", Assumption.tree(assumptions));
        tree.put("traces", traces(study));
        tree.put("generated", generated(study));
        tree.put("failed_cells", study.failures().stream().map(StudyTree::of).toList());
        return tree;
    }

    /** Something for each figure of each group. */
    private interface OfFigure {
        Object of(Group group, String name);
    }

    /** The comparisons of each figure, each made once for all policies. */
    private record Pairs(Study study, Map<Figured, Map<String, Comparison>> made) {

        private record Figured(Group group, String name) {}

        Comparison of(Group group, String name, String policy) {
            return Objects.requireNonNull(
                    made.computeIfAbsent(
                                    new Figured(group, name), any -> study.comparisons(group, name))
                            .get(policy));
        }
    }

    private static Map<String, Object> groups(Study study, OfFigure content) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Function<Group, Map<String, Object>> its =
                group -> {
                    Map<String, Object> figures = new LinkedHashMap<>();
                    study.figureNames(group)
                            .forEach(name -> figures.put(name, content.of(group, name)));
                    return figures;
                };
        for (Group.Kind kind : Group.Kind.values()) {
            Map<String, Object> ofKind = new LinkedHashMap<>();
            study.groups(kind).forEach(group -> ofKind.put(group.name(), its.apply(group)));
            if (kind.isAlwaysTold() || !ofKind.isEmpty()) {
                tree.put(kind.key(), kind == Group.Kind.ALL ? its.apply(Group.ALL) : ofKind);
            }
        }
        return tree;
    }

    static Map<String, @Nullable Object> of(Spread spread) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("mean", number(spread.mean()));
        tree.put("standard_deviation", number(spread.standardDeviation()));
        tree.put("min", number(spread.min()));
        tree.put("max", number(spread.max()));
        tree.put("low_95", number(spread.mean() - spread.halfWidth()));
        tree.put("high_95", number(spread.mean() + spread.halfWidth()));
        spread.bootstrap()
                .ifPresent(interval -> {
                    tree.put("bootstrap_low_95", number(interval.low()));
                    tree.put("bootstrap_high_95", number(interval.high()));
                });
        if (spread.atLeast()) {
            tree.put("at_least", true);
        }
        tree.put("values", spread.values().stream().map(StudyTree::number).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> tree = of(comparison.difference());
        tree.put("less_in_every_pair", comparison.isLessInEveryPair());
        tree.put("more_in_every_pair", comparison.isMoreInEveryPair());
        tree.put("p_value", number(comparison.pValue()));
        tree.put("p_value_holm", number(comparison.adjustedPValue()));
        return tree;
    }

    private static Map<String, Object> of(CellFailure failure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("cell", failure.cell().number());
        tree.put("policy", failure.cell().policy().name());
        tree.put("seed", failure.cell().seed());
        return tree;
    }

    private static Map<String, Object> traces(Study study) {
        Map<String, Object> tree = new LinkedHashMap<>();
        study.imports().forEach((stream, report) -> tree.put(stream, ImportTree.brief(report)));
        return tree;
    }

    /**
     * Of each generated stream and figure, what was asked for, what came out under each seed, and
     * what is published, by whom.
     */
    private static Map<String, Object> generated(Study study) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<CellResult> cells = study.of(study.policies().get(0));
        if (cells.isEmpty()) {
            return tree;
        }
        cells.get(0)
                .generated()
                .forEach((stream, figures) -> {
                    Map<String, Object> its = new LinkedHashMap<>();
                    for (int i = 0; i < figures.size(); i++) {
                        int place = i;
                        Figure figure = figures.get(i);
                        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                        entry.put("asked", number(figure.asked()));
                        entry.put(
                                "achieved",
                                cells.stream()
                                        .map(cell -> cell.generated().getOrDefault(stream, figures))
                                        .map(one -> number(one.get(place).achieved()))
                                        .toList());
                        if (Double.isFinite(figure.published())) {
                            entry.put("published", number(figure.published()));
                            entry.put("source", figure.source());
                        }
                        its.put(figure.name(), entry);
                    }
                    tree.put(stream, its);
                });
        return tree;
    }

    /** The number, whole ones without a point; null if it is none. */
    static @Nullable Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? (Object) (long) value
                : (Object) value;
    }
}
