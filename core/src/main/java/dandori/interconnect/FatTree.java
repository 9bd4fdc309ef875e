package dandori.interconnect;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A fat tree: nodes below leaves, leaves below pods and so on up to one switch over all. The
 * switches that share the work of one place in the tree stand here as one, and their cables upwards
 * as one link each way.
 *
 * <p>An uplink carries what the links below it carry together, divided by the oversubscription of
 * its level: 1 is a full fat tree, 2 halves the bandwidth. The last switch of a level may be partly
 * filled; its uplink is then smaller in proportion. Leiserson, "Fat-Trees: Universal Networks for
 * Hardware-Efficient Supercomputing", IEEE Transactions on Computers C-34(10), 1985.
 *
 * <p>Cost: {@link #hops} and {@link #route} O(levels), without allocation.
 */
public final class FatTree implements Interconnect {

    private final int nodes;
    private final List<Integer> fanOut;
    private final List<Double> oversubscription;
    private final double nodeBytesPerSecond;
    private final int[] span; // by level below the top: the most nodes below a switch
    private final double[] share; // by level below the top: uplink over what its nodes inject
    private final int[] firstLink; // by level below the top; links of nodes come first
    private final int linkCount;

    /**
     * A fat tree. The level above the last one named is one switch over all, unless the last named
     * is that already; levels above the first that has one switch are left out.
     *
     * @param nodes how many nodes, at least 1
     * @param fanOut by level, leaves first: how many nodes a leaf holds, how many leaves a pod …
     * @param oversubscription by level, leaves first: what a switch has below over what it has
     *     above; as many as {@code fanOut}, or one fewer where its last level is the top
     * @param nodeBytesPerSecond what a node's link carries each way
     */
    public FatTree(
            int nodes,
            List<Integer> fanOut,
            List<Double> oversubscription,
            double nodeBytesPerSecond) {
        this.nodes = Requirements.atLeast(1, "nodes", nodes);
        this.fanOut = List.copyOf(fanOut);
        this.oversubscription = List.copyOf(oversubscription);
        this.nodeBytesPerSecond = Requirements.positive("nodeBytesPerSecond", nodeBytesPerSecond);
        fanOut.forEach(below -> Requirements.atLeast(1, "fanOut", below));
        oversubscription.forEach(ratio -> Requirements.positive("oversubscription", ratio));
        int[] spans = spans(nodes, this.fanOut);
        int levels = spans.length; // that have an uplink
        boolean topNamed = levels < fanOut.size();
        int ratios = oversubscription.size();
        if (ratios != fanOut.size() && !(topNamed && ratios == fanOut.size() - 1)) {
            throw new IllegalArgumentException(
                    "oversubscription %s must have a ratio for each level of fanOut %s."
                            .formatted(oversubscription, fanOut));
        }
        span = spans;
        share = new double[levels];
        firstLink = new int[levels];
        long links = 2L * nodes;
        double product = 1;
        for (int level = 0; level < levels; level++) {
            product *= oversubscription.get(level);
            share[level] = 1 / product;
            firstLink[level] = (int) links;
            links = Requirements.fitsInt("links", links + 2L * switches(level));
        }
        linkCount = Requirements.fitsInt("links", links);
    }

    private static int[] spans(int nodes, List<Integer> fanOut) {
        int[] spans = new int[fanOut.size()];
        long product = 1;
        int levels = 0;
        for (int below : fanOut) {
            product *= below;
            if (product >= nodes) {
                break;
            }
            spans[levels++] = (int) product;
        }
        return Arrays.copyOf(spans, levels);
    }

    /** How many nodes a leaf holds, how many leaves a pod …, as given. */
    public List<Integer> fanOut() {
        return fanOut;
    }

    /** The ratio of what a switch has below to what it has above, by level, as given. */
    public List<Double> oversubscription() {
        return oversubscription;
    }

    /** What a node's link carries each way. */
    public double nodeBytesPerSecond() {
        return nodeBytesPerSecond;
    }

    private int switches(int level) {
        return (nodes - 1) / span[level] + 1;
    }

    private double uplink(int level, int number) {
        int below = Math.min(span[level], nodes - number * span[level]);
        return below * nodeBytesPerSecond * share[level];
    }

    /** The level of the lowest switch above two different nodes. */
    private int common(int from, int to) {
        int level = 0;
        while (level < span.length && from / span[level] != to / span[level]) {
            level++;
        }
        return level;
    }

    @Override
    public String kind() {
        return "fat-tree";
    }

    @Override
    public int nodes() {
        return nodes;
    }

    /** Below one leaf 2, and 2 more for each level that must be climbed. */
    @Override
    public int hops(int from, int to) {
        return from == to ? 0 : 2 + 2 * common(from, to);
    }

    @Override
    public int diameter() {
        return hops(0, nodes - 1);
    }

    /** Between the first half of the nodes, by number, and the rest: the least cut of the tree. */
    @Override
    public double bisectionBytesPerSecond() {
        return nodes == 1
                ? Double.POSITIVE_INFINITY
                : new TreeCut(nodes, nodeBytesPerSecond, span, share).bytesPerSecond(nodes / 2);
    }

    @Override
    public int linkCount() {
        return linkCount;
    }

    @Override
    public double bytesPerSecond(int link) {
        Requirements.within(linkCount, "link", link);
        int level = span.length - 1;
        while (level >= 0 && link < firstLink[level]) {
            level--;
        }
        return level < 0 ? nodeBytesPerSecond : uplink(level, (link - firstLink[level]) / 2);
    }

    @Override
    public void route(int from, int to, IntConsumer links) {
        if (from == to) {
            return;
        }
        int top = common(from, to);
        links.accept(2 * from);
        for (int level = 0; level < top; level++) {
            links.accept(firstLink[level] + 2 * (from / span[level]));
        }
        for (int level = top - 1; level >= 0; level--) {
            links.accept(firstLink[level] + 2 * (to / span[level]) + 1);
        }
        links.accept(2 * to + 1);
    }

    @Override
    public LinkGroups linkGroups() {
        String[] names = new String[span.length];
        for (int level = 0; level < names.length; level++) {
            names[level] = level == 0 ? "leaf" : level == 1 ? "pod" : "level-" + level;
        }
        return linkGroups(names);
    }

    /** The groups, where a switch of a level below the top is called so. */
    LinkGroups linkGroups(String... names) {
        return TreeLinkGroups.of(this, span, firstLink, names);
    }

    /** Leaves, pods and so on. */
    @Override
    public SwitchTree switches() {
        return SwitchTree.even(nodes, span);
    }
}
