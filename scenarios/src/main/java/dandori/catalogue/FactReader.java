package dandori.catalogue;

import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.NodeSet;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts: {@code [6.8 GB/s, remembered-high, K]}, or the same in full, {@code {value: 6.8
 * GB/s, certainty: remembered-high, source: K, note: …}}.
 */
final class FactReader {

    static final List<String> CERTAINTIES =
            Stream.of(Certainty.values()).map(Certainty::text).toList();

    private static final List<String> PARTS = List.of("value", "certainty", "source", "note");
    private static final List<String> BASIS = PARTS.subList(1, PARTS.size());

    private final Set<String> sources;
    private final Issues issues;

    FactReader(Set<String> sources, Issues issues) {
        this.sources = sources;
        this.issues = issues;
    }

    /** The facts of a section; keys that it does not declare are issues. */
    Facts facts(FactSection section, Node node) {
        if (!(node instanceof Mapping mapping)) {
            issues.addUnknown(
                    node,
                    "must be a mapping of keys, but is " + node.says() + ".",
                    "",
                    names(section, ""));
            return Facts.NONE;
        }
        Map<String, Fact> facts = new LinkedHashMap<>();
        read(section, "", mapping, facts);
        for (FactKey key : section.facts()) {
            if (key.isRequired() && at(mapping, key.name()) == null) {
                issues.add(
                        mapping,
                        "'%s' is missing.".formatted(key.name()),
                        "add '%s: [%s, published, S1]': %s"
                                .formatted(
                                        key.name(),
                                        key.dimension().example(),
                                        Words.inside(key.sentence())));
            }
        }
        for (String other : section.otherNames()) {
            if (section.isRequired(other) && mapping.get(other) == null) {
                issues.add(
                        mapping,
                        "'%s' is missing.".formatted(other),
                        "add '%s': %s".formatted(other, Words.inside(section.sentenceOf(other))));
            }
        }
        return new Facts(facts);
    }

    private static @Nullable Node at(Mapping mapping, String name) {
        Node at = mapping;
        for (String step : name.split("\\.")) {
            at = at instanceof Mapping group ? group.get(step) : null;
        }
        return at;
    }

    private void read(
            FactSection section, String prefix, Mapping mapping, Map<String, Fact> facts) {
        mapping.entries()
                .forEach((key, node) -> {
                    String name = prefix + key;
                    FactKey declared = section.fact(name).orElse(null);
                    if (declared != null) {
                        Fact fact = fact(declared, node);
                        if (fact != null) {
                            facts.put(name, fact);
                        }
                    } else if (section.isGroup(name) && node instanceof Mapping group) {
                        read(section, name + ".", group, facts);
                    } else if (section.isGroup(name)) {
                        issues.addUnknown(
                                node,
                                "must be a mapping of keys, but is " + node.says() + ".",
                                "",
                                names(section, name + "."));
                    } else if (!prefix.isEmpty() || !section.otherNames().contains(key)) {
                        issues.addUnknown(
                                node,
                                "there is no key '" + key + "' here.",
                                key,
                                names(section, prefix));
                    }
                });
    }

