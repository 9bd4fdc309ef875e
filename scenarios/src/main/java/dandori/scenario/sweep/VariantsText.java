package dandori.scenario.sweep;

import dandori.scenario.KnownParts;
import dandori.scenario.ScenarioText;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.PlainTree;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import dandori.scenario.text.TreeWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variants as one text, with every default filled in and sweeps where values differ: what {@link
 * VariantReader} reads back to equal variants, of equal names and in the same order.
 *
 * <p>Where a default follows from a swept value, it is swept in step; a value that follows from two
 * sweeps or more is written for each combination of theirs. Where the text would have the sweeps in
 * another order than the file, or not all of them, the first place names them all.
 */
public final class VariantsText {

    private static final String MACHINES = "machines"; // every file has some

    /** What is wrong with a text that is not {@linkplain #isReadable readable}. */
    public static final String TOO_LONG =
            String.format(
                    Locale.ROOT,
                    "with every default written out the scenario is longer than is read:"
                            + " %,d bytes and %,d values at most.",
                    TreeReader.LARGEST_BYTES,
                    TreeReader.MOST_VALUES);

    private final List<Sweep> sweeps;
    private final boolean namesAllFirst;
    private final Set<String> named = new LinkedHashSet<>(); // in the order of the text

    private VariantsText(List<Sweep> sweeps, boolean namesAllFirst) {
        this.sweeps = sweeps;
        this.namesAllFirst = namesAllFirst;
    }

    /** The text, ending with a new line. */
    public static String of(Variants variants, KnownParts parts) {
        return TreeWriter.write(node(variants, parts));
    }

    /** Whether the text is short enough to be read back. */
    public static boolean isReadable(Variants variants, KnownParts parts) {
        Issues issues = new Issues();
        TreeReader.read(of(variants, parts).getBytes(StandardCharsets.UTF_8), issues);
        return issues.isEmpty();
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
        VariantsText plain = new VariantsText(variants.sweeps(), false);
        Node text = plain.merged(trees);
        List<String> names = variants.sweeps().stream().map(Sweep::name).toList();
        if (List.copyOf(plain.named).equals(names)) {
            return text;
        }
        VariantsText other = new VariantsText(variants.sweeps(), true);
        text = other.merged(trees);
        return other.named.isEmpty() ? other.withNames(text, trees.size()) : text;
    }

    /** A text in which no value differs, with the sweeps at its first value. */
    private Node withNames(Node node, int count) {
        if (node instanceof Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
            String key =
                    entries.containsKey(MACHINES)
                            ? MACHINES
                            : Objects.requireNonNull(keys(node)).get(0);
            entries.computeIfPresent(key, (any, value) -> withNames(value, count));
            return new Mapping("", 0, entries);
        }
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items());
            items.set(0, withNames(items.get(0), count));
            return new Sequence("", 0, items);
        }
        return written(sweeps, Collections.nCopies(count, node));
    }

    /** One tree for those of all variants. */
    private Node merged(List<Node> trees) {
        Node first = trees.get(0);
        if (trees.stream().allMatch(first::equals)) {
            return first;
        }
        if (keys(first) != null
                && trees.stream().allMatch(tree -> Objects.equals(keys(tree), keys(first)))) {
            return mappings(trees);
        }
        if (trees.stream().allMatch(tree -> length(tree) >= 0 && length(tree) == length(first))) {
            return sequences(trees);
        }
        return swept(trees);
    }

    private Node mappings(List<Node> trees) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String key : Objects.requireNonNull(keys(trees.get(0)))) {
            entries.put(
                    key,
                    merged(
                            trees.stream()
                                    .map(tree -> ((Mapping) tree).entries().get(key))
                                    .map(Objects::requireNonNull)
                                    .toList()));
        }
        return new Mapping("", 0, entries);
    }

    private Node sequences(List<Node> trees) {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < length(trees.get(0)); i++) {
            int place = i;
            items.add(
                    merged(
                            trees.stream()
                                    .map(tree -> ((Sequence) tree).items().get(place))
                                    .toList()));
        }
        return new Sequence("", 0, items);
    }

    /** The values by the sweeps on which they depend. */
    private Node swept(List<Node> trees) {
        List<Sweep> its = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            if (namesAllFirst && named.isEmpty() || Combinations.depend(trees, sweeps, i)) {
                its.add(sweeps.get(i));
            }
        }
        List<Node> values = new ArrayList<>();
        for (int number = 0; number < trees.size(); number++) {
            int[] chosen = Combinations.choice(number, sweeps);
            boolean isFirst = true; // of those that differ in other sweeps only
            for (int i = 0; i < chosen.length; i++) {
                isFirst &= chosen[i] == 0 || its.contains(sweeps.get(i));
            }
            if (isFirst) {
                values.add(trees.get(number));
            }
        }
        return written(its, values);
    }

    private Node written(List<Sweep> its, List<Node> values) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(SweepFinder.SWEEP, new Sequence("", 0, values));
        its.forEach(sweep -> named.add(sweep.name()));
        if (its.size() > 1) {
            Map<String, Node> labels = new LinkedHashMap<>();
            its.forEach(sweep -> labels.put(sweep.name(), words(sweep.labels())));
            entries.put(SweepFinder.OF, new Mapping("", 0, labels));
            return new Mapping("", 0, entries);
        }
        Sweep sweep = its.get(0);
        entries.put(SweepFinder.NAME, word(sweep.name()));
        if (!values.stream().map(Sweep::label).toList().equals(sweep.labels())) {
            entries.put(SweepFinder.LABELS, words(sweep.labels()));
        }
        return new Mapping("", 0, entries);
    }

    private static Node words(List<String> texts) {
        return new Sequence("", 0, texts.stream().map(VariantsText::word).toList());
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
