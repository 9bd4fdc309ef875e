package dandori.failure;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A few nodes that fail far more often than the others; which ones, the seed decides.
 *
 * <p>The mean rate of all nodes stays what it is. In 55 days of 63 nodes, 3 caused more than half
 * of the exclusions (arXiv:2605.09370).
 *
 * @param share which part of the nodes they are, from 0 to 1; rounded to whole nodes
 * @param multiple how many times as often as another node one of them fails; at least 1
 */
public record Lemons(double share, double multiple) {

    /** All nodes are alike. */
    public static final Lemons NONE = new Lemons(0, 1);

    /** Checks share and multiple. */
    public Lemons {
        if (!(share >= 0 && share <= 1 && multiple >= 1 && multiple <= 1e9)) {
            throw new IllegalArgumentException(
                    "Lemons: share (%s) must be from 0 to 1, and multiple (%s) from 1 to 1e9."
                            .formatted(share, multiple));
        }
    }

    /**
     * Lemons that cause a part of all failures.
     *
     * @param share which part of the nodes they are; above 0 and below 1
     * @param failureShare which part of the failures is theirs; at least {@code share}, below 1
     */
    public static Lemons causing(double share, double failureShare) {
        if (!(share > 0 && failureShare >= share && failureShare < 1)) {
            throw new IllegalArgumentException(
                    "Lemons: their share of failures (%s) must be at least that of nodes (%s), and both between 0 and 1."
                            .formatted(failureShare, share));
        }
        double odds = failureShare / (1 - failureShare);
        return new Lemons(share, Math.max(1, odds * (1 - share) / share));
    }

    /** How many of some nodes they are. */
    int count(int nodes) {
        return (int) Math.round(share * nodes);
    }

    /** Which part of all failures of some nodes is theirs. */
    double failureShare(int nodes) {
        double theirs = multiple * count(nodes);
        return theirs / (theirs + nodes - count(nodes));
    }

    /**
     * Picks them: each subset of the right size is equally likely.
     *
     * <p>Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S: a node is taken with the
     * probability that those still wanted are among those still to come. O(nodes).
     */
    NodeSet pick(NodeSet nodes, UniformRandomProvider random) {
        NodeSetBuilder picked = new NodeSetBuilder();
        int left = nodes.size();
        int wanted = count(left);
        for (int interval = 0; interval < nodes.intervalCount() && wanted > 0; interval++) {
            for (int node = nodes.first(interval); node <= nodes.last(interval); node++) {
                if (random.nextInt(left--) < wanted) {
                    picked.add(node, node);
                    wanted--;
                }
            }
        }
        return picked.build();
    }
}
