package dandori.interconnect;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * A network of rails, as clusters of accelerators have: port r of every node of a pod hangs on leaf
 * r of the pod, and spines join the leaves of all pods.
 *
 * <p>Traffic is taken as spread evenly over the rails, and from a node to another it keeps to its
 * rail. So all ports of a node stand here as one link each way of {@code rails} ports, all leaves
 * of a pod as one switch, and all their cables to the spines as one uplink each way. Hops are those
 * that a message really crosses: 2 inside a pod (one leaf), 4 between pods (leaf, spine, leaf). A
 * message that must change its rail does so inside a node, which is not counted. Wang et al.,
 * "Rail-only: A Low-Cost High-Performance Network for Training LLMs with Trillion Parameters", HOTI
 * 2024, section 2, describe the wiring.
 *
 * <p>Cost: {@link #hops} and {@link #route} O(1), without allocation.
 */
public final class RailOptimized implements Interconnect {

    private final int rails;
    private final int nodesPerPod;
    private final double railBytesPerSecond;
    private final double spineOversubscription;
    private final FatTree bundles;

    /**
     * A network of rails.
     *
     * @param nodes how many nodes, at least 1; the last pod may be partly filled
     * @param rails how many ports a node has, and leaves a pod
     * @param nodesPerPod the nodes of a pod
     * @param railBytesPerSecond what a port carries each way
     * @param spineOversubscription what a leaf has below over what it has above; 1 is no loss
     */
    public RailOptimized(
            int nodes,
            int rails,
            int nodesPerPod,
            double railBytesPerSecond,
            double spineOversubscription) {
        this.rails = Requirements.atLeast(1, "rails", rails);
        this.nodesPerPod = Requirements.atLeast(1, "nodesPerPod", nodesPerPod);
        this.railBytesPerSecond = Requirements.positive("railBytesPerSecond", railBytesPerSecond);
        this.spineOversubscription =
                Requirements.positive("spineOversubscription", spineOversubscription);
        bundles =
                new FatTree(
                        nodes,
                        List.of(nodesPerPod),
                        List.of(spineOversubscription),
                        rails * railBytesPerSecond);
    }

    /** How many ports a node has, and leaves a pod. */
    public int rails() {
        return rails;
    }

    /** The nodes of a full pod. */
    public int nodesPerPod() {
        return nodesPerPod;
    }

    /** What a port carries each way. */
    public double railBytesPerSecond() {
        return railBytesPerSecond;
    }

    /** What a leaf has below over what it has above. */
    public double spineOversubscription() {
        return spineOversubscription;
    }

    @Override
    public String kind() {
        return "rail-optimized";
    }

    @Override
    public int nodes() {
        return bundles.nodes();
    }

    @Override
    public int hops(int from, int to) {
        return bundles.hops(from, to);
    }

    @Override
    public int diameter() {
        return bundles.diameter();
    }

    /** Between the first half of the nodes, by number, and the rest. */
    @Override
    public double bisectionBytesPerSecond() {
        return bundles.bisectionBytesPerSecond();
    }

    @Override
    public int linkCount() {
        return bundles.linkCount();
    }

    @Override
    public double bytesPerSecond(int link) {
        return bundles.bytesPerSecond(link);
    }

    @Override
    public void route(int from, int to, IntConsumer links) {
        bundles.route(from, to, links);
    }

    @Override
    public LinkGroups linkGroups() {
        return nodes() > nodesPerPod ? bundles.linkGroups("pod") : bundles.linkGroups();
    }

    /** Pods, which share their leaves. */
    @Override
    public SwitchTree switches() {
        return bundles.switches();
    }
}
