package dandori.sim;

import dandori.failure.Cause;
import dandori.failure.Failure;
import dandori.machine.NodeSet;
import dandori.metric.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a pool that are down, and which job is on which node.
 *
 * <p>A node that breaks leaves service, unless the job on it goes on and keeps it: then it does so
 * when the job ends. A node that is down, or out of service as planned, cannot break.
 */
final class Damage {

    private static final int NOBODY = -1;

    private final PoolRun pool;
    private final Breakdowns breakdowns;
    private final int firstNode;
    private final int[] owner; // the row of the job on a node
    private final BitSet down = new BitSet();
    private @Nullable NodeSet downSet; // the same as a set; null when it has to be made anew
    private int gone; // nodes that are down and that no job keeps
    private int planned; // of those that are down, how many planned outages have taken

    // Nodes gone for want of repair, as a history of changes.
    private final List<Long> atMillis = new ArrayList<>();
    private final List<Integer> change = new ArrayList<>();

    Damage(PoolRun pool, Breakdowns breakdowns) {
        this.pool = pool;
        this.breakdowns = breakdowns;
        firstNode = pool.pool().firstNode();
        owner = new int[pool.pool().nodes()];
        Arrays.fill(owner, NOBODY);
    }

    /** Notes who is on nodes. */
    void began(int job, NodeSet nodes) {
        own(job, nodes);
    }

    /** Notes that a job leaves its nodes; those among them that are down leave service. */
    NodeSet left(NodeSet nodes) {
        own(NOBODY, nodes);
        if (down.isEmpty()) {
            return NodeSet.EMPTY;
        }
        NodeSet broken = nodes.and(down());
        note(broken.size());
        return broken;
    }

    /** Those of some nodes that are not down. */
    NodeSet up(NodeSet nodes) {
        return down.isEmpty() ? nodes : nodes.minus(down());
    }

    private NodeSet down() {
        NodeSet set = downSet;
        if (set == null) {
            set = NodeSet.of(down);
            downSet = set;
        }
        return set;
    }

    private void own(int job, NodeSet nodes) {
        for (int i = 0; i < nodes.intervalCount(); i++) {
            Arrays.fill(owner, nodes.first(i) - firstNode, nodes.last(i) + 1 - firstNode, job);
        }
    }

    private void note(int nodes) {
        if (nodes != 0) {
            atMillis.add(pool.nowMillis());
            change.add(nodes);
            gone += nodes;
        }
    }

    /**
     * How many nodes are out of service for want of repair, beside those that planned outages have
     * taken.
     */
    int gone() {
        return gone;
    }

    /** Something breaks; nodes of other pools do not matter here. */
    void strike(Failure failure) {
        NodeSet all = NodeSet.range(firstNode, firstNode + owner.length - 1);
        BitSet fresh = new BitSet();
        BitSet idle = new BitSet();
        List<Integer> jobs = new ArrayList<>();
        NodeSet here = failure.nodes().and(all);
        for (int i = 0; i < here.intervalCount(); i++) {
            for (int node = here.first(i); node <= here.last(i); node++) {
                int job = owner[node - firstNode];
                boolean isThere = job != NOBODY || pool.freePlaces().isFree(node);
                if (!isThere || down.get(node)) {
                    continue;
                }
                fresh.set(node);
                if (job == NOBODY) {
                    idle.set(node);
                } else if (!jobs.contains(job)) {
                    jobs.add(job);
                }
            }
        }
        boolean goesDown = failure.cause() != Cause.SOFTWARE;
        if (fresh.isEmpty() || !goesDown && jobs.isEmpty()) {
            return;
        }
        NodeSet broken = goesDown ? NodeSet.of(fresh) : NodeSet.EMPTY;
        if (goesDown) {
            down.or(fresh);
            downSet = null;
            breakdowns.repairAt(pool.nowMillis() + failure.repairMillis(), this, broken);
        }
        hit(jobs, broken);
        if (goesDown && !idle.isEmpty()) {
            NodeSet lost = NodeSet.of(idle);
            note(lost.size());
            pool.lose(lost);
        }
        pool.tellIfShrunk();
    }

    private void hit(List<Integer> jobs, NodeSet broken) {
        jobs.sort(Comparator.comparingLong(pool.jobs::sequence));
        for (int job : jobs) {
            NodeSet held = pool.nodeSet(job);
            NodeSet lost = held == null ? NodeSet.EMPTY : held.and(broken);
            pool.hit(job, lost, breakdowns.onFailure());
        }
    }

    /** Nodes are repaired: they come back, or their job has them in reserve. */
    void repair(NodeSet nodes) {
        BitSet back = new BitSet();
        downSet = null;
        for (int i = 0; i < nodes.intervalCount(); i++) {
            for (int node = nodes.first(i); node <= nodes.last(i); node++) {
                down.clear(node);
                int job = owner[node - firstNode];
                if (job == NOBODY) {
                    back.set(node);
                } else {
                    pool.repaired(job, NodeSet.range(node, node));
                }
            }
        }
        if (back.isEmpty()) {
            return;
        }
        BitSet away = new BitSet();
        while (planned > 0 && !back.isEmpty()) {
            int node = back.length() - 1;
            back.clear(node);
            away.set(node);
            planned--;
        }
        note(-back.cardinality());
        pool.regain(NodeSet.of(back), NodeSet.of(away));
    }

    /**
     * By how many nodes a planned change really changes those in service: nodes that were to leave
     * may be down already, and may still be when they were to come back.
     */
    int reallyChanged(int plannedChange, int free) {
        int gone = plannedChange < 0 ? Math.max(0, -plannedChange - free) : -planned;
        gone = Math.max(gone, plannedChange < 0 ? 0 : -plannedChange);
        planned += gone;
        note(-gone);
        return plannedChange + gone;
    }

    /** How many node milliseconds went by in a window for want of repair. */
    long nodeMillis(Window window) {
        long sum = 0;
        for (int i = 0; i < change.size(); i++) {
            long since = window.overlapMillis(atMillis.get(i), Long.MAX_VALUE);
            sum = Math.addExact(sum, Math.multiplyExact(since, (long) change.get(i)));
        }
        return sum;
    }
}
