package dandori.scenario.sweep;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sweeps of a file: mappings {@code {sweep: [...], name: …, labels: [...]}} where a value
 * stands. Without a {@code name} each is a sweep of its own, called by its key, or by its path
 * where two have one key. A mapping {@code {sweep: [...], of: {…}}} has a value for each
 * combination of the sweeps that it names.
 */
final class SweepFinder {

    static final String SWEEP = "sweep";
    static final String NAME = "name";
    static final String LABELS = "labels";
    static final String OF = "of";

    /** Sections of another way to change values. */
    static final List<String> INQUIRIES = List.of("search", "sensitivity");

    private static final List<String> KEYS = List.of(SWEEP, NAME, LABELS, OF);

    /** Where all variants must agree: they are shown side by side. */
    private static final List<String> FIXED =
            List.of("scenario", "description", "report", "run.seeds", "run.keep", SWEEP);

    private final Issues issues;
    private final List<Found> found = new ArrayList<>();

    private SweepFinder(Issues issues) {
        this.issues = issues;
    }

    /**
     * A series at one place, with the name and labels that it gives itself; or the labels of each
     * of several sweeps by their names.
     */
    private record Found(
            Mapping at,
            @Nullable String name,
            List<Node> values,
            List<String> labels,
            Map<String, List<String>> of) {

        String key() {
            return at.path().substring(at.path().lastIndexOf('.') + 1);
        }
    }

    /** The sweeps of a tree, in its order. */
    static FoundSweeps of(Node root, Issues issues) {
        SweepFinder finder = new SweepFinder(issues);
        finder.look(root);
        return finder.sweeps();
    }

    private void look(Node node) {
        if (node instanceof Sequence list) {
            list.items().forEach(this::look);
        } else if (node instanceof Mapping mapping && mapping.get(SWEEP) != null) {
            take(mapping, mapping.entries().get(SWEEP));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().values().forEach(this::look);
        }
    }

    private void take(Mapping at, @Nullable Node series) {
        String path = at.path();
        boolean isFixed =
                path.isEmpty()
                        || INQUIRIES.stream().anyMatch(key -> path.startsWith(key))
                        || FIXED.stream()
                                .anyMatch(key -> path.equals(key) || path.startsWith(key + "."));
        if (isFixed) {
            issues.add(
                    path.isEmpty() && series != null ? series : at,
                    "no sweep can stand here: variants of a scenario share it.",
                    "put {sweep: [...]} where the value stands that is to change.");
            return;
        }
        at.entries()
                .forEach((key, value) -> {
                    if (!KEYS.contains(key)) {
                        issues.addUnknown(
                                value,
                                "there is no key '%s' beside 'sweep'.".formatted(key),
                                key,
                                KEYS);
                    }
                });
        if (!(series instanceof Sequence list) || list.items().isEmpty()) {
            issues.add(
                    series == null ? at : series,
                    "must be a list of values, but is %s."
                            .formatted(series == null ? "empty" : series.says()),
                    "sweep: [0.5, 0.7].");
            return;
        }
        for (Node item : list.items()) {
            if (hasSweep(item)) {
                issues.add(item, "a sweep within a sweep is not read.", "name both, side by side.");
            }
        }
        Map<String, List<String>> of = at.get(OF) == null ? Map.of() : together(at, list);
        found.add(new Found(at, name(at), list.items(), labels(at, list), of));
    }

    /** The labels of several sweeps by their names; none, and an issue, if they do not fit. */
    private Map<String, List<String>> together(Mapping at, Sequence values) {
        Map<String, List<String>> of = new LinkedHashMap<>();
        long count = 1;
        if (at.get(OF) instanceof Mapping named) {
            for (Map.Entry<String, Node> one : named.entries().entrySet()) {
                if (one.getValue() instanceof Sequence list
                        && list.items().stream().allMatch(Scalar.class::isInstance)) {
                    of.put(one.getKey(), list.items().stream().map(Sweep::label).toList());
                    count = Math.min(count, Integer.MAX_VALUE) * list.items().size();
                }
            }
            if (of.size() == named.entries().size()
                    && of.size() > 1
                    && count == values.items().size()
                    && at.get(NAME) == null
                    && at.get(LABELS) == null) {
                return of;
            }
        }
        issues.add(
                at,
                "'of' must name two sweeps or more, each with a list of words, and 'sweep' have a"
                        + " value for each combination of theirs, the last sweep's changing first.",
                "sweep: [1, 2, 3, 4], of: {size: [small, large], load: [low, high]}, without 'name'"
                        + " and 'labels'.");
        return Map.of();
    }

