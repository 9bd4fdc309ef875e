package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * Hardware of nodes fails, and is repaired.
 *
 * <p>Lives without a memory and without end are one Poisson stream over all nodes, whose every
 * failure draws its node: O(1) a failure. It hits nodes under repair, too; as they would have no
 * memory of it, to ignore that is to begin the next life after the repair. Other lives are renewed:
 * each node's next begins when its repair ends. O(log n) a failure of n nodes, O(n) at the start.
 *
 * @param name its name
 * @param nodes the nodes; at least one
 * @param lifetime how long a node lives, on average over all of them
 * @param age how old they are when the run begins
 * @param lemons those that fail more often
 * @param repair how long they are away
 */
public record NodeHazard(
        String name, NodeSet nodes, Lifetime lifetime, Age age, Lemons lemons, Repair repair)
        implements Hazard {

    /** Checks that there are nodes. */
    public NodeHazard {
        if (nodes.size() == 0) {
            throw new IllegalArgumentException("%s: there are no nodes to fail.".formatted(name));
        }
    }

    /** Nodes that are all alike and without memory. */
    public NodeHazard(String name, NodeSet nodes, double mtbfMillis, Repair repair) {
        this(name, nodes, new Lifetime.Exponential(mtbfMillis), Age.SETTLED, Lemons.NONE, repair);
    }

    @Override
    public double perMilli(Machine machine, NodeSet job) {
        return nodes.and(job).size() / lifetime.meanMillis();
    }

    @Override
    public double perMilli(Machine machine, int job) {
        return job * ((double) nodes.size() / machine.nodes()) / lifetime.meanMillis();
    }

    /** Which nodes are lemons under a seed. No policy may know. */
    public NodeSet lemons(Machine machine, RandomStreams streams) {
        return lemons.pick(nodes, new Purposes(streams, machine, name).stream("lemons"));
    }

    /** How long a lemon lives on average, in milliseconds. */
    public double lemonMeanMillis() {
        return otherMeanMillis() / lemons.multiple();
    }

    /** How long a node that is no lemon lives on average, in milliseconds. */
    public double otherMeanMillis() {
        int count = lemons.count(nodes.size());
        double weight = nodes.size() - count + lemons.multiple() * count;
        return lifetime.meanMillis() * weight / nodes.size();
    }

    @Override
    public Failures on(Machine machine, RandomStreams streams) {
        Hazard.requireNodes(machine, name, nodes);
        Purposes purposes = new Purposes(streams, machine, name);
        NodeSet bad = lemons(machine, streams);
        return lifetime instanceof Lifetime.Exponential
                ? new PooledFailures(
                        Breakage.NODE,
                        nodes.size() / lifetime.meanMillis(),
                        new NodeDraw(bad, nodes.minus(bad), lemons.failureShare(nodes.size())),
                        repair,
                        purposes)
                : new RenewalFailures(this, bad, purposes);
    }
}
