package dandori.job;

import java.util.Arrays;

/**
 * A job that can run on certain numbers of nodes, and how fast it is on each: such as a training
 * run that computes in whole copies of its model.
 *
 * <p>Cost: O(log sizes) a question. Immutable.
 */
public final class Sizes implements Elasticity {

    private final int[] nodes; // ascending
    private final double[] speedup; // on each

    /**
     * Some sizes.
     *
     * @param nodes the numbers of nodes, ascending; at least one, each at least 1
     * @param stepMillis how long the same work takes on each; above 0
     * @throws IllegalArgumentException if they are not so
     */
    public Sizes(int[] nodes, double[] stepMillis) {
        boolean isWrong = nodes.length == 0 || nodes.length != stepMillis.length || nodes[0] < 1;
        for (int i = 0; i < nodes.length && !isWrong; i++) {
            isWrong = i > 0 && nodes[i] <= nodes[i - 1] || !(stepMillis[i] > 0);
        }
        if (isWrong) {
            throw new IllegalArgumentException(
                    "A job cannot run on %s nodes, with steps of %s ms."
                            .formatted(Arrays.toString(nodes), Arrays.toString(stepMillis)));
        }
        this.nodes = nodes.clone();
        speedup = Arrays.stream(stepMillis).map(millis -> stepMillis[0] / millis).toArray();
    }

    @Override
    public int leastNodes() {
        return nodes[0];
    }

    @Override
    public int mostNodes() {
        return nodes[nodes.length - 1];
    }

    /** Between two sizes as fast as on the smaller of them. */
    @Override
    public double speedup(int some) {
        return speedup[place(some)];
    }

    /** The next larger size; one node more than the largest if there is none. */
    @Override
    public int nextNodes(int some) {
        return some >= mostNodes() ? some + 1 : some < nodes[0] ? nodes[0] : nodes[place(some) + 1];
    }

    @Override
    public int nodesWithin(int some) {
        return nodes[place(some)];
    }

    private int place(int some) {
        int found = Arrays.binarySearch(nodes, some);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public String toString() {
        return Arrays.toString(nodes);
    }
}
