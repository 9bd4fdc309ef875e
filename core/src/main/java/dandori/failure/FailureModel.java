package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What breaks on a machine, and how often: several hazards, each by itself.
 *
 * <p>A machine with several types of nodes has a hazard for each; hardware, switches and software
 * are hazards apart, since only the first two take nodes away. A hazard that is added or changed
 * leaves the failures of the others as they are. Immutable.
 *
 * @param hazards what breaks; their names differ
 */
public record FailureModel(List<Hazard> hazards) {

    /** Nothing ever breaks. */
    public static final FailureModel NONE = new FailureModel(List.of());

    /** Checks the names. */
    public FailureModel {
        hazards = List.copyOf(hazards);
        Set<String> names = new HashSet<>();
        for (Hazard hazard : hazards) {
            if (!names.add(hazard.name())) {
                throw new IllegalArgumentException(
                        "Two hazards have the name '%s'.\nMaybe name one after its nodes."
                                .formatted(hazard.name()));
            }
        }
    }

    /**
     * What breaks in a run, without end, drawn as it is asked for. The same for the same seed,
     * whatever runs on the machine; failures of one instant by cause, then by their first node.
     *
     * @throws IllegalArgumentException if a hazard is meant for another machine
     */
    public Failures of(Machine machine, RandomStreams streams) {
        return new MergedFailures(
                hazards.stream().map(hazard -> hazard.on(machine, streams)).toList());
    }

    /**
     * Mean time between interruptions of a job on these nodes by any hazard, in milliseconds, while
     * all of them are up: what {@code Checkpointing} asks for. Infinite if nothing breaks.
     *
     * <p>Exact for lives without memory and nodes that are alike; else in the long run, and on
     * average over which nodes are lemons.
     */
    public double interruptionMtbfMillis(Machine machine, NodeSet nodes) {
        return 1 / hazards.stream().mapToDouble(hazard -> hazard.perMilli(machine, nodes)).sum();
    }

    /** The same for so many nodes, wherever they stand, below as few switches as can be. */
    public double interruptionMtbfMillis(Machine machine, int nodes) {
        return 1 / hazards.stream().mapToDouble(hazard -> hazard.perMilli(machine, nodes)).sum();
    }
}
