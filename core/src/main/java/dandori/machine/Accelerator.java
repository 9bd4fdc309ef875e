package dandori.machine;

import java.util.OptionalDouble;

/**
 * The accelerators of a type of node.
 *
 * @param facts what is known about one of them, and {@code count}, how many a node has
 */
public record Accelerator(Facts facts) {

    /** What it is, such as {@code H100 SXM 80 GB}; empty if that is not known. */
    public String kind() {
        return facts.text("kind");
    }

    /** How many a node has. */
    public OptionalDouble perNode() {
        return facts.value("count");
    }

    /** Peak speed of one, in FLOP/s. */
    public OptionalDouble peakFlops(Precision precision) {
        return facts.value("peak." + precision.text());
    }

    /** Memory of one, in bytes. */
    public OptionalDouble memoryBytes() {
        return facts.value("memory");
    }

    /** Bandwidth of the memory of one, in bytes per second. */
    public OptionalDouble memoryBytesPerSecond() {
        return facts.value("memoryBandwidth");
    }

    /** What one sends to the others of its node, one way, in bytes per second. */
    public OptionalDouble linkBytesPerSecond() {
        return facts.value("linkBandwidth");
    }

    /** Power of one under full load, in watts. */
    public OptionalDouble watts() {
        return facts.value("power");
    }
}
