package dandori.scenario.key;

import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads and writes the options of a part or a generator by their declarations.
 *
 * <p>An option whose name has a dot stands one level deeper: {@code nodes.min} is {@code nodes:
 * {min: 1}}.
 */
public final class OptionValues {

    private static final String UNLIMITED = "unlimited";

    private final String owner;
    private final List<Option> options;
    private final Collection<String> others;
    private final Issues issues;
    private final Map<String, Double> values = new TreeMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private OptionValues(
            String owner, List<Option> options, Collection<String> others, Issues issues) {
        this.owner = owner;
        this.options = options;
        this.others = others;
        this.issues = issues;
    }

    /**
     * The options of a mapping, defaults filled in.
     *
     * @param owner whose options they are, for issues: {@code backfill 'depth'}
     * @param options the declarations
     * @param mapping where they stand
     * @param others keys of the mapping that are no options, in the order in which issues list them
     * @param issues where faults go
     */
    public static Options read(
            String owner,
            List<Option> options,
            Mapping mapping,
            Collection<String> others,
            Issues issues) {
        OptionValues reader = new OptionValues(owner, options, others, issues);
        mapping.entries()
                .forEach((key, node) -> {
                    if (!others.contains(key)) {
                        reader.take(key, node);
                    }
                });
        options.forEach(option -> reader.convert(option, mapping));
        return new Options(reader.values);
    }

    private void take(String name, Node node) {
        String below = name + ".";
        boolean isGroup = options.stream().anyMatch(option -> option.name().startsWith(below));
        if (options.stream().anyMatch(option -> option.name().equals(name))) {
            nodes.put(name, node);
        } else if (isGroup && node instanceof Mapping group) {
            group.entries().forEach((key, value) -> take(below + key, value));
        } else if (isGroup) {
            issues.addUnknown(
                    node,
                    "must be a mapping of keys, but is " + node.says() + ".",
                    "",
                    siblings(below));
        } else {
            String key = name.substring(name.lastIndexOf('.') + 1);
            List<String> known = new ArrayList<>(name.equals(key) ? others : List.of());
            known.addAll(siblings(name.substring(0, name.length() - key.length())));
            issues.addUnknown(node, "%s has no option '%s'.".formatted(owner, key), key, known);
        }
    }

    /** The keys that stand together behind a prefix. */
    private List<String> siblings(String prefix) {
        return options.stream()
                .map(Option::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.")[0])
                .distinct()
                .toList();
    }

    private void convert(Option option, Mapping mapping) {
        Node node = nodes.get(option.name());
        if (node == null && option.defaultText() == null) {
            issues.add(
                    mapping,
                    "%s needs the option '%s'.".formatted(owner, option.name()),
                    "add '%s': %s".formatted(option.name(), option.sentence()));
            return;
        }
        Node given = node == null ? defaultNode(option) : node;
        OptionalDouble value = value(option, given, issues);
        value.ifPresent(number -> values.put(option.name(), number));
        if (value.isEmpty()) {
            // Reading goes on with the default, so that one fault makes one issue.
            values.put(
                    option.name(),
                    option.defaultText() == null
                            ? option.least()
                            : value(option, defaultNode(option), new Issues())
                                    .orElse(option.least()));
        }
    }

    private static Node defaultNode(Option option) {
        String text = String.valueOf(option.defaultText());
        boolean isWord = option.kind() == Option.Kind.DURATION || text.equals(UNLIMITED);
        Scalar.Type type =
                isWord
                        ? Scalar.Type.TEXT
                        : option.kind() == Option.Kind.FLAG ? Scalar.Type.FLAG : Scalar.Type.NUMBER;
        return new Scalar(option.name(), 0, text, type);
    }

    private static OptionalDouble value(Option option, Node node, Issues issues) {
        return switch (option.kind()) {
            case COUNT -> count(option, node, issues);
            case NUMBER -> Scalars.number(node, option.least(), option.most(), issues);
            case DURATION -> widened(Scalars.millis(node, option.least(), option.most(), issues));
            case FLAG -> {
                Boolean flag = Scalars.flag(node, issues);
                yield flag == null ? OptionalDouble.empty() : OptionalDouble.of(flag ? 1 : 0);
            }
        };
    }

    private static OptionalDouble count(Option option, Node node, Issues issues) {
        boolean isWord = node instanceof Scalar scalar && scalar.text().equals(UNLIMITED);
        if (isWord && option.most() >= Integer.MAX_VALUE) {
            return OptionalDouble.of(Integer.MAX_VALUE);
        }
        return widened(Scalars.count(node, option.least(), option.most(), issues));
    }

    private static OptionalDouble widened(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    /** The options as entries of a mapping, in the order of their declarations. */
    public static Map<String, Node> write(List<Option> options, Options values) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Option option : options) {
            put(entries, option.name(), node(option, values.number(option.name())));
        }
        return entries;
    }

    private static void put(Map<String, Node> entries, String name, Node value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            entries.put(name, value);
            return;
        }
        String group = name.substring(0, dot);
        Map<String, Node> inner =
                new LinkedHashMap<>(
                        entries.get(group) instanceof Mapping mapping
                                ? mapping.entries()
                                : Map.of());
        put(inner, name.substring(dot + 1), value);
        entries.put(group, new Mapping(group, 0, inner));
    }

    private static Node node(Option option, double value) {
        return switch (option.kind()) {
            case COUNT ->
                    value == Integer.MAX_VALUE
                            ? new Scalar("", 0, UNLIMITED, Scalar.Type.TEXT)
                            : new Scalar("", 0, Scalars.plain(value), Scalar.Type.NUMBER);
            case NUMBER -> new Scalar("", 0, Scalars.plain(value), Scalar.Type.NUMBER);
            case DURATION -> new Scalar("", 0, Units.duration((long) value), Scalar.Type.TEXT);
            case FLAG -> new Scalar("", 0, String.valueOf(value != 0), Scalar.Type.FLAG);
        };
    }

    /**
     * The node of an option in a mapping, or the mapping itself where the option is not given: for
     * issues.
     */
    public static Node at(Mapping mapping, String name) {
        Node at = mapping;
        for (String step : name.split("\\.")) {
            Node below = at instanceof Mapping inner ? inner.get(step) : null;
            at = below == null ? at : below;
        }
        return at;
    }
}
