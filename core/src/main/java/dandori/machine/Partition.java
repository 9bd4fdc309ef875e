package dandori.machine;

import dandori.job.ShapeMode;
import java.util.Set;

/**
 * A resource group: a view of a pool, with its own limits. Its nodes may belong to other groups
 * too; its jobs stand in the pool's one queue, by tier, then by the policy's order.
 *
 * @param name its name, unique on its machine
 * @param nodes the nodes that its jobs may have, by their numbers on the machine; at least 1
 * @param minNodes the fewest nodes that a job may ask for
 * @param maxNodes the most nodes that a job may ask for
 * @param maxWalltimeMillis the longest time limit that a job may ask for
 * @param shapes how its jobs may lie; the first is the default. Empty where places do not matter
 * @param tier who comes first: the smaller, the earlier
 * @param calendar when it is open; {@link Calendar#ALWAYS} if it is never closed
 * @param tenure how long its jobs are safe from being ended for others
 * @param isByName whether only jobs that name it go there; one whose jobs are not safe is so anyway
 */
public record Partition(
        String name,
        NodeSet nodes,
        int minNodes,
        int maxNodes,
        long maxWalltimeMillis,
        Set<ShapeMode> shapes,
        int tier,
        Calendar calendar,
        Tenure tenure,
        boolean isByName) {

    /** A group that takes jobs which name none. */
    public Partition(
            String name,
            NodeSet nodes,
            int minNodes,
            int maxNodes,
            long maxWalltimeMillis,
            Set<ShapeMode> shapes,
            int tier,
            Calendar calendar,
            Tenure tenure) {
        this(
                name,
                nodes,
                minNodes,
                maxNodes,
                maxWalltimeMillis,
                shapes,
                tier,
                calendar,
                tenure,
                false);
    }

    /** Checks the limits. */
    public Partition {
        if (nodes.size() < 1 || minNodes < 1 || maxNodes < minNodes || maxWalltimeMillis < 1) {
            throw new IllegalArgumentException(
                    "Partition '%s' (%d nodes) cannot take jobs of %d to %d nodes for up to %d ms."
                            .formatted(name, nodes.size(), minNodes, maxNodes, maxWalltimeMillis));
        }
    }
}
