package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * Software fails on a node: what runs there dies, and the node is as good as before. A Poisson
 * stream, O(1) a failure.
 *
 * @param name its name
 * @param nodes the nodes; at least one
 * @param mtbfMillis mean time between such failures of one node, in milliseconds
 */
public record SoftwareHazard(String name, NodeSet nodes, double mtbfMillis) implements Hazard {

    /** Checks that there are nodes, and the rate. */
    public SoftwareHazard {
        Requirements.positive("mtbfMillis", mtbfMillis);
        if (nodes.size() == 0) {
            throw new IllegalArgumentException("%s: there are no nodes to fail.".formatted(name));
        }
    }

    @Override
    public double perMilli(Machine machine, NodeSet job) {
        return nodes.and(job).size() / mtbfMillis;
    }

    @Override
    public double perMilli(Machine machine, int job) {
        return job * ((double) nodes.size() / machine.nodes()) / mtbfMillis;
    }

    @Override
    public Failures on(Machine machine, RandomStreams streams) {
        Hazard.requireNodes(machine, name, nodes);
        return new PooledFailures(
                Breakage.SOFTWARE,
                nodes.size() / mtbfMillis,
                new NodeDraw(NodeSet.EMPTY, nodes, 0),
                new Repair.Fixed(0),
                new Purposes(streams, machine, name));
    }
}
