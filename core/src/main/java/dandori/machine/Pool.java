package dandori.machine;

import java.util.List;

/**
 * A disjoint range of a machine's nodes that is scheduled as one: one set of free nodes, one queue,
 * one policy.
 *
 * @param name its name, unique on its machine
 * @param firstNode the number of its first node
 * @param nodes how many nodes it has, at least 1
 * @param partitions the resource groups that are views of it; none where everybody may have
 *     everything
 */
public record Pool(String name, int firstNode, int nodes, List<Partition> partitions) {

    /** Checks the range. */
    public Pool {
        partitions = List.copyOf(partitions);
        if (firstNode < 0 || nodes < 1) {
            throw new IllegalArgumentException(
                    "Pool '%s': firstNode (%d) must be at least 0 and nodes (%d) at least 1."
                            .formatted(name, firstNode, nodes));
        }
        for (Partition partition : partitions) {
            NodeSet mask = partition.nodes();
            int last = mask.last(mask.intervalCount() - 1);
            if (mask.first(0) < firstNode || last >= firstNode + nodes) {
                throw new IllegalArgumentException(
                        "Partition '%s' has nodes %s, which are not all in its pool '%s' (%d-%d)."
                                .formatted(
                                        partition.name(),
                                        mask,
                                        name,
                                        firstNode,
                                        firstNode + nodes - 1));
            }
        }
    }

    /** A pool without resource groups. */
    public Pool(String name, int firstNode, int nodes) {
        this(name, firstNode, nodes, List.of());
    }
}
