package dandori.scenario;

import dandori.policy.Backfill;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a policy: {@code easy}, {@code depth:4} (the value of the first option), or
 * {@code {use: depth, reservations: 4}}.
 */
final class PartReader {

    private final KnownParts known;
    private final Issues issues;

    PartReader(KnownParts known, Issues issues) {
        this.known = known;
        this.issues = issues;
    }

    /** The name that a node uses, without options; empty if there is none. */
    static String use(Node node) {
        Node use = node instanceof Mapping mapping ? mapping.get("use") : node;
        return use instanceof Scalar scalar ? scalar.text().split(":", 2)[0].strip() : "";
    }

    /**
     * The part of a node; null, and an issue, if there is none.
     *
     * @param node the name or the mapping
     * @param kind the kind of part
     * @param word what issues call it
     */
    @Nullable Part read(Node node, Class<?> kind, String word) {
        Node use = node instanceof Mapping mapping ? mapping.get("use") : node;
        if (!(use instanceof Scalar scalar) || scalar.type() == Scalar.Type.NOTHING) {
            issues.addUnknown(
                    use == null ? node : use,
                    use == null
                            ? "'use' is missing: the name of the " + word + "."
                            : "must be the name of the %s, but is %s.".formatted(word, use.says()),
                    "",
                    names(kind));
            return null;
        }
        String name = name(scalar.text(), kind);
        Optional<PartProvider<?>> provider = known.named(kind, name);
        if (provider.isEmpty()) {
            String maybe = issues.maybe(name, names(kind));
            issues.add(
                    use,
                    "there is no %s '%s'.".formatted(word, name),
                    maybe == null ? null : maybe + " (dandori catalogue policies)");
            return null;
        }
        List<Option> options = provider.get().options();
        Mapping mapping =
                node instanceof Mapping given
                        ? given
                        : new Mapping(node.path(), node.line(), Map.of());
        if (scalar.text().length() > name.length()) {
            mapping = shortForm(mapping, scalar, options, name, word);
        }
        int before = issues.count();
        String which = word + " '" + name + "'";
        Options values = OptionValues.read(which, options, mapping, List.of("use"), issues);
        if (issues.count() == before) {
            check(provider.get(), values, node);
        }
        return new Part(name, values);
    }

    /** Tells of options that are right one by one, but not together. */
    private void check(PartProvider<?> provider, Options values, Node node) {
        try {
            provider.create(values);
        } catch (IllegalArgumentException impossible) {
            String[] said = String.valueOf(impossible.getMessage()).split("\nMaybe ", 2);
            issues.add(node, said[0], said.length > 1 ? said[1] : null);
        }
    }

    /** The name in a text; of one that is not known, what stands before the first colon. */
    private String name(String text, Class<?> kind) {
        return known.nameIn(kind, text)
                .orElseGet(() ->
                        NearestName.of(text, known.names(kind)).isPresent()
                                ? text
                                : text.split(":", 2)[0].strip());
    }

    /** The names of a kind of part, and the short form among them. */
    private List<String> names(Class<?> kind) {
        List<String> names = new ArrayList<>(known.names(kind));
        if (kind == Backfill.class) {
            names.add(PolicyReader.CLAIRVOYANT);
            Collections.sort(names);
        }
        return names;
    }

    /** The mapping with the value behind the colon as the first option. */
    private Mapping shortForm(
            Mapping mapping, Scalar use, List<Option> options, String name, String word) {
        String value = use.text().substring(name.length()).strip().substring(1).strip();
        if (options.isEmpty()) {
            issues.add(use, "%s '%s' takes no value.".formatted(word, name), "'" + name + "'.");
            return mapping;
        }
        boolean isNumber = value.matches("[-+]?[0-9.]+");
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        Scalar.Type type = isNumber ? Scalar.Type.NUMBER : Scalar.Type.TEXT;
        if (entries.put(options.get(0).name(), new Scalar(use.path(), use.line(), value, type))
                != null) {
            issues.add(
                    use, "gives '%s' twice.".formatted(options.get(0).name()), "'" + name + "'.");
        }
        return new Mapping(mapping.path(), mapping.line(), entries);
    }
}
