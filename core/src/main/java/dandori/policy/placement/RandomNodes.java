package dandori.policy.placement;

import dandori.engine.RandomStreams;
import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.policy.Placement;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Free nodes by lot, every choice as likely as any other: a baseline, what it costs not to care.
 *
 * <p>The lot is a function of the seed, of the job's place in the input and of which nodes are
 * free, so that equal input gives equal nodes. The draw is Floyd's (Bentley and Floyd, CACM 30(9),
 * 1987, "A sample of brilliance"): n numbers for n nodes.
 *
 * <p>Cost: O(nodes asked for + free / 64 + intervals of free nodes).
 *
 * @param seed the seed of the lots; another seed, other nodes
 */
public record RandomNodes(long seed) implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        int nodes = now.nodesNeeded(job);
        if (pool == null || pool.freeCount() < nodes) {
            return null;
        }
        UniformRandomProvider random =
                new RandomStreams(seed).stream("placement", now.jobs().sequence(job));
        BitSet ranks = draw(nodes, pool.freeCount(), random);
        NodeSetBuilder set = new NodeSetBuilder();
        int rank = 0; // of the first node of the run
        for (int first = pool.nextFree(pool.firstNode()); first >= 0; ) {
            int end = pool.nextBusy(first);
            int endRank = rank + end - first;
            int drawn = ranks.nextSetBit(rank);
            while (drawn >= 0 && drawn < endRank) {
                int behind = Math.min(ranks.nextClearBit(drawn), endRank);
                set.add(first + drawn - rank, first + behind - rank - 1);
                drawn = ranks.nextSetBit(behind);
            }
            rank = endRank;
            first = drawn < 0 ? -1 : pool.nextFree(end);
        }
        return set.build();
    }

    /** So many different numbers from 0 to {@code free} - 1. */
    private static BitSet draw(int nodes, int free, UniformRandomProvider random) {
        BitSet drawn = new BitSet(free);
        for (int largest = free - nodes; largest < free; largest++) {
            int number = random.nextInt(largest + 1);
            drawn.set(drawn.get(number) ? largest : number);
        }
        return drawn;
    }

    /** Makes it known as {@code random}. */
    public static final class Provider implements PartProvider<Placement> {

        /** For the service loader. */
        public Provider() {}

        @Override
        public String name() {
            return "random";
        }

        @Override
        public Class<Placement> part() {
            return Placement.class;
        }

        @Override
        public String says() {
            return "A baseline: free nodes by lot.";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.count("seed", "1").says("The seed of the lots; another, other nodes."));
        }

        @Override
        public Placement create(Options options) {
            return new RandomNodes(options.count("seed"));
        }
    }
}
