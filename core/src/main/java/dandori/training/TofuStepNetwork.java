package dandori.training;

import dandori.collective.Collective;
import dandori.collective.CollectiveModel;
import dandori.collective.Collectives;
import dandori.collective.TofuCollectives;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes on Tofu D, one rank each, so that the ranks that share a matrix are neighbours on the
 * torus, and copies a box of their own. Boxes are taken as near to cubes as their number of nodes
 * allows, and every message between stages as one hop over one link.
 */
final class TofuStepNetwork implements StepNetwork {

    private static final double LINK = 6.8e9; // bytes per second

    private final CollectiveModel tensor;
    private final CollectiveModel data;
    private final CollectiveModel expert;

    TofuStepNetwork(Parallelism parallelism, StepConstants constants) {
        tensor = box(parallelism.tensor());
        data = box(parallelism.data());
        expert = box(parallelism.expert());
    }

    private static CollectiveModel box(int nodes) {
        return Collectives.tofu(sides(nodes), TofuCollectives.Library.TUNED);
    }

    /** Three lengths that make so many nodes, the largest first, as alike as can be. */
    static List<Integer> sides(int nodes) {
        List<Integer> best = List.of(nodes, 1, 1);
        for (int c = 1; (long) c * c * c <= nodes; c++) {
            for (int b = c; nodes % c == 0 && (long) b * b <= nodes / c; b++) {
                int a = nodes / c / b;
                if (nodes / c % b == 0 && a < best.get(0)) {
                    best = List.of(a, b, c);
                }
            }
        }
        List<Integer> longer = new ArrayList<>(best);
        longer.removeIf(side -> side == 1);
        return longer.isEmpty() ? List.of(1) : longer;
    }

    @Override
    public double tensorAllReduce(double bytes) {
        return seconds(tensor, Collective.ALL_REDUCE, bytes);
    }

    @Override
    public double handOver(double bytes) {
        return bytes / LINK;
    }

    @Override
    public double gradients(double bytes) {
        return seconds(data, Collective.ALL_REDUCE, bytes);
    }

    @Override
    public double gather(double bytes) {
        return seconds(data, Collective.ALL_GATHER, bytes);
    }

    @Override
    public double experts(double bytes) {
        return seconds(expert, Collective.ALL_TO_ALL, bytes);
    }

    @Override
    public double inNode(double bytes) {
        return 0;
    }

    private static double seconds(CollectiveModel box, Collective what, double bytes) {
        return box.ranks() == 1 ? 0 : box.seconds(what, bytes);
    }
}
