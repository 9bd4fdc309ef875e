package dandori.sim;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.state.NodePool;

/**
 * The part of a pool that some jobs may have: which of its nodes are free, and a placement that
 * knows.
 */
final class View {

    final NodeSet allowed;
    final NodePool free;
    final Placement placement;
    int supposed; // how much of what is supposed it has heard of

    /**
     * A view that is in step with the pool.
     *
     * @param allowed the nodes in view
     * @param allFree the free nodes of the whole pool
     * @param ledger which group each job belongs to
     * @param placement a placement, before {@link Placement#forRun}
     */
    View(
            NodeSet allowed,
            NodePool allFree,
            Placement placement,
            Ledger ledger,
            Machine machine,
            Pool pool) {
        this.allowed = allowed;
        free = new NodePool(pool.firstNode(), pool.nodes());
        this.placement = placement.forRun(machine, pool, new GroupParts(ledger, pool));
        NodeSet all = NodeSet.range(pool.firstNode(), pool.firstNode() + pool.nodes() - 1);
        NodeSet outOfReach = all.minus(allFree.freeSet().and(allowed));
        free.take(outOfReach);
        this.placement.taken(outOfReach);
    }

    /** Nodes are free, or no longer so; those outside do not matter. */
    void change(NodeSet nodes, boolean isFree) {
        NodeSet inView = nodes.and(allowed);
        if (inView.size() == 0) {
            return;
        }
        if (isFree) {
            free.give(inView);
            placement.given(inView);
        } else {
            free.take(inView);
            placement.taken(inView);
        }
    }
}
