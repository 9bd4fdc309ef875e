package dandori.collective;

/**
 * Collectives on a network of switches, by latency and bandwidth (Hockney's model): the quicker of
 * an algorithm of few rounds and one of few bytes.
 *
 * <pre>
 *     all-reduce          recursive doubling  ⌈log₂ n⌉ (a + S / b)     ring  2 (n - 1) (a + S / n / b)
 *     all-gather,
 *     reduce-scatter      recursive           ⌈log₂ n⌉ a + (n - 1) / n · S / b
 *     all-to-all          a message each      (n - 1) a + (n - 1) / n · S / b'
 *     broadcast           tree                ⌈log₂ n⌉ (a + S / b)     scatter and all-gather
 *                                             2 ⌈log₂ n⌉ a + 2 (n - 1) / n · S / b
 * </pre>
 *
 * <p>Thakur, Rabenseifner and Gropp, "Optimization of Collective Communication Operations in
 * MPICH", International Journal of High Performance Computing Applications 19(1), 2005.
 *
 * @param ranks how many nodes, n
 * @param latencySeconds a, from one node to another, software included
 * @param bytesPerSecond b, what a node sends and gets at once
 * @param allToAllBytesPerSecond b', what a node gets when everybody sends to everybody; at most b
 */
public record SwitchedCollectives(
        int ranks, double latencySeconds, double bytesPerSecond, double allToAllBytesPerSecond)
        implements CollectiveModel {

    /** Checks that all can be. */
    public SwitchedCollectives {
        boolean canBe = ranks >= 1 && latencySeconds >= 0 && bytesPerSecond > 0;
        if (!canBe || !(allToAllBytesPerSecond > 0) || allToAllBytesPerSecond > bytesPerSecond) {
            throw new IllegalArgumentException(
                    "%d ranks, %s s, %s B/s and %s B/s in an all-to-all cannot be."
                            .formatted(
                                    ranks, latencySeconds, bytesPerSecond, allToAllBytesPerSecond));
        }
    }

    @Override
    public double seconds(Collective what, double bytes) {
        CollectiveModel.positive(bytes);
        if (ranks == 1) {
            return 0;
        }
        int rounds = 32 - Integer.numberOfLeadingZeros(ranks - 1);
        double most = (ranks - 1.0) / ranks * bytes;
        double whole = rounds * (latencySeconds + bytes / bytesPerSecond);
        return switch (what) {
            case ALL_REDUCE ->
                    Math.min(whole, 2 * ((ranks - 1) * latencySeconds + most / bytesPerSecond));
            case ALL_GATHER, REDUCE_SCATTER -> rounds * latencySeconds + most / bytesPerSecond;
            case ALL_TO_ALL -> (ranks - 1) * latencySeconds + most / allToAllBytesPerSecond;
            case BROADCAST ->
                    Math.min(whole, 2 * (rounds * latencySeconds + most / bytesPerSecond));
        };
    }
}
