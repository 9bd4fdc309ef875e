package dandori.machine;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A type of node.
 *
 * @param name its name on the machine
 * @param count how many nodes of it there are, at least 1
 * @param facts what is known about one of them
 * @param accelerator its accelerators; null where it has none
 */
public record NodeType(String name, int count, Facts facts, @Nullable Accelerator accelerator) {

    /** Checks the count. */
    public NodeType {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "Node type '%s': count (%d) must be at least 1.".formatted(name, count));
        }
    }

    /** Cores that jobs may use. */
    public OptionalDouble cores() {
        return facts.value("cores");
    }

    /** Peak speed of a node's processors without accelerators, in FLOP/s. */
    public OptionalDouble peakFlops(Precision precision) {
        return facts.value("peak." + precision.text());
    }

    /** The same at the boosted clock. */
    public OptionalDouble boostPeakFlops(Precision precision) {
        return facts.value("boostPeak." + precision.text());
    }

    /** Peak speed of a node with all its accelerators; of its processors where it has none. */
    public OptionalDouble totalPeakFlops(Precision precision) {
        if (accelerator == null) {
            return peakFlops(precision);
        }
        OptionalDouble one = accelerator.peakFlops(precision);
        OptionalDouble count = accelerator.perNode();
        return one.isPresent() && count.isPresent()
                ? OptionalDouble.of(one.getAsDouble() * count.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Main memory, in bytes. */
    public OptionalDouble memoryBytes() {
        return facts.value("memory");
    }

    /** Bandwidth of the main memory, in bytes per second. */
    public OptionalDouble memoryBytesPerSecond() {
        return facts.value("memoryBandwidth");
    }

    /** What a node can send into the network at once, one way, in bytes per second. */
    public OptionalDouble injectionBytesPerSecond() {
        return facts.value("injectionBandwidth");
    }

    /** Power of a node that does nothing, in watts. */
    public OptionalDouble idleWatts() {
        return facts.value("power.idle");
    }

    /** Power of a node that computes, in watts. */
    public OptionalDouble busyWatts() {
        return facts.value("power.busy");
    }

    /** Power of a node that computes at the boosted clock, in watts. */
    public OptionalDouble boostWatts() {
        return facts.value("power.boost");
    }
}
