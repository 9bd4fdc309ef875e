package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/** Something that breaks on a machine again and again. */
public sealed interface Hazard permits NodeHazard, SwitchHazard, SoftwareHazard {

    /** Its name, unique in a model; its random numbers go by it. */
    String name();

    /**
     * How often it hits at least one of some nodes in the long run, per millisecond, while they are
     * up.
     */
    double perMilli(Machine machine, NodeSet nodes);

    /**
     * The same for so many nodes of which nobody says where they stand: on average over all, below
     * as few switches as can be.
     */
    double perMilli(Machine machine, int nodes);

    /**
     * When and where it strikes, in order of time; nothing before the origin.
     *
     * @throws IllegalArgumentException if the machine is not one on which it can strike
     */
    Failures on(Machine machine, RandomStreams streams);

    /** Refuses nodes that a machine does not have. */
    static void requireNodes(Machine machine, String name, NodeSet nodes) {
        int last = nodes.last(nodes.intervalCount() - 1);
        if (last >= machine.nodes()) {
            throw new IllegalArgumentException(
                    "%s: node %d is not one of the %d of '%s'.\nMaybe its nodes are meant for another machine."
                            .formatted(name, last, machine.nodes(), machine.name()));
        }
    }
}
