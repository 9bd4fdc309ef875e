package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import dandori.policy.ShapedPlacement.Kept;
import dandori.state.Cluster;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A shadow time looked at again: whether the head fits before it by now, and what it would be given
 * if not.
 *
 * <p>What would be free just before the shadow time is kept from one look to the next: jobs that
 * start and end before it change nothing there. Cost: a glance at each running job that ends before
 * the shadow time, a move for each that is new, and two for those that end at it.
 */
final class BeforeShadow {

    private final Kept view;
    private long foundMillis;

    BeforeShadow(ShapedPlacement shaped) {
        view = shaped.kept();
    }

    /** Nobody holds a reservation any longer. */
    void drop() {
        view.drop();
    }

    /** When they have ended, who end first at the known shadow time or later. */
    long foundMillis() {
        return foundMillis;
    }

    /**
     * The nodes that a job of a form would be given when those have ended who end first at the
     * known shadow time or later; null if it fits before, or if nobody ends then.
     *
     * @param soonestMillis when enough nodes are free, by count
     */
    @Nullable NodeSet place(int form, long knownMillis, long soonestMillis, Situation now) {
        Cluster cluster = now.cluster();
        int before = lendUntil(knownMillis, now);
        if (before == cluster.runningCount()) {
            return null;
        }
        boolean mayFit = before > 0 && cluster.estimatedEndMillis(before - 1) >= soonestMillis;
        if (mayFit && view.fits(form)) {
            return null;
        }
        foundMillis = cluster.estimatedEndMillis(before);
        int end = before;
        while (end < cluster.runningCount() && cluster.estimatedEndMillis(end) == foundMillis) {
            view.give(ShapeReservation.nodesOf(end++, now));
        }
        NodeSet set = view.place(form);
        while (end > before) {
            view.take(ShapeReservation.nodesOf(--end, now));
        }
        return set;
    }

    /** Has the view hold what is free and what is before an instant; how many jobs end before. */
    private int lendUntil(long millis, Situation now) {
        int before = 0;
        int nodes = 0;
        while (before < now.cluster().runningCount()
                && now.cluster().estimatedEndMillis(before) < millis) {
            NodeSet set = ShapeReservation.nodesOf(before++, now);
            nodes += set.size();
            view.lend(set);
        }
        if (view.lent() != nodes) { // more than those: somebody is to end later than was thought
            view.keep();
            for (int place = 0; place < before; place++) {
                view.lend(ShapeReservation.nodesOf(place, now));
            }
        }
        return before;
    }
}
