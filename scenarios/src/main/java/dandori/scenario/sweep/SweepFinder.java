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
 * where two have one key.
 */
final class SweepFinder {

    static final String SWEEP = "sweep";
    static final String NAME = "name";
    static final String LABELS = "labels";

    /** Sections of another way to change values. */
    static final List<String> INQUIRIES = List.of("search", "sensitivity");

    private static final List<String> KEYS = List.of(SWEEP, NAME, LABELS);

    /** Where all variants must agree: they are shown side by side. */
    private static final List<String> FIXED =
            List.of("scenario", "description", "report", "run.seeds", "run.keep", SWEEP);

    private final Issues issues;
    private final List<Found> found = new ArrayList<>();

    private SweepFinder(Issues issues) {
        this.issues = issues;
    }

    /** A series at one place, with the name and labels that it gives itself. */
    private record Found(
            Mapping at, @Nullable String name, List<Node> values, List<String> labels) {

        String key() {
            return at.path().substring(at.path().lastIndexOf('.') + 1);
        }
    }

    /** The sweeps of a tree, in its order. */
    static List<Sweep> of(Node root, Issues issues) {
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
        found.add(new Found(at, name(at), list.items(), labels(at, list)));
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

    private List<Sweep> sweeps() {
        Map<String, List<Found>> byName = new LinkedHashMap<>();
        for (Found one : found) {
            boolean isUnique =
                    found.stream().filter(other -> other.key().equals(one.key())).count() == 1;
            String name = one.name() != null ? one.name() : isUnique ? one.key() : one.at().path();
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(one);
        }
        List<Sweep> sweeps = new ArrayList<>();
        byName.forEach((name, together) -> sweeps.add(sweep(name, together)));
        return sweeps;
    }

    /** Places of one name go in step; the first that has labels of its own lends them. */
    private Sweep sweep(String name, List<Found> together) {
        Found first = together.get(0);
        Map<String, List<Node>> places = new LinkedHashMap<>();
        for (Found one : together) {
            if (one.values().size() != first.values().size()) {
                issues.add(
                        one.at(),
                        "the sweep '%s' has %d values here, but %d at %s: they go in step."
                                .formatted(
                                        name,
                                        one.values().size(),
                                        first.values().size(),
                                        first.at().path()),
                        "another 'name' for one of the two, or as many values.");
            }
            places.put(one.at().path(), one.values());
        }
        List<String> labels =
                together.stream()
                        .filter(one -> one.at().get(LABELS) != null)
                        .findFirst()
                        .orElse(first)
                        .labels();
        Set<String> once = new LinkedHashSet<>(labels);
        if (once.size() < labels.size()) {
            issues.add(
                    first.at(),
                    "the sweep '%s' has two values of one name.".formatted(name),
                    "'labels: [...]' that tell them apart, or leave one out.");
        }
        return new Sweep(name, labels, places);
    }
}
