package dandori.interconnect;

import java.util.function.IntConsumer;

/**
 * No place is better than another: nothing is ever in the way of a message, and no link is counted.
 *
 * @param nodes how many nodes, at least 1
 */
public record Flat(int nodes) implements Interconnect {

    /** Checks the size. */
    public Flat {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes (%d) must be at least 1.".formatted(nodes));
        }
    }

    @Override
    public String kind() {
        return "flat";
    }

    @Override
    public int hops(int from, int to) {
        return 0;
    }

    @Override
    public int diameter() {
        return 0;
    }

    @Override
    public double bisectionBytesPerSecond() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public int linkCount() {
        return 0;
    }

    @Override
    public double bytesPerSecond(int link) {
        throw new IllegalArgumentException("A flat interconnect has no link %d.".formatted(link));
    }

    @Override
    public void route(int from, int to, IntConsumer links) {}
}
