package dandori.catalogue;

import dandori.machine.NodeSet;
import dandori.scenario.key.Scalars;
import java.util.Locale;

/** Words of issues, and words of files. */
final class Words {

    private Words() {}

    /** A sentence as it stands inside another. */
    static String inside(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** That a value is too small or too large. */
    static String outOf(FactKey key, boolean isLow, String text) {
        double bound = isLow ? key.least() : key.most();
        String unit = key.dimension() == Dimension.DURATION ? "" : key.dimension().unit();
        String limit =
                isLow && bound == Double.MIN_VALUE || isLow && key.dimension() == Dimension.DURATION
                        ? "above 0"
                        : "at %s %s%s"
                                .formatted(
                                        isLow ? "least" : "most",
                                        Scalars.plain(bound),
                                        unit.isEmpty() ? "" : " " + unit);
        return "must be %s, but is %s.".formatted(limit, text);
    }

    /** Nodes in canonical form; none if the text is not that. */
    static NodeSet nodes(String text) {
        String[] spans = text.strip().split(" +");
        int[] bounds = new int[2 * spans.length];
        for (int i = 0; i < spans.length; i++) {
            if (!spans[i].matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
                return NodeSet.EMPTY;
            }
            String[] ends = spans[i].split("-");
            bounds[2 * i] = Integer.parseInt(ends[0]);
            bounds[2 * i + 1] = Integer.parseInt(ends[ends.length - 1]);
        }
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i + 1] < bounds[i] || i > 0 && bounds[i] <= bounds[i - 1] + 1) {
                return NodeSet.EMPTY;
            }
        }
        return NodeSet.ofIntervals(bounds, bounds.length);
    }
}
