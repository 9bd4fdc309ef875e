package dandori.machine;

import java.util.OptionalDouble;

/**
 * Where checkpoints go.
 *
 * @param facts what is known about the shared storage
 */
public record Storage(Facts facts) {

    /** Capacity, in bytes. */
    public OptionalDouble capacityBytes() {
        return facts.value("capacity");
    }

    /** What the whole machine can write at once, in bytes per second. */
    public OptionalDouble writeBytesPerSecond() {
        return facts.value("writeBandwidth");
    }

    /** What the whole machine can read at once, in bytes per second. */
    public OptionalDouble readBytesPerSecond() {
        return facts.value("readBandwidth");
    }

    /** What one node can write at most, in bytes per second. */
    public OptionalDouble nodeBytesPerSecond() {
        return facts.value("nodeBandwidth");
    }
}
