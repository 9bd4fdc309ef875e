package dandori.reference;

import dandori.job.Consumption;
import dandori.reference.ReferenceAccount.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Dominant resource fairness, turn by turn: who holds least for its shares is next. */
final class ReferenceTurns {

    private ReferenceTurns() {}

    /** All that wait, in the order of their turns. */
    static List<ReferenceJob> at(ReferenceSimulator all) {
        if (!List.of("drf", "hdrf").contains(all.setting.order())) {
            return List.of();
        }
        Tree tree = Tree.of(all);
        List<ReferenceJob> had = new ArrayList<>(all.running); // or had a turn
        List<ReferenceJob> left = new ArrayList<>(all.waiting);
        left.sort(Comparator.comparingInt(job -> job.index));
        List<ReferenceJob> turns = new ArrayList<>();
        boolean isFull = false;
        while (!left.isEmpty()) {
            Filling filling = new Filling(all, tree, had, left, isFull);
            if (all.setting.order().equals("hdrf") && filling.isBlocked(tree.root())) {
                isFull = true;
                continue;
            }
            ReferenceAccount next = tree.root();
            while (!next.isUser) {
                next = filling.neediest(next);
            }
            ReferenceJob job = first(next, left, tree);
            turns.add(job);
            left.remove(job);
            had.add(job);
        }
        return turns;
    }

    /** What everybody is taken to hold between two turns. */
    private record Filling(
            ReferenceSimulator all,
            Tree tree,
            List<ReferenceJob> had,
            List<ReferenceJob> left,
            boolean isFull) {

        ReferenceAccount neediest(ReferenceAccount above) {
            boolean rescales = all.setting.order().equals("hdrf");
            return above.below.stream()
                    .filter(one -> first(one, left, tree) != null)
                    .filter(one -> !rescales || !isBlocked(one))
                    .min(
                            Comparator.<ReferenceAccount>comparingDouble(
                                            one -> (float) (rescales ? need(one) : plainNeed(one)))
                                    .thenComparingInt(one -> first(one, left, tree).index))
                    .orElseThrow();
        }

        private double plainNeed(ReferenceAccount one) {
            double[] sum = new double[4];
            for (ReferenceJob job : had) {
                if (tree.ways().get(job).contains(one)) {
                    add(sum, uses(job), 1);
                }
            }
            return one.shares == 0
                    ? Double.POSITIVE_INFINITY
                    : Arrays.stream(sum).max().orElseThrow() / all.world.nodes() / one.shares;
        }

        /** Nodes, accelerators of 2, memory of 4 bytes; nothing is known of power. */
        private double[] uses(ReferenceJob job) {
            Consumption asked = job.asked.request().consumption();
            double nodes = job.nodes();
            return new double[] {
                nodes,
                asked.accelerators() < 0 ? nodes : nodes * (asked.accelerators() / 2),
                asked.memoryBytes() < 0 ? nodes : nodes * (asked.memoryBytes() / 4),
                nodes
            };
        }

        private static void add(double[] sum, double[] more, double factor) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * more[i];
            }
        }

        boolean isBlocked(ReferenceAccount one) {
            if (!one.isUser) {
                return one.below.stream().allMatch(this::isBlocked);
            }
            ReferenceJob next = first(one, left, tree);
            if (next == null) {
                return true;
            }
            double[] wants = uses(next);
            return IntStream.range(0, 4).anyMatch(i -> wants[i] > 0 && isUsedUp(i));
        }

        private boolean isUsedUp(int resource) {
            double used = had.stream().mapToDouble(job -> uses(job)[resource]).sum();
            return !isFull && used >= all.world.nodes();
        }

        private double[] held(ReferenceAccount one) {
            double[] sum = new double[4];
            if (one.isUser) {
                for (ReferenceJob job : had) {
                    if (tree.user(job) == one) {
                        add(sum, uses(job), 1);
                    }
                }
                return sum;
            }
            double least =
                    one.below.stream()
                            .filter(other -> !isBlocked(other))
                            .mapToDouble(this::need)
                            .min()
                            .orElse(0);
            for (ReferenceAccount other : one.below) {
                boolean isScaled = !isBlocked(other) && other.shares > 0 && share(other) > 0;
                add(sum, held(other), isScaled ? least * other.shares / share(other) : 1);
            }
            return sum;
        }

        private double share(ReferenceAccount one) {
            double[] held = held(one);
            boolean isAnyLeft = IntStream.range(0, 4).anyMatch(i -> !isUsedUp(i));
            return IntStream.range(0, 4)
                            .filter(i -> one.isUser || !isAnyLeft || !isUsedUp(i))
                            .mapToDouble(i -> held[i])
                            .max()
                            .orElseThrow()
                    / all.world.nodes();
        }

        private double need(ReferenceAccount one) {
            return one.shares == 0 ? Double.POSITIVE_INFINITY : share(one) / one.shares;
        }
    }

    private static ReferenceJob first(ReferenceAccount one, List<ReferenceJob> left, Tree tree) {
        for (ReferenceJob job : left) {
            if (tree.ways().get(job).contains(one)) {
                return job;
            }
        }
        return null;
    }
}
