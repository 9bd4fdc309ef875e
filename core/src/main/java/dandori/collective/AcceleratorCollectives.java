package dandori.collective;

/**
 * Collectives over all accelerators of some nodes, as NCCL does them.
 *
 * <p>In a node the bus bandwidth is the node's; between nodes it is what the node's ports reach
 * together, or the node's where that is less: rings and trees enter and leave a node on all rails
 * at once. In an all-to-all each accelerator sends what goes to other nodes through its share of
 * the ports. On top comes a latency that grows with the number of rounds between nodes. A broadcast
 * and the gathering collectives pass each port once, an all-reduce twice.
 *
 * <p>Latency: 20 µs in a node and 25 µs a round between nodes, of the one set-up whose dependence
 * on size was published (4 nodes, all-reduce: 0.9 GB/s at 32 KiB, 92 at 32 MiB and more).
 *
 * @param fabric how the accelerators are joined
 * @param nodes how many nodes, at least 1
 */
public record AcceleratorCollectives(AcceleratorFabric fabric, int nodes)
        implements CollectiveModel {

    private static final double NODE_SECONDS = 20e-6;
    private static final double ROUND_SECONDS = 25e-6;

    /** Checks the number of nodes. */
    public AcceleratorCollectives {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes (%d) must be at least 1.".formatted(nodes));
        }
        Math.multiplyExact(nodes, fabric.acceleratorsPerNode());
    }

    @Override
    public int ranks() {
        return nodes * fabric.acceleratorsPerNode();
    }

    @Override
    public double seconds(Collective what, double bytes) {
        CollectiveModel.positive(bytes);
        if (ranks() == 1) {
            return 0;
        }
        int rounds = 32 - Integer.numberOfLeadingZeros(nodes - 1);
        double start = NODE_SECONDS + ROUND_SECONDS * rounds;
        double inNode = what.busFactor(ranks()) * bytes / fabric.nodeBytesPerSecond();
        if (nodes == 1) {
            return start + inNode;
        }
        double ports =
                fabric.rails()
                        * fabric.railBytesPerSecond()
                        * (nodes > fabric.nodesPerPod() ? fabric.reachedAcrossPods() : 1);
        double leaving =
                what == Collective.ALL_TO_ALL
                        ? bytes * fabric.acceleratorsPerNode() * (nodes - 1.0) / nodes
                        : what.busFactor(ranks()) * bytes;
        double reached =
                what == Collective.ALL_TO_ALL ? fabric.reachedInAllToAll() : fabric.reached();
        return start + Math.max(inNode, leaving / (ports * reached));
    }
}
