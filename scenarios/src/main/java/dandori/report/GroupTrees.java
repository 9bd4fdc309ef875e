package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Group;
import dandori.experiment.SideBySide;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of all groups of studies as trees for JSON: most of the work of a summary, so several
 * groups are made at once.
 */
final class GroupTrees {

    private final Map<Place, Figured> made = new HashMap<>(); // asked by key only

    private GroupTrees() {}

    private record Place(Study study, Group group) {}

    /** The figures of a group, by policy and name. */
    private record Figured(
            Map<String, Map<String, Object>> spreads,
            Map<String, Map<String, Object>> differences) {}

    /** Makes them on so many threads. */
    static GroupTrees of(List<Study> studies, SpreadTree spreads, int threads) {
        List<Place> places = new ArrayList<>();
        for (Study study : studies) {
            places.add(new Place(study, Group.ALL));
            for (Group.Kind kind : Group.Kind.values()) {
                if (kind != Group.Kind.ALL) {
                    study.groups(kind).forEach(group -> places.add(new Place(study, group)));
                }
            }
        }
        List<Figured> figured =
                SideBySide.each(places, threads, one -> figured(one.study(), one.group(), spreads));
        GroupTrees trees = new GroupTrees();
        for (int i = 0; i < places.size(); i++) {
            trees.made.put(places.get(i), figured.get(i));
        }
        return trees;
    }

    private static Figured figured(Study study, Group group, SpreadTree spreads) {
        Figured figured = new Figured(new HashMap<>(), new HashMap<>());
        for (String name : study.figureNames(group)) {
            for (String policy : study.policies()) {
                figured.spreads()
                        .computeIfAbsent(policy, any -> new LinkedHashMap<>())
                        .put(name, spreads.of(study.spread(policy, group, name)));
            }
            Map<String, Comparison> pairs = study.comparisons(group, name);
            pairs.forEach((policy, its) ->
                    figured.differences()
                            .computeIfAbsent(policy, any -> new LinkedHashMap<>())
                            .put(name, spreads.of(its)));
        }
        return figured;
    }

    /** The figures of a policy in each group. */
    Map<String, Object> policy(Study study, String policy) {
        return groups(study, group -> of(study, group).spreads().getOrDefault(policy, Map.of()));
    }

    /** How the figures of a policy differ from those of the one that is compared with. */
    Map<String, Object> differences(Study study, String policy) {
        return groups(
                study, group -> of(study, group).differences().getOrDefault(policy, Map.of()));
    }

    private Figured of(Study study, Group group) {
        return Objects.requireNonNull(made.get(new Place(study, group)));
    }

    /** Something of each group. */
    private interface OfGroup {
        Map<String, Object> of(Group group);
    }

    private static Map<String, Object> groups(Study study, OfGroup content) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Group.Kind kind : Group.Kind.values()) {
            Map<String, Object> ofKind = new LinkedHashMap<>();
            study.groups(kind).forEach(group -> ofKind.put(group.name(), content.of(group)));
            if (kind.isAlwaysTold() || !ofKind.isEmpty()) {
                tree.put(kind.key(), kind == Group.Kind.ALL ? content.of(Group.ALL) : ofKind);
            }
        }
        return tree;
    }
}