    private static List<String> names(FactSection section, String prefix) {
        List<String> names = new ArrayList<>(prefix.isEmpty() ? section.otherNames() : List.of());
        for (FactKey fact : section.facts()) {
            if (fact.name().startsWith(prefix)) {
                String rest = fact.name().substring(prefix.length());
                String name = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** One fact; null, and issues, if it is none. */
    @Nullable Fact fact(FactKey key, Node node) {
        Map<String, Node> parts = parts(key, node);
        if (parts == null) {
            return null;
        }
        Basis basis = basis(key, node, parts);
        Node value = parts.get("value");
        if (value == null) {
            issues.add(node, "has no value.", "a value such as " + key.dimension().example() + ".");
            return null;
        }
        String text = text(value);
        OptionalDouble number = text == null ? OptionalDouble.empty() : number(key, value, text);
        boolean isRight = number.isPresent() || !key.dimension().isNumber();
        return text != null && isRight && basis != null
                ? new Fact(
                        text,
                        number.orElse(Double.NaN),
                        key.dimension().unit(),
                        basis.certainty(),
                        basis.sources(),
                        basis.note())
                : null;
    }

    private @Nullable Map<String, Node> parts(FactKey key, Node node) {
        Map<String, Node> parts = new LinkedHashMap<>();
        if (node instanceof Sequence list && list.items().size() <= PARTS.size()) {
            for (int i = 0; i < list.items().size(); i++) {
                parts.put(PARTS.get(i), list.items().get(i));
            }
        } else if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((name, part) -> {
                        if (PARTS.contains(name)) {
                            parts.put(name, part);
                        } else {
                            issues.addUnknown(
                                    part, "there is no key '" + name + "' in a fact.", name, PARTS);
                        }
                    });
        } else if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
            issues.add(
                    node,
                    "has neither source nor certainty.",
                    "[%s, published, S1], where 'sources' says what S1 is."
                            .formatted(scalar.text()));
            return null;
        } else {
            issues.add(
                    node,
                    "must be a fact, but is " + node.says() + ".",
                    "[%s, published, S1]".formatted(key.dimension().example()));
            return null;
        }
        return parts;
    }

    /**
     * Where something is known from that is a mapping of its own, with certainty, source and note
     * among its keys; null without certainty or source, which its section tells.
     */
    @Nullable Basis basis(FactKey key, Mapping mapping) {
        Map<String, Node> parts = new LinkedHashMap<>();
        for (String part : BASIS) {
            Node given = mapping.get(part);
            if (given != null) {
                parts.put(part, given);
            }
        }
        boolean isWhole = parts.containsKey("certainty") && parts.containsKey("source");
        return isWhole ? basis(key, mapping, parts) : null;
    }

    /** Where a fact is known from, or null. */
    private @Nullable Basis basis(FactKey key, Node node, Map<String, Node> parts) {
        Certainty certainty = certainty(node, parts.get("certainty"));
        List<String> keys = sources(key, node, parts.get("source"));
        Node noteNode = parts.get("note");
        String note = noteNode == null ? "" : text(noteNode);
        if (certainty == Certainty.DERIVED && noteNode == null) {
            issues.add(
                    node,
                    "is derived, but does not say how.",
                    "a note with the arithmetic: [%s, derived, S1, \"24 x 23 x 24\"]"
                            .formatted(key.dimension().example()));
        }
        return certainty == null || keys.isEmpty() || note == null
                ? null
                : new Basis(certainty, keys, note);
    }

    /** Where a fact is known from, how surely, and what is to be said about it. */
    record Basis(Certainty certainty, List<String> sources, String note) {}

    private @Nullable Certainty certainty(Node fact, @Nullable Node node) {
        if (node == null) {
            issues.add(
                    fact, "has no certainty.", "one of: " + String.join(", ", CERTAINTIES) + ".");
            return null;
        }
        String text = text(node);
        Certainty certainty = text == null ? null : Certainty.named(text).orElse(null);
        if (text != null && certainty == null) {
            issues.addUnknown(node, "there is no certainty '" + text + "'.", text, CERTAINTIES);
        }
        return certainty;
    }

    private List<String> sources(FactKey key, Node fact, @Nullable Node node) {
        if (node == null) {
            issues.add(
                    fact,
                    "has no source.",
                    sources.isEmpty()
                            ? "add 'sources: {S1: …}', and S1 here."
                            : NearestName.maybe(key.name(), sources));
            return List.of();
        }
        String text = text(node);
        List<String> keys = text == null ? List.of() : List.of(text.strip().split("\\s+"));
        for (String name : keys) {
            if (!sources.contains(name)) {
                issues.add(
                        node,
                        "'" + name + "' is not among the sources of this file.",
                        sources.isEmpty()
                                ? "add 'sources: {" + name + ": …}'."
                                : NearestName.maybe(name, sources));
            }
        }
        return keys;
    }

    private @Nullable String text(Node node) {
        if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
            return scalar.text();
        }
        issues.add(node, "must be a word or a number, but is " + node.says() + ".", null);
        return null;
    }

    private OptionalDouble number(FactKey key, Node node, String text) {
        Dimension dimension = key.dimension();
        OptionalDouble number = dimension.value(text);
        if (!dimension.isNumber()) {
            checkWords(dimension, node, text);
            return OptionalDouble.empty();
        }
        if (number.isEmpty()) {
            issues.add(
                    node,
                    "must be %s, but is '%s'.".formatted(dimension.words(), text),
                    "'%s'.%s"
                            .formatted(
                                    dimension.example(),
                                    dimension.units().isEmpty()
                                            ? ""
                                            : " Units: "
                                                    + String.join(", ", dimension.units())
                                                    + "."));
            return number;
        }
        double value = number.getAsDouble();
        boolean isLow = value < key.least();
        if (isLow || value > key.most()) {
            issues.add(node, Words.outOf(key, isLow, text), null);
            return OptionalDouble.empty();
        }
        return number;
    }

    private void checkWords(Dimension dimension, Node node, String text) {
        if (dimension == Dimension.FLAG && !text.matches("true|false")) {
            issues.add(node, "must be true or false, but is '" + text + "'.", null);
        } else if (dimension == Dimension.DATE
                && !text.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")) {
            issues.add(
                    node,
                    "must be %s, but is '%s'.".formatted(dimension.words(), text),
                    "'2024-01'.");
        } else if (dimension == Dimension.NODES && Words.nodes(text) == NodeSet.EMPTY) {
            issues.add(
                    node,
                    "must be %s, but is '%s'.".formatted(dimension.words(), text),
                    "'0-11 24 36-47'.");
        }
    }
}
