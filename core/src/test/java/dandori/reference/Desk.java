package dandori.reference;

import dandori.job.Job;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.NodePool;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * A placement at work without a simulation: asks it for nodes, takes them and gives them back. Row
 * r of its jobs asks for r + 1 nodes.
 */
public final class Desk implements Situation, Cluster {

    private final Machine machine;
    private final Pool pool;
    private final Placement prototype;
    private final Placement placement;
    private final NodePool free;
    private final Jobs jobs;

    /** All nodes of a machine's pool are free. */
    public Desk(Machine machine, int poolNumber, Placement prototype) {
        this.machine = machine;
        this.prototype = prototype;
        pool = machine.pools().get(poolNumber);
        placement = prototype.forRun(machine, pool);
        free = new NodePool(pool.firstNode(), pool.nodes());
        List<Job> all = new ArrayList<>();
        for (int nodes = 1; nodes <= pool.nodes() + 1; nodes++) {
            all.add(new Job(nodes, 0, nodes, 1, 1));
        }
        jobs = Workload.of("desk", all).jobs();
    }

    /** A machine of one pool. */
    public Desk(Machine machine, Placement prototype) {
        this(machine, 0, prototype);
    }

    /** The same with only some nodes free: bit i of {@code bits} is the pool's node i. */
    public static Desk withFree(long bits, Machine machine, Placement prototype) {
        Desk desk = new Desk(machine, prototype);
        for (int node = 0; node < machine.nodes(); node++) {
            if ((bits >> node & 1) == 0) {
                desk.take(NodeSet.range(node, node));
            }
        }
        return desk;
    }

    /** The answer for so many nodes, or null. */
    public NodeSet ask(int nodes) {
        return placement.place(nodes - 1, this);
    }

    /** The answer of a placement that has not been told anything. */
    public NodeSet askOutsideARun(int nodes) {
        return prototype.place(nodes - 1, this);
    }

    /** Asks, takes what it gets, and returns it. */
    public NodeSet start(int nodes) {
        NodeSet set = ask(nodes);
        take(set);
        return set;
    }

    /** Takes nodes. */
    public void take(NodeSet nodes) {
        free.take(nodes);
        placement.taken(nodes);
    }

    /** Gives nodes back. */
    public void give(NodeSet nodes) {
        free.give(nodes);
        placement.given(nodes);
    }

    /** Takes nodes out of service (negative), or puts them back. */
    public void serve(int change) {
        NodeSet changed = free.changeService(change);
        if (change < 0) {
            placement.taken(changed);
        } else {
            placement.given(changed);
        }
    }

    @Override
    public long nowMillis() {
        return 0;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Cluster cluster() {
        return this;
    }

    @Override
    public WaitQueue queue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Capacity capacity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Pool pool() {
        return pool;
    }

    @Override
    public long estimateMillis(int job) {
        return 1;
    }

    @Override
    public Places places() {
        return null;
    }

    @Override
    public int nodesNeeded(int job) {
        return placement.nodesNeeded(job, jobs);
    }

    @Override
    public long startMillis(int job) {
        return Long.MIN_VALUE;
    }

    @Override
    public int freeNodes() {
        return free.freeCount();
    }

    @Override
    public int nodesInService() {
        return pool.nodes();
    }

    @Override
    public int runningCount() {
        return 0;
    }

    @Override
    public int running(int place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long estimatedEndMillis(int place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int nodesOf(int place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long shadowMillis(int nodes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int freeNodesAt(long millis) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NodePool freePool() {
        return free;
    }
}
