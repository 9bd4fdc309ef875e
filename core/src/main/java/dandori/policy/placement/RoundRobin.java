package dandori.policy.placement;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.NodePool;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * The free nodes that come next behind the last one given, and at the end of the pool from its
 * first node on: a baseline, and what wears all nodes alike.
 *
 * <p>The place is moved when a job has really got the nodes. Nodes that come back, or that leave
 * service, do not move it. Cost: O(intervals of free nodes taken).
 */
public record RoundRobin() implements Placement {

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return new Turn(now.pool()).place(job, now);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return new Turn(pool);
    }

    /** Where the next turn begins, in one run of one pool. */
    private static final class Turn implements Placement {

        private final Pool pool;
        private final NodeSetBuilder low = new NodeSetBuilder();
        private final NodeSetBuilder high = new NodeSetBuilder();
        private int next;
        private @Nullable NodeSet offered; // the last answer, until it is taken,
        private int nextIfTaken; // and where to go on if it is taken

        Turn(Pool pool) {
            this.pool = pool;
            next = pool.firstNode();
        }

        @Override
        public @Nullable NodeSet place(int job, Situation now) {
            NodePool free = now.cluster().freePool();
            int nodes = now.nodesNeeded(job);
            if (free == null || free.freeCount() < nodes) {
                return null;
            }
            high.clear();
            low.clear();
            int end = free.collectFree(next, nodes, high);
            if (high.size() < nodes) {
                end = free.collectFree(pool.firstNode(), nodes - high.size(), low);
            }
            low.addAll(high.build());
            offered = low.build();
            nextIfTaken = end == pool.firstNode() + pool.nodes() ? pool.firstNode() : end;
            return offered;
        }

        @Override
        public void taken(NodeSet nodes) {
            if (offered != null && nodes.equals(offered)) {
                next = nextIfTaken;
                offered = null;
            }
        }
    }

    /** Makes it known as {@code round-robin}. */
    public static final class Provider extends NamedPart<Placement> {

        /** For the service loader. */
        public Provider() {
            super(
                    Placement.class,
                    "round-robin",
                    "A baseline: the free nodes that come next behind the last one given.",
                    "");
        }

        @Override
        public Placement create(Options options) {
            return new RoundRobin();
        }
    }
}
