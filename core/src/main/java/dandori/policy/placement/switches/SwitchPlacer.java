package dandori.policy.placement.switches;

import dandori.interconnect.SwitchTree;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.state.NodePool;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/** A placement by switches in one run of one pool: keeps the counts and asks a chooser. */
final class SwitchPlacer implements Placement {

    /** Says how many nodes to take below which leaf. */
    @FunctionalInterface
    interface Chooser {

        /** Shares out so many nodes, at least 1 and no more than are free. */
        void choose(int nodes, FreeNodes free, LeafShares shares);
    }

    private final Chooser chooser;
    private final FreeNodes free;
    private final LeafShares shares;

    private SwitchPlacer(Chooser chooser, SwitchTree tree, Pool pool) {
        this.chooser = chooser;
        free = new FreeNodes(tree, pool);
        shares = new LeafShares(tree);
    }

    /** A placer that has its chooser made for the size of the tree. */
    static SwitchPlacer of(Machine machine, Pool pool, Making making) {
        SwitchTree tree = machine.interconnect().switches();
        return new SwitchPlacer(making.chooser(tree), tree, pool);
    }

    /** Makes a chooser for a tree. */
    @FunctionalInterface
    interface Making {

        /** The chooser, with scratch space of its own. */
        Chooser chooser(SwitchTree tree);
    }

    /**
     * The answer of a placement outside a run: that of one that is told of everything that is not
     * free. O(nodes).
     */
    static @Nullable NodeSet once(Placement placement, int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        if (pool == null) {
            return null;
        }
        Placement fresh = placement.forRun(now.machine(), now.pool());
        int end = pool.firstNode() + pool.nodes();
        int busy = pool.nextBusy(pool.firstNode());
        while (busy < end) {
            int next = pool.nextFree(busy);
            int last = next < 0 ? end - 1 : next - 1;
            fresh.taken(NodeSet.range(busy, last));
            busy = pool.nextBusy(last + 1);
        }
        return fresh.place(job, now);
    }

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        NodePool pool = now.cluster().freePool();
        int nodes = now.nodesNeeded(job);
        if (pool == null || pool.freeCount() < nodes) {
            return null;
        }
        assert free.count() == pool.freeCount() : free.count() + " ≠ " + pool.freeCount();
        shares.clear();
        chooser.choose(nodes, free, shares);
        return shares.nodes(pool);
    }

    @Override
    public void taken(NodeSet nodes) {
        free.taken(nodes);
    }

    @Override
    public void given(NodeSet nodes) {
        free.given(nodes);
    }
}