    private static boolean hasSweep(Node node) {
        if (node instanceof Sequence list) {
            return list.items().stream().anyMatch(SweepFinder::hasSweep);
        }
        return node instanceof Mapping mapping
                && (mapping.get(SWEEP) != null
                        || mapping.entries().values().stream().anyMatch(SweepFinder::hasSweep));
    }

    private @Nullable String name(Mapping at) {
        Node name = at.get(NAME);
        if (name == null) {
            return null;
        }
        if (name instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        issues.add(name, "must be a name, but is %s.".formatted(name.says()), null);
        return null;
    }

    private List<String> labels(Mapping at, Sequence values) {
        Node given = at.get(LABELS);
        if (given == null) {
            return values.items().stream().map(Sweep::label).toList();
        }
        List<Node> items = given instanceof Sequence list ? list.items() : List.of();
        boolean areTexts = items.stream().allMatch(Scalar.class::isInstance);
        if (items.size() != values.items().size() || !areTexts) {
            issues.add(
                    given,
                    "must be a list of %d words, one for each value."
                            .formatted(values.items().size()),
                    null);
            return values.items().stream().map(Sweep::label).toList();
        }
        return items.stream().map(Sweep::label).toList();
    }

    private FoundSweeps sweeps() {
        Map<String, List<Found>> byName = new LinkedHashMap<>();
        List<Together> together = new ArrayList<>();
        for (Found one : found) {
            if (!one.of().isEmpty()) {
                List<String> names = List.copyOf(one.of().keySet());
                together.add(new Together(one.at().path(), names, one.values()));
                names.forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>()));
                continue;
            }
            boolean isUnique =
                    found.stream()
                                    .filter(other -> other.of().isEmpty())
                                    .filter(other -> other.key().equals(one.key()))
                                    .count()
                            == 1;
            String name = one.name() != null ? one.name() : isUnique ? one.key() : one.at().path();
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(one);
        }
        List<Sweep> sweeps = new ArrayList<>();
        byName.forEach((name, its) -> sweeps.add(sweep(name, its)));
        return new FoundSweeps(sweeps, together);
    }

    /** Places of one name go in step; the first that has labels of its own lends them. */
    private Sweep sweep(String name, List<Found> its) {
        Map<String, List<Node>> places = new LinkedHashMap<>();
        its.forEach(one -> places.put(one.at().path(), one.values()));
        List<Found> all = found.stream().filter(one -> isIn(one, its, name)).toList();
        Found first = all.get(0);
        int count = count(first, name);
        for (Found one : all) {
            if (count(one, name) != count) {
                issues.add(
                        one.at(),
                        "the sweep '%s' has %d values here, but %d at %s: they go in step."
                                .formatted(name, count(one, name), count, first.at().path()),
                        "another 'name' for one of the two, or as many values.");
            }
        }
        List<String> labels =
                all.stream()
                        .filter(one -> one.at().get(LABELS) != null || !one.of().isEmpty())
                        .findFirst()
                        .map(one -> one.of().getOrDefault(name, one.labels()))
                        .orElse(first.labels());
        Set<String> once = new LinkedHashSet<>(labels);
        if (once.size() < labels.size()) {
            issues.add(
                    first.at(),
                    "the sweep '%s' has two values of one name.".formatted(name),
                    "'labels: [...]' that tell them apart, or leave one out.");
        }
        return new Sweep(name, labels, places);
    }

    private static boolean isIn(Found one, List<Found> its, String name) {
        return its.contains(one) || one.of().containsKey(name);
    }

    /** How many values of a sweep a place has. */
    private static int count(Found one, String name) {
        return one.of().getOrDefault(name, one.labels()).size();
    }
}
