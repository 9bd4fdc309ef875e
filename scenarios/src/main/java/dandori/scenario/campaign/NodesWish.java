package dandori.scenario.campaign;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes a campaign asks for.
 *
 * @param at where it says so
 * @param least the fewest, at least 1
 * @param most the most
 */
record NodesWish(Node at, int least, int most) {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?: ?\\.\\. ?([0-9]{1,9}))?");

    /**
     * Reads a number or a range; null, and an issue, if it is neither.
     *
     * @param node what stands there
     * @param each how many of what is counted a node has
     */
    static @Nullable NodesWish read(Node node, int each, Issues issues) {
        Matcher range = RANGE.matcher(Amounts.text(node));
        int first = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int last = first;
        if (range.matches() && range.group(2) != null) {
            last = Integer.parseInt(range.group(2));
        }
        if (first < 1 || last < first) {
            issues.add(
                    node,
                    "must be a number of at least 1 or a range, but is " + node.says() + ".",
                    last > 0 && last < first
                            ? "'%d..%d'.".formatted(last, first)
                            : each == 1 ? "'64', or '64..128'." : "'512', or '512..1024'.");
            return null;
        }
        int least = (first + each - 1) / each;
        int most = last / each;
        if (most < least) {
            issues.add(
                    node,
                    "must be whole nodes of %d accelerators, but is %s."
                            .formatted(each, node.says()),
                    "'%d'.".formatted(each * least));
            return null;
        }
        return new NodesWish(node, least, most);
    }

    /** Whether only one number will do. */
    boolean isFixed() {
        return least == most;
    }
}
