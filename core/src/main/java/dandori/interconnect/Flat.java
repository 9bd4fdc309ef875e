package dandori.interconnect;

/**
 * One switch that never blocks: every node is one hop from every other.
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
    public int hops(int from, int to) {
        return from == to ? 0 : 1;
    }
}
