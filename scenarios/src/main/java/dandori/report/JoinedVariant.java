package dandori.report;

import dandori.experiment.Comparison;
import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies of one variant in all studies that are compared. */
final class JoinedVariant {

    private final List<StudyVariant> parts;
    private final List<Contender> contenders = new ArrayList<>();

    /** A policy of a study. */
    record Contender(String name, StudyVariant part, String policy) {

        Map<Integer, Figure> figures(String key) {
            return part.figures(policy, key);
        }
    }

    /**
     * With its parts.
     *
     * @param parts the variant in each of the studies
     * @param label what a part's study is called where two have a policy of one name
     */
    JoinedVariant(List<StudyVariant> parts, Function<StudyVariant, String> label) {
        this.parts = List.copyOf(parts);
        for (StudyVariant part : parts) {
            for (String policy : part.policies()) {
                boolean isAlone =
                        parts.stream().filter(one -> one.policies().contains(policy)).count() == 1;
                String name = isAlone ? policy : policy + " (" + label.apply(part) + ")";
                contenders.add(new Contender(name, part, policy));
            }
        }
    }

    List<StudyVariant> parts() {
        return parts;
    }

    Map<String, String> values() {
        return parts.get(0).values();
    }

    /** What sets it apart; empty without sweeps. */
    String text() {
        return StudyVariant.text(values());
    }

    /** The names of what is compared, in order. */
    List<String> names() {
        return contenders.stream().map(Contender::name).toList();
    }

    /** The one of a name, or the first of a policy; null if there is none. */
    @Nullable Contender find(String name) {
        return contenders.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .or(() -> contenders.stream().filter(one -> one.policy().equals(name)).findFirst())
                .orElse(null);
    }

    /** All but one. */
    List<Contender> others(Contender baseline) {
        return contenders.stream().filter(one -> one != baseline).toList();
    }

    /** A figure of all others against that of one, in order, corrected together. */
    List<Joined> against(Contender baseline, String key) {
        Map<Integer, Figure> base = baseline.figures(key);
        return Joined.together(
                others(baseline).stream().map(one -> Joined.of(one.figures(key), base)).toList());
    }

    /** The differences of all figures of all jobs as a tree for JSON. */
    Map<String, Object> tree(Contender baseline) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, List<Joined>> known = new LinkedHashMap<>();
        List<Contender> others = others(baseline);
        for (int i = 0; i < others.size(); i++) {
            int place = i;
            Contender one = others.get(i);
            Map<String, Object> its = new LinkedHashMap<>();
            for (String key : one.part().figureNames(one.policy())) {
                List<Joined> all =
                        Objects.requireNonNull(
                                known.computeIfAbsent(key, any -> against(baseline, key)));
                its.put(key, tree(all.get(place)));
            }
            tree.put(one.name(), its);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Joined joined) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("pairs", joined.pairs());
        tree.put("mean", StudyTree.number(joined.difference()));
        tree.put("low_95", StudyTree.number(joined.difference() - joined.halfWidth()));
        tree.put("high_95", StudyTree.number(joined.difference() + joined.halfWidth()));
        Comparison paired = joined.paired();
        tree.put("less_in_every_pair", paired != null && paired.isLessInEveryPair());
        tree.put("more_in_every_pair", paired != null && paired.isMoreInEveryPair());
        tree.put("p_value", StudyTree.number(paired == null ? Double.NaN : paired.pValue()));
        tree.put(
                "p_value_holm",
                StudyTree.number(paired == null ? Double.NaN : paired.adjustedPValue()));
        return tree;
    }
}
