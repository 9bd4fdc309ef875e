package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.interconnect.Flat;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * Leaf switches fail, and all nodes below them are away until they are repaired.
 *
 * <p>They have no memory; a Poisson stream over all leaves, O(1) a failure. A leaf that is down may
 * be hit again, as with nodes. A torus has no switches but its units, which stand for a shared
 * board or power supply. Switches above leaves are taken to be redundant.
 *
 * @param name its name
 * @param mtbfMillis mean time between failures of one leaf, in milliseconds
 * @param repair how long its nodes are away
 */
public record SwitchHazard(String name, double mtbfMillis, Repair repair) implements Hazard {

    /** Checks the rate. */
    public SwitchHazard {
        Requirements.positive("mtbfMillis", mtbfMillis);
    }

    @Override
    public double perMilli(Machine machine, NodeSet job) {
        SwitchTree switches = machine.interconnect().switches();
        int leaves = 0;
        int latest = -1;
        for (int interval = 0; interval < job.intervalCount(); interval++) {
            int first = Math.max(latest + 1, switches.leafOf(job.first(interval)));
            latest = switches.leafOf(job.last(interval));
            leaves += latest - first + 1;
        }
        return leaves / mtbfMillis;
    }

    /**
     * {@inheritDoc} That is as many leaves as hold so many nodes if all leaves were of the mean
     * size.
     */
    @Override
    public double perMilli(Machine machine, int job) {
        long leaves = machine.interconnect().switches().switches(0);
        long below = (leaves * job + machine.nodes() - 1) / machine.nodes();
        return below / mtbfMillis;
    }

    @Override
    public Failures on(Machine machine, RandomStreams streams) {
        SwitchTree switches = machine.interconnect().switches();
        boolean isTorus = machine.interconnect() instanceof Torus;
        if (machine.interconnect() instanceof Flat || isTorus && switches.levels() == 1) {
            throw new IllegalArgumentException(
                    "%s: the nodes of '%s' stand below no switches.\nMaybe leave switches out, or give it an interconnect that has some."
                            .formatted(name, machine.name()));
        }
        int leaves = switches.switches(0);
        return new PooledFailures(
                Breakage.SWITCH,
                leaves / mtbfMillis,
                random -> {
                    int leaf = random.nextInt(leaves);
                    return NodeSet.range(
                            switches.firstNode(0, leaf), switches.endNode(0, leaf) - 1);
                },
                repair,
                new Purposes(streams, machine, name));
    }
}
