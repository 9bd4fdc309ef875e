package dandori.scenario.key;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seeds as one writes them: {@code 7}, {@code [1, 5, 9]}, {@code 1..10}; each once, 10,000 at most.
 */
public final class Seeds {

    /** The largest number of seeds. */
    public static final int MOST = 10_000;

    private Seeds() {}

    /** The seeds of a node, or {@code [1]} and an issue. */
    static List<Integer> read(Node node, Issues issues) {
        List<Integer> seeds = new ArrayList<>();
        List<Node> items =
                node instanceof Sequence list && !list.items().isEmpty()
                        ? list.items()
                        : List.of(node);
        for (Node item : items) {
            List<Integer> some = item instanceof Scalar scalar ? range(scalar.text()) : null;
            if (some == null || seeds.size() + some.size() > MOST) {
                issues.add(
                        item,
                        some == null
                                ? "must be a seed of at least 0 or a range of them, but is "
                                        + item.says()
                                        + "."
                                : "makes more than " + MOST + " seeds.",
                        some == null ? maybe(item) : null);
                return List.of(1);
            }
            seeds.addAll(some);
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            issues.add(node, "names a seed twice.", null);
            return List.of(1);
        }
        return List.copyOf(seeds);
    }

    /** The seeds as {@link #read} reads them back, as short as may be. */
    public static String text(List<Integer> seeds) {
        boolean isRange = seeds.size() > 1;
        for (int i = 1; i < seeds.size(); i++) {
            isRange &= seeds.get(i) == seeds.get(i - 1) + 1;
        }
        return isRange
                ? seeds.get(0) + ".." + seeds.get(seeds.size() - 1)
                : String.valueOf(seeds.get(0));
    }

    /** Whether {@link #text} says them all. */
    public static boolean isRange(List<Integer> seeds) {
        return seeds.equals(range(text(seeds)));
    }

    /** A range that runs down, turned round; else an example. */
    private static String maybe(Node item) {
        String[] ends = item instanceof Scalar scalar ? scalar.text().split("\\.\\.", 2) : new String[0];
        String turned = ends.length == 2 ? ends[1].strip() + ".." + ends[0].strip() : "";
        return range(turned) == null ? "'1..10'." : "'" + turned + "'.";
    }

    private static @Nullable List<Integer> range(String text) {
        int dots = text.indexOf("..");
        OptionalInt first = Scalars.seed(dots < 0 ? text : text.substring(0, dots).strip());
        OptionalInt last = dots < 0 ? first : Scalars.seed(text.substring(dots + 2).strip());
        if (first.isEmpty() || last.isEmpty() || last.getAsInt() < first.getAsInt()) {
            return null;
        }
        return last.getAsInt() - first.getAsInt() >= MOST
                ? IntStream.range(0, MOST + 1).boxed().toList()
                : IntStream.rangeClosed(first.getAsInt(), last.getAsInt()).boxed().toList();
    }
}
