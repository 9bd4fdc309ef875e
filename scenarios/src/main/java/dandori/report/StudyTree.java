package dandori.report;

import dandori.experiment.CellFailure;
import dandori.experiment.CellResult;
import dandori.experiment.ExperimentResult;
import dandori.experiment.SideBySide;
import dandori.experiment.Study;
import dandori.generate.Figure;
import dandori.results.ImportTree;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A study as a tree for JSON: {@code summary.json}. The dictionary is docs/data/summary.md. */
public final class StudyTree {

    private StudyTree() {}

    /** The tree of an experiment, made on one thread. */
    public static Map<String, @Nullable Object> of(ExperimentResult result) {
        return of(result, 1);
    }

    /**
     * The tree of an experiment: of one variant its own, else one below the other.
     *
     * @param threads how many threads make it; it is the same for any number
     */
    public static Map<String, @Nullable Object> of(ExperimentResult result, int threads) {
        Scenario scenario = result.first().scenario();
        SpreadTree spreads = new SpreadTree();
        GroupTrees groups = GroupTrees.of(result.studies(), spreads, threads);
        List<Map<String, @Nullable Object>> trees =
                SideBySide.each(result.studies(), threads, study -> of(study, groups));
        if (result.first().variant().values().isEmpty() && trees.size() == 1) {
            return trees.get(0);
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("scenario", scenario.name());
        tree.put("description", scenario.description());
        tree.put("compare_to", scenario.report().compareTo());
        InquiryTree.add(result, spreads, tree);
        List<Map<String, @Nullable Object>> variants = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            Map<String, @Nullable Object> variant = new LinkedHashMap<>();
            variant.put("values", result.studies().get(i).variant().values());
            Map<String, @Nullable Object> its = trees.get(i);
            its.keySet().removeAll(tree.keySet());
            variant.putAll(its);
            variants.add(variant);
        }
        tree.put("variants", variants);
        return tree;
    }

    /** The tree of one variant. */
    public static Map<String, @Nullable Object> of(Study study) {
        return of(study, GroupTrees.of(List.of(study), new SpreadTree(), 1));
    }

    private static Map<String, @Nullable Object> of(Study study, GroupTrees groups) {
        Scenario scenario = study.scenario();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("scenario", scenario.name());
        tree.put("description", scenario.description());
        List<Told> answer = new Answer(study).told();
        tree.put("answer", answer.stream().map(Told::english).toList());
        tree.put("answer_told", answer.stream().map(Told::tree).toList());
        tree.put("compare_to", scenario.report().compareTo());
        tree.put("seeds", study.seeds());
        Map<String, Object> policies = new LinkedHashMap<>();
        Map<String, Object> differences = new LinkedHashMap<>();
        for (String policy : study.policies()) {
            policies.put(policy, groups.policy(study, policy));
            if (!policy.equals(scenario.report().compareTo())) {
                differences.put(policy, groups.differences(study, policy));
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
