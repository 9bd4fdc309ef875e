package dandori.collective;

import java.util.List;

/**
 * The box of nodes in which a job on a torus numbers its ranks, one rank a node.
 *
 * @param lengths nodes along each axis, at least 1 each; 1 to 3 axes
 */
public record LogicalShape(List<Integer> lengths) {

    private static final double MOST_NODES = 1 << 30;
    private static final double LOG_2 = StrictMath.log(2);

    /** Checks the lengths. */
    public LogicalShape {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty() || lengths.size() > 3 || lengths.stream().anyMatch(one -> one < 1)) {
            throw new IllegalArgumentException(
                    "A shape of %s nodes cannot be; it has 1 to 3 axes of at least 1 node."
                            .formatted(lengths));
        }
        if (lengths.stream().mapToDouble(one -> one).reduce(1, (a, b) -> a * b) > MOST_NODES) {
            throw new IllegalArgumentException("%s are too many nodes.".formatted(lengths));
        }
    }

    /** A shape of the given lengths. */
    public static LogicalShape of(Integer... lengths) {
        return new LogicalShape(List.of(lengths));
    }

    /** How many nodes it has. */
    public int nodes() {
        return lengths.stream().reduce(1, (product, one) -> product * one);
    }

    /** The logarithm of the number of nodes to base 2: rounds of an algorithm that doubles. */
    double doublings() {
        return log2(nodes());
    }

    /** Steps from one end of each axis to the other: stages of a pipeline through all nodes. */
    int stages() {
        return lengths.stream().mapToInt(one -> one - 1).sum();
    }

    /** The most steps between two nodes when every axis is a ring. */
    int radius() {
        return lengths.stream().mapToInt(one -> one / 2).sum();
    }

    int longest() {
        return lengths.stream().mapToInt(one -> one).max().orElse(1);
    }

    /** Whether some axis is longer than 2, so that there are two ways along it. */
    boolean hasRings() {
        return longest() > 2;
    }

    /**
     * How many axes can carry traffic both ways; an axis of 2 nodes has one cable and counts half.
     */
    double ports() {
        return lengths.stream().mapToDouble(one -> one > 2 ? 1 : one == 2 ? 0.5 : 0).sum();
    }

    /**
     * How many times over the bytes of a recursive halving pass the fullest link. Round k of an
     * axis sends 2<sup>-k-1</sup> of them 2<sup>k</sup> steps far, so 2<sup>k</sup> messages share
     * a link and each round costs alike; in the last round of a ring both ways round are taken. The
     * next axis has the bytes that are left.
     */
    double contention() {
        double sum = 0;
        double left = 1;
        for (int length : lengths) {
            if (length > 1) {
                sum += left * (log2(length) - (length > 2 ? 0.5 : 0));
                left /= length;
            }
        }
        return sum;
    }

    private static double log2(int of) {
        return StrictMath.log(of) / LOG_2;
    }
}
