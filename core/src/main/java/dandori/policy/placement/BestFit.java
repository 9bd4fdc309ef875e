package dandori.policy.placement;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shortest run of free node numbers that is long enough; the job takes its lowest numbers.
 *
 * <p>Where no run is long enough, whole runs are taken, the longest first, until one of those left
 * is long enough for the rest: the rest goes to the shortest such run. Runs of equal length: the
 * one with the lower numbers. This is how Slurm lines nodes up without a topology plugin
 * (slurm.conf, {@code TopologyPlugin}: best fit in one dimension). Runs do not end where a switch
 * does.
 *
 * <p>Cost: O(nodes / 64 + runs) if a run is long enough, else O(nodes / 64 + runs · log runs).
 */
public record BestFit() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        int nodes = now.nodesNeeded(job);
        if (pool == null || pool.freeCount() < nodes) {
            return null;
        }
        int best = -1;
        int bestLength = Integer.MAX_VALUE;
        for (int first = pool.nextFree(pool.firstNode()); first >= 0; ) {
            int end = pool.nextBusy(first);
            if (end - first >= nodes && end - first < bestLength) {
                best = first;
                bestLength = end - first;
            }
            first = pool.nextFree(end);
        }
        return best >= 0 ? NodeSet.range(best, best + nodes - 1) : pieces(nodes, pool);
    }

    /** The longest runs, and the shortest that is long enough for the rest. */
    private static NodeSet pieces(int nodes, NodePool pool) {
        long[] runs = longestFirst(pool);
        int missing = nodes;
        int whole = 0; // how many of the longest runs are taken whole
        while (length(runs[whole]) < missing) {
            missing -= length(runs[whole++]);
        }
        int rest = whole;
        for (int run = whole + 1; run < runs.length && length(runs[run]) >= missing; run++) {
            rest = length(runs[run]) < length(runs[rest]) ? run : rest;
        }
        long[] taken = new long[whole + 1]; // first node, then how many
        for (int run = 0; run < whole; run++) {
            taken[run] = (long) first(runs[run]) << 32 | length(runs[run]);
        }
        taken[whole] = (long) first(runs[rest]) << 32 | missing;
        Arrays.sort(taken);
        NodeSetBuilder set = new NodeSetBuilder();
        for (long piece : taken) {
            int first = (int) (piece >>> 32);
            set.add(first, first + (int) piece - 1);
        }
        return set.build();
    }

    private static long[] longestFirst(NodePool pool) {
        long[] runs = new long[16];
        int count = 0;
        for (int first = pool.nextFree(pool.firstNode()); first >= 0; ) {
            int end = pool.nextBusy(first);
            if (count == runs.length) {
                runs = Arrays.copyOf(runs, 2 * count);
            }
            runs[count++] = (long) (Integer.MAX_VALUE - (end - first)) << 32 | first;
            first = pool.nextFree(end);
        }
        runs = Arrays.copyOf(runs, count);
        Arrays.sort(runs);
        return runs;
    }

    private static int length(long run) {
        return Integer.MAX_VALUE - (int) (run >>> 32);
    }

    private static int first(long run) {
        return (int) run;
    }

    /** Makes it known as {@code best-fit}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "best-fit",
                    "The shortest run of free node numbers that is long enough.",
                    "Slurm without a topology plugin");
        }

        @Override
        public Placement create(Options options) {
            return new BestFit();
        }
    }
}
