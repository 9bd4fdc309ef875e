package dandori.reference;

import dandori.reference.ReferenceAccount.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Dominant resource fairness, turn by turn: who holds least for its shares is next. */
final class ReferenceTurns {

    private ReferenceTurns() {}

    /** All that wait, in the order of their turns. */
    static List<ReferenceJob> at(ReferenceSimulator all) {
        if (!all.setting.order().equals("drf")) {
            return List.of();
        }
        Tree tree = Tree.of(all);
        all.running.forEach(job -> tree.add(job, job.nodes()));
        List<ReferenceJob> left = new ArrayList<>(all.waiting);
        left.sort(Comparator.comparingInt(job -> job.index));
        List<ReferenceJob> turns = new ArrayList<>();
        while (!left.isEmpty()) {
            ReferenceAccount next = tree.root();
            while (!next.isUser) {
                next = neediest(next, left, tree, all.world.nodes());
            }
            ReferenceJob job = first(next, left, tree);
            turns.add(job);
            left.remove(job);
            tree.add(job, job.nodes());
        }
        return turns;
    }

    private static ReferenceAccount neediest(
            ReferenceAccount above, List<ReferenceJob> left, Tree tree, int nodes) {
        return above.below.stream()
                .filter(one -> first(one, left, tree) != null)
                .min(
                        Comparator.<ReferenceAccount>comparingDouble(one -> need(one, nodes))
                                .thenComparingInt(one -> first(one, left, tree).index))
                .orElseThrow();
    }

    private static float need(ReferenceAccount one, int nodes) {
        return one.shares == 0
                ? Float.POSITIVE_INFINITY
                : (float) (one.amount / nodes / one.shares);
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
