package dandori.scenario.key;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The values of a mapping, read by the declarations of its section.
 *
 * <p>Unknown and missing keys are issues at once; a value is checked when it is asked for. What is
 * wrong becomes an issue, and a value that is possible stands in, so that reading goes on; who made
 * an issue must not use the result.
 */
public final class Values {

    private final Section section;
    private final Mapping mapping;
    private final Issues issues;

    private Values(Section section, Mapping mapping, Issues issues) {
        this.section = section;
        this.mapping = mapping;
        this.issues = issues;
    }

    /** The values of a node that should be a mapping. */
    public static Values of(Section section, Node node, Issues issues) {
        Mapping mapping =
                node instanceof Mapping given
                        ? given
                        : new Mapping(node.path(), node.line(), Map.of());
        if (node != mapping && !Scalar.isNothing(node)) {
            issues.addUnknown(
                    node,
                    "must be a mapping of keys, but is " + node.says() + ".",
                    "",
                    section.names());
            return new Values(section, mapping, issues);
        }
        Values values = new Values(section, mapping, issues);
        values.checkKeys();
        return values;
    }

    private void checkKeys() {
        boolean isUnbuilt = false;
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            String name = entry.getKey();
            String later = section.notYet().get(name);
            if (later != null) {
                isUnbuilt = true;
                issues.add(
                        entry.getValue(),
                        "is not built yet: " + later + ".",
                        "leave '" + name + "' out.");
            } else if (!section.isOpen() && section.key(name).isEmpty()) {
                String unknown = "there is no key '" + name + "' here.";
                if (name.equals("<<")) {
                    issues.add(
                            entry.getValue(),
                            unknown,
                            "'extends': merge keys of YAML are not read.");
                } else {
                    issues.addUnknown(entry.getValue(), unknown, name, section.names());
                }
            }
        }
        for (Key key : section.keys()) {
            if (key.isRequired() && !isUnbuilt && mapping.get(key.name()) == null) {
                issues.add(
                        mapping,
                        "'%s' is missing.".formatted(key.name()),
                        "add '%s' (%s): %s"
                                .formatted(key.name(), key.kind().text(), inside(key.sentence())));
            }
        }
    }

    private static String inside(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Whether it has a key that will mean something one day. */
    public boolean isUnbuilt() {
        return mapping.entries().keySet().stream().anyMatch(section.notYet()::containsKey);
    }

    /** The mapping that is read. */
    public Mapping mapping() {
        return mapping;
    }

    /** Whether the key is given. */
    public boolean has(String name) {
        return mapping.get(name) != null;
    }

    /** What stands behind a key, or its default as a node; null if there is neither. */
    public @Nullable Node node(String name) {
        Key key = key(name);
        Node given = mapping.get(name);
        if (given != null || key.defaultText() == null) {
            return given;
        }
        String path = Node.below(mapping.path(), name);
        if (key.kind() == Kind.WORDS) {
            return TreeReader.read(key.defaultText(), path, mapping.line(), issues);
        }
        Scalar.Type type =
                switch (key.kind()) {
                    case COUNT, NUMBER, FRACTION -> Scalar.Type.NUMBER;
                    case FLAG -> Scalar.Type.FLAG;
                    default -> Scalar.Type.TEXT;
                };
        return new Scalar(path, mapping.line(), key.defaultText(), type);
    }

    /** A text; empty if there is none. */
    public String text(String name) {
        Node node = node(name);
        String text = node == null ? null : Scalars.text(node, issues);
        return text == null ? "" : text;
    }

    /** A name, or null. */
    public @Nullable String name(String name) {
        Node node = node(name);
        return node == null ? null : Scalars.name(node, issues);
    }

    /** One of the key's words; empty if there is none. */
    public String word(String name) {
        Node node = node(name);
        String word = node == null ? null : Scalars.word(node, key(name).words(), issues);
        return word == null ? "" : word;
    }

    /** Whether the value is one of the words that the key allows beside its kind's own values. */
    public boolean isWord(String name) {
        return node(name) instanceof Scalar scalar && key(name).words().contains(scalar.text());
    }

    /** A whole number. */
    public int count(String name) {
        Key key = key(name);
        Node node = node(name);
        OptionalLong count =
                node == null
                        ? OptionalLong.empty()
                        : Scalars.count(node, key.least(), key.most(), issues);
        return (int) count.orElse((long) Math.max(1, key.least()));
    }

    /** A number. */
    public double number(String name) {
        Key key = key(name);
        Node node = node(name);
        OptionalDouble number =
                node == null
                        ? OptionalDouble.empty()
                        : Scalars.number(node, key.least(), key.most(), issues);
        return number.orElse(1);
    }

    /** A number from 0 to 1. */
    public double fraction(String name) {
        Node node = node(name);
        return node == null ? 0 : Scalars.fraction(node, issues).orElse(0);
    }

    /** A span of time in milliseconds. */
    public long millis(String name) {
        Key key = key(name);
        Node node = node(name);
        OptionalLong millis =
                node == null
                        ? OptionalLong.empty()
                        : Scalars.millis(node, key.least(), key.most(), issues);
        return millis.orElse(0);
    }

    /** A date with zone, or null. */
    public @Nullable ZonedDateTime date(String name) {
        Node node = node(name);
        return node == null ? null : Scalars.date(node, issues);
    }

    /** A moment, or null. */
    public @Nullable Moment moment(String name) {
        if (!(node(name) instanceof Scalar scalar)) {
            return has(name) ? wrongMoment(name) : null;
        }
        if (scalar.text().matches("[0-9]{4}-.*")) {
            ZonedDateTime date = Scalars.date(scalar, issues);
            return date == null ? null : new Moment(date, null);
        }
        OptionalLong millis = Scalars.millis(scalar, 0, Double.POSITIVE_INFINITY, issues);
        return millis.isPresent() ? new Moment(null, millis.getAsLong()) : null;
    }

    private @Nullable Moment wrongMoment(String name) {
        Node node = mapping.get(name);
        if (node != null) {
            issues.add(
                    node,
                    "must be a date with zone or a duration, but is " + node.says() + ".",
                    null);
        }
        return null;
    }

    /** True or false. */
    public boolean flag(String name) {
        Node node = node(name);
        Boolean flag = node == null ? null : Scalars.flag(node, issues);
        return flag != null && flag;
    }

    /** Seeds; {@code [1]} if there are none. */
    public List<Integer> seeds(String name) {
        Node node = node(name);
        return node == null ? List.of(1) : Seeds.read(node, issues);
    }

    /** The sections behind names. */
    public Map<String, Node> sections(String name) {
        return Branches.sections(node(name), issues);
    }

    /** The items of a list. */
    public List<Node> items(String name) {
        return Branches.items(node(name), issues);
    }

    /** The names of a list, each once. */
    public List<String> names(String name) {
        List<String> names = new ArrayList<>();
        for (Node item : items(name)) {
            String text =
                    key(name).words().isEmpty()
                            ? Scalars.name(item, issues)
                            : Scalars.word(item, key(name).words(), issues);
            if (text != null && names.contains(text)) {
                issues.add(item, "'" + text + "' is in the list twice.", null);
            } else if (text != null) {
                names.add(text);
            }
        }
        return names;
    }

    /** The nodes of names behind names. */
    public Map<String, Node> terms(String name) {
        Node node = node(name);
        if (node == null) {
            return Map.of();
        }
        if (node instanceof Mapping terms && !terms.entries().isEmpty()) {
            return terms.entries();
        }
        issues.add(node, "must be a mapping of names, but is " + node.says() + ".", null);
        return Map.of();
    }

    /** The numbers behind names. */
    public Map<String, Double> numbers(String name) {
        Key key = key(name);
        Map<String, Double> numbers = new LinkedHashMap<>();
        Node node = node(name);
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((one, value) ->
                            Scalars.number(value, key.least(), key.most(), issues)
                                    .ifPresent(number -> numbers.put(one, number)));
        } else if (node != null) {
            issues.add(node, "must be a mapping of numbers, but is " + node.says() + ".", null);
        }
        return numbers;
    }

    /** The numbers of a list, in order; shorter, with issues, where some are none. */
    public List<Double> row(String name) {
        Key key = key(name);
        Node node = node(name);
        List<Double> row = new ArrayList<>();
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                Scalars.number(item, key.least(), key.most(), issues).ifPresent(row::add);
            }
        } else if (node != null) {
            issues.add(node, "must be a list of numbers, but is " + node.says() + ".", null);
        }
        return row;
    }

    private Key key(String name) {
        return section.key(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Section '%s' declares no key '%s'."
                                        .formatted(section.place(), name)));
    }
}
