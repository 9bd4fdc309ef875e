package dandori.scenario.sweep;

import dandori.scenario.KnownParts;
import dandori.scenario.ScenarioText;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.PlainTree;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variants as one text, with every default filled in and sweeps where values differ: what {@link
 * VariantReader} reads back to equal variants.
 *
 * <p>Where a default follows from a swept value, it is swept in step. A value that follows from two
 * sweeps at once cannot be written that way; then all sweeps become one, called {@value #ALL}, and
 * the variants keep their order and scenarios.
 */
public final class VariantsText {

    /** The name of the sweep that stands for all, where it must. */
    static final String ALL = "variant";

    private final List<Sweep> sweeps;
    private final int count;

    private VariantsText(List<Sweep> sweeps, int count) {
        this.sweeps = sweeps;
        this.count = count;
    }

    /** The text, ending with a new line. */
    public static String of(Variants variants, KnownParts parts) {
        return TreeWriter.write(node(variants, parts));
    }

    /** The same as maps, lists, texts, numbers and booleans, for JSON. */
    public static Object tree(Variants variants, KnownParts parts) {
        return PlainTree.of(node(variants, parts));
    }

    private static Node node(Variants variants, KnownParts parts) {
        List<Node> trees = new ArrayList<>();
        for (Variant variant : variants.list()) {
            trees.add(ScenarioText.node(variant.scenario(), parts));
        }
        int count = trees.size();
        return new VariantsText(variants.sweeps(), count)
                .merged(trees)
                .orElseGet(() ->
                        new VariantsText(List.of(all(variants)), count)
                                .merged(trees)
                                .orElseThrow());
    }

    private static Sweep all(Variants variants) {
        return new Sweep(ALL, variants.list().stream().map(Variant::text).toList(), Map.of());
    }

    /** One tree for those of all variants; empty if no single sweep explains how they differ. */
    private Optional<Node> merged(List<Node> trees) {
        Node first = trees.get(0);
        if (trees.stream().allMatch(first::equals)) {
            return Optional.of(first);
        }
        Optional<Node> within = Optional.empty();
        if (keys(first) != null
                && trees.stream().allMatch(tree -> Objects.equals(keys(tree), keys(first)))) {
            within = mappings(trees);
        } else if (trees.stream()
                .allMatch(tree -> length(tree) >= 0 && length(tree) == length(first))) {
            within = sequences(trees);
        }
        return within.isPresent() ? within : swept(trees);
    }

    private Optional<Node> mappings(List<Node> trees) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String key : Objects.requireNonNull(keys(trees.get(0)))) {
            Optional<Node> value =
                    merged(
                            trees.stream()
                                    .map(tree -> ((Mapping) tree).entries().get(key))
                                    .map(Objects::requireNonNull)
                                    .toList());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            entries.put(key, value.get());
        }
        return Optional.of(new Mapping("", 0, entries));
    }

    private Optional<Node> sequences(List<Node> trees) {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < length(trees.get(0)); i++) {
            int place = i;
            Optional<Node> item =
                    merged(
                            trees.stream()
                                    .map(tree -> ((Sequence) tree).items().get(place))
                                    .toList());
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new Sequence("", 0, items));
    }

    /** The values by the one sweep on which they depend. */
    private Optional<Node> swept(List<Node> trees) {
        for (int i = 0; i < sweeps.size(); i++) {
            List<Node> values = byValueOf(i, trees);
            if (values != null) {
                return Optional.of(written(sweeps.get(i), values));
            }
        }
        return Optional.empty();
    }

    /** A node for each value of a sweep; null if they depend on something else. */
    private @Nullable List<Node> byValueOf(int sweep, List<Node> trees) {
        @Nullable Node[] values = new Node[sweeps.get(sweep).size()];
        for (int number = 0; number < count; number++) {
            int value = VariantReader.choice(number, sweeps)[sweep];
            Node known = values[value];
            if (known != null && !known.equals(trees.get(number))) {
                return null;
            }
            values[value] = trees.get(number);
        }
        List<Node> list = new ArrayList<>();
        for (Node value : values) {
            list.add(Objects.requireNonNull(value));
        }
        return list;
    }

    private static Node written(Sweep sweep, List<Node> values) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(SweepFinder.SWEEP, new Sequence("", 0, values));
        entries.put(SweepFinder.NAME, word(sweep.name()));
        if (!values.stream().map(Sweep::label).toList().equals(sweep.labels())) {
            entries.put(
                    SweepFinder.LABELS,
                    new Sequence("", 0, sweep.labels().stream().map(VariantsText::word).toList()));
        }
        return new Mapping("", 0, entries);
    }

    private static Node word(String text) {
        return new Scalar("", 0, text, Scalar.Type.TEXT);
    }

    private static @Nullable List<String> keys(Node node) {
        return node instanceof Mapping mapping ? List.copyOf(mapping.entries().keySet()) : null;
    }

    private static int length(Node node) {
        return node instanceof Sequence list ? list.items().size() : -1;
    }
}
