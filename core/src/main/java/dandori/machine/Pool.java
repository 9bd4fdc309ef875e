package dandori.machine;

/**
 * A disjoint range of a machine's nodes that is scheduled as one: one set of free nodes, one queue,
 * one policy.
 *
 * @param name its name, unique on its machine
 * @param firstNode the number of its first node
 * @param nodes how many nodes it has, at least 1
 */
public record Pool(String name, int firstNode, int nodes) {

    /** Checks the range. */
    public Pool {
        if (firstNode < 0 || nodes < 1) {
            throw new IllegalArgumentException(
                    "Pool '%s': firstNode (%d) must be at least 0 and nodes (%d) at least 1."
                            .formatted(name, firstNode, nodes));
        }
    }
}
