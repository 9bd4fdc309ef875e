package dandori.sim;

import dandori.failure.Breakage;
import dandori.failure.Execution;
import dandori.failure.Failure;
import dandori.job.JobState;
import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.metric.SentBack;
import dandori.metric.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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
        NodeSet broken = nodes.and(down);
        note(broken.size());
        return broken;
    }

    /** Those of some nodes that are not down. */
    NodeSet up(NodeSet nodes) {
        return nodes.minus(nodes.and(down));
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
        NodeSetBuilder fresh = new NodeSetBuilder();
        NodeSetBuilder idle = new NodeSetBuilder();
        List<Integer> jobs = new ArrayList<>();
        NodeSet here = failure.nodes().and(all);
        for (int i = 0; i < here.intervalCount(); i++) {
            for (int node = here.first(i); node <= here.last(i); node++) {
                int job = owner[node - firstNode];
                boolean isThere = job != NOBODY || pool.freePlaces().isFree(node);
                if (!isThere || down.get(node)) {
                    continue;
                }
                fresh.add(node, node);
                if (job == NOBODY) {
                    idle.add(node, node);
                } else if (!jobs.contains(job)) {
                    jobs.add(job);
                }
            }
        }
        NodeSet broken = fresh.build();
        if (failure.cause() == Breakage.SOFTWARE) {
            hit(jobs, NodeSet.EMPTY);
        } else if (broken.size() > 0) {
            for (int i = 0; i < broken.intervalCount(); i++) {
                down.set(broken.first(i), broken.last(i) + 1);
            }
            pool.notes.down(broken, failure.cause());
            breakdowns.repairAt(pool.nowMillis() + failure.repairMillis(), this, broken);
            hit(jobs, broken);
            if (idle.size() > 0) {
                note(idle.size());
                pool.lose(idle.build());
            }
        }
        pool.tellIfShrunk();
    }

    private void hit(List<Integer> jobs, NodeSet broken) {
        jobs.sort(Comparator.comparingLong(pool.jobs::sequence));
        for (int job : jobs) {
            NodeSet held = pool.nodeSet(job);
            NodeSet lost = held == null ? NodeSet.EMPTY : held.and(broken);
            hit(job, lost);
        }
    }

    /** Something breaks under a running job: it goes on, goes back to the queue, or has failed. */
    private void hit(int job, NodeSet lost) {
        Run run = pool.run;
        if (run.executes(job)) {
            long more = run.execution().hit(job, lost, run.nowMillis);
            if (more != Execution.GONE) {
                if (run.nowMillis + more != run.ledger.endMillis[job]) {
                    run.moveEnd(job, run.nowMillis + more);
                    pool.notes.beganAgain(job);
                }
                return;
            }
        } else if (breakdowns.onFailure() == OnFailure.REQUEUE) {
            pool.requeue(job, SentBack.FAILURE);
            return;
        }
        pool.endAtOnce(job, JobState.FAILED, SentBack.FAILURE, true);
    }

    /** Nodes are repaired: they come back, or their job has them in reserve. */
    void repair(NodeSet nodes) {
        pool.notes.up(nodes);
        NodeSetBuilder ownerless = new NodeSetBuilder();
        for (int i = 0; i < nodes.intervalCount(); i++) {
            for (int node = nodes.first(i); node <= nodes.last(i); node++) {
                down.clear(node);
                int job = owner[node - firstNode];
                if (job == NOBODY) {
                    ownerless.add(node, node);
                } else if (pool.run.executes(job)) { // it has kept them, and they are good again
                    NodeSet good = NodeSet.range(node, node);
                    pool.run.execution().repaired(job, good, pool.nowMillis());
                }
            }
        }
        NodeSet back = ownerless.build();
        if (back.size() == 0) {
            return;
        }
        NodeSet away = planned == 0 ? NodeSet.EMPTY : last(back, planned);
        planned -= away.size();
        note(away.size() - back.size());
        pool.regain(back.minus(away), away);
    }

    /** The last so many of some nodes, or all of them. */
    private static NodeSet last(NodeSet of, int most) {
        BitSet some = new BitSet();
        for (int i = of.intervalCount() - 1; i >= 0; i--) {
            int missing = most - some.cardinality();
            some.set(Math.max(of.first(i), of.last(i) + 1 - missing), of.last(i) + 1);
        }
        return NodeSet.of(some);
    }

    /**
     * By how many nodes a planned change really changes those in service: nodes that were to leave
     * may be down already, and may still be when they were to come back.
     */
    int reallyChanged(int plannedChange, int free) {
        int fewer =
                plannedChange < 0
                        ? Math.max(0, -plannedChange - free)
                        : -Math.min(planned, plannedChange);
        planned += fewer;
        note(-fewer);
        return plannedChange + fewer;
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
