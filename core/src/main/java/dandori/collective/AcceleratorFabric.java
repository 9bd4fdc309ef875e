package dandori.collective;

/**
 * How the accelerators of a cluster are joined: inside a node, and between nodes by rails.
 *
 * @param acceleratorsPerNode how many a node has
 * @param nodeBytesPerSecond the bus bandwidth of an all-reduce inside a node
 * @param rails ports of a node to the network
 * @param railBytesPerSecond what one port carries each way
 * @param reached the part of what the ports carry that a ring or tree through many nodes reaches,
 *     above 0, at most 1
 * @param reachedInAllToAll the same when everybody sends to everybody
 * @param nodesPerPod nodes below one set of leaves
 * @param reachedAcrossPods what a job that spreads over several pods reaches of that, above 0, at
 *     most 1
 */
public record AcceleratorFabric(
        int acceleratorsPerNode,
        double nodeBytesPerSecond,
        int rails,
        double railBytesPerSecond,
        double reached,
        double reachedInAllToAll,
        int nodesPerPod,
        double reachedAcrossPods) {

    private static final double GIGA = 1e9;

    /**
     * Of the ports' bandwidth, in a network that is tuned: NVIDIA expects 24 GB/s of one port of
     * 200 Gb/s, 48 of 400 Gb/s, 192 of 8 of 200 Gb/s and 380 of 8 of 400 Gb/s (GTC 2024, S62129).
     */
    private static final double WELL_TUNED = 0.96;

    /** Checks that all can be. */
    public AcceleratorFabric {
        boolean counts = acceleratorsPerNode >= 1 && rails >= 1 && nodesPerPod >= 1;
        boolean speeds = nodeBytesPerSecond > 0 && railBytesPerSecond > 0;
        boolean shares =
                isShare(reached) && isShare(reachedInAllToAll) && isShare(reachedAcrossPods);
        if (!counts || !speeds || !shares) {
            throw new IllegalArgumentException(
                    ("A fabric of %d accelerators (%s B/s) and %d rails (%s B/s) that reaches %s, %s"
                                    + " and %s, in pods of %d nodes, cannot be.")
                            .formatted(
                                    acceleratorsPerNode,
                                    nodeBytesPerSecond,
                                    rails,
                                    railBytesPerSecond,
                                    reached,
                                    reachedInAllToAll,
                                    reachedAcrossPods,
                                    nodesPerPod));
        }
    }

    private static boolean isShare(double share) {
        return share > 0 && share <= 1;
    }

    /**
     * A tuned network without pods, as vendors quote it.
     *
     * @param nodeGigabytes GB/s of an all-reduce in a node: 122 for V100, 232 for A100, 370 for
     *     H100, 480 for H100 with NVLink SHARP (GTC 2024, S62129)
     * @param railGigabits Gb/s of one port
     */
    public static AcceleratorFabric tuned(
            int acceleratorsPerNode, double nodeGigabytes, int rails, double railGigabits) {
        return new AcceleratorFabric(
                acceleratorsPerNode,
                nodeGigabytes * GIGA,
                rails,
                railGigabits / 8 * GIGA,
                WELL_TUNED,
                WELL_TUNED,
                Integer.MAX_VALUE,
                1);
    }

    /**
     * 8 H100 a node with 8 ports of 400 Gb/s, as measured in Hokkaido (NCCL 2.22.3, July 2024): an
     * all-reduce reached 160 of 400 GB/s on 2 nodes and 150 on 8, an all-to-all about 7.7 of 50
     * GB/s of each port. Over pods by SAKURAONE's 16.4 and 19.3 % of time in communication: 1 /
     * 1.22.
     */
    public static AcceleratorFabric sakura() {
        return new AcceleratorFabric(8, 436 * GIGA, 8, 50 * GIGA, 0.395, 0.154, 50, 0.82);
    }
}
