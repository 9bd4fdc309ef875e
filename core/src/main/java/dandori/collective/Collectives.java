package dandori.collective;

import dandori.interconnect.Interconnect;
import java.util.List;

/** Collective models by the network that they are for. */
public final class Collectives {

    private Collectives() {}

    /** A job on Fugaku, in a box of that shape. */
    public static CollectiveModel tofu(List<Integer> shape, TofuCollectives.Library library) {
        return new TofuCollectives(new LogicalShape(shape), library);
    }

    /** Nodes with accelerators and rails. */
    public static CollectiveModel accelerators(AcceleratorFabric fabric, int nodes) {
        return new AcceleratorCollectives(fabric, nodes);
    }

    /**
     * The first nodes of a switched network: fat tree, dragonfly or the like.
     *
     * <p>A node sends what its first link carries. In an all-to-all half of all bytes cross between
     * halves of the machine, so unless all stand below one leaf a node gets no more than 4 times
     * its share of the bisection.
     *
     * @param wiring the network, of at least 2 nodes, with links
     * @param nodes how many take part, at least 1
     * @param latencySeconds from one node to another, software included
     */
    public static CollectiveModel switched(Interconnect wiring, int nodes, double latencySeconds) {
        if (wiring.linkCount() == 0) {
            throw new IllegalArgumentException(
                    "An interconnect of kind '%s' has no links.".formatted(wiring.kind()));
        }
        double[] first = {0};
        wiring.route(
                0,
                1,
                link -> {
                    if (first[0] == 0) {
                        first[0] = wiring.bytesPerSecond(link);
                    }
                });
        boolean isOneLeaf =
                wiring.switches().levels() > 1
                        && wiring.switches().leafOf(0) == wiring.switches().leafOf(nodes - 1);
        double crossing =
                isOneLeaf ? first[0] : 4 * wiring.bisectionBytesPerSecond() / wiring.nodes();
        return new SwitchedCollectives(
                nodes, latencySeconds, first[0], Math.min(first[0], crossing));
    }
}
