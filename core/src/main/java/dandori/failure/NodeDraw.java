package dandori.failure;

import dandori.machine.NodeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the node that fails: a lemon or another, and among them any as likely as any other. */
final class NodeDraw implements PooledFailures.Target {

    private final int[] lemons;
    private final int[] others;
    private final double lemonShare; // which part of the failures is theirs

    NodeDraw(NodeSet lemons, NodeSet others, double lemonShare) {
        this.lemons = numbers(lemons);
        this.others = numbers(others);
        this.lemonShare = lemonShare;
    }

    @Override
    public NodeSet hit(UniformRandomProvider random) {
        int[] among = random.nextDouble() < lemonShare ? lemons : others;
        int node = among[random.nextInt(among.length)];
        return NodeSet.range(node, node);
    }

    /** The nodes of a set, ascending. */
    static int[] numbers(NodeSet nodes) {
        return IntStream.range(0, nodes.intervalCount())
                .flatMap(i -> IntStream.rangeClosed(nodes.first(i), nodes.last(i)))
                .toArray();
    }
}
