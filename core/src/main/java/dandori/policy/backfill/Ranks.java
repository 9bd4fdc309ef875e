package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.policy.ShapedPlacement;
import dandori.policy.Verdict;
import dandori.state.Capacity;
import dandori.state.Places;
import dandori.state.Situation;
import java.util.Objects;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Who is to run, chosen one after the other from all that wait and run: as many as there are nodes
 * for, beside what is known of the nodes to come. Those that run and need not make way are chosen
 * beforehand.
 */
final class Ranks {

    private final IntArrayList chosen = new IntArrayList(); // of those that wait, in order
    private final IntArrayList rejected = new IntArrayList(); // of those that run, in order
    private int left; // nodes for those not chosen yet
    private int[] leftAt = new int[0]; // at each known change of capacity

    /** How many nodes there are for all that wait and run: the free ones, and those of who runs. */
    static int nodes(Situation now) {
        int nodes = now.cluster().freeNodes();
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            nodes += now.cluster().nodesOf(place);
        }
        return nodes;
    }

    /** Begins anew: nobody is chosen. */
    void begin(Situation now) {
        chosen.clear();
        rejected.clear();
        left = nodes(now);
        Capacity capacity = now.capacity();
        leftAt = new int[capacity.stepCount()];
        int change = 0;
        for (int step = 0; step < leftAt.length; step++) {
            change += capacity.stepNodes(step);
            leftAt[step] = left + change;
        }
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            int job = now.cluster().running(place);
            if (!now.mayMakeWay(job)) {
                take(now.nodesNeeded(job), now.cluster().estimatedEndMillis(place), now);
            }
        }
    }

    /** Chooses a job if there are nodes for it. */
    void offer(int job, boolean runs, Situation now) {
        if (runs) {
            offerRunning(job, now);
        } else {
            offerWaiting(job, now);
        }
    }

    /** Chooses a job that runs if there are nodes for it; else it may be taken off its own. */
    void offerRunning(int job, Situation now) {
        if (!now.mayMakeWay(job)) {
            return; // it is chosen already
        }
        long end = now.startMillis(job) + now.estimateMillis(job);
        int nodes = now.nodesNeeded(job);
        if (nodes > left || !chosen.isEmpty() && !fitsLater(nodes, end, now)) {
            rejected.add(job);
        } else {
            take(nodes, end, now);
        }
    }

    /** Chooses a job that waits if there are nodes for it; says whether there are. */
    boolean offerWaiting(int job, Situation now) {
        long end = now.nowMillis() + now.estimateMillis(job);
        int nodes = now.nodesNeeded(job);
        if (nodes > left || !fitsLater(nodes, end, now)) {
            return false;
        }
        take(nodes, end, now);
        chosen.add(job);
        return true;
    }

    private boolean fitsLater(int nodes, long end, Situation now) {
        for (int step = 0; step < leftAt.length; step++) {
            if (now.capacity().stepMillis(step) < end && leftAt[step] < nodes) {
                return false;
            }
        }
        return true;
    }

    private void take(int nodes, long end, Situation now) {
        left -= nodes;
        for (int step = 0; step < leftAt.length; step++) {
            if (now.capacity().stepMillis(step) < end) {
                leftAt[step] -= nodes;
            }
        }
    }

    /**
     * Starts those that wait and are chosen; for each that does not fit, takes those that run and
     * are not chosen off their nodes until it does, the last first; nobody for one that would find
     * no place on the nodes of all of them either.
     */
    void apply(Situation now, Actions act) {
        for (int i = 0; i < chosen.size(); i++) {
            int job = chosen.get(i);
            Verdict verdict = act.tryStart(job);
            boolean isOfUse = wantsNodes(verdict) && findsPlace(job, now, act);
            while (isOfUse && wantsNodes(verdict) && !rejected.isEmpty()) {
                int other = rejected.removeAtIndex(rejected.size() - 1);
                if (runs(other, now) && now.mayMakeWay(other)) {
                    act.preempt(other);
                    verdict = act.tryStart(job);
                }
            }
        }
    }

    /** Whether a job would find a place, where places matter, if all were gone who may be. */
    private boolean findsPlace(int job, Situation now, Actions act) {
        Places places = now.places();
        if (places != null) {
            rejected.forEach(other -> {
                if (runs(other, now)) {
                    places.suppose(Objects.requireNonNull(now.nodeSet(other)), true);
                }
            });
            NodeSet set = places.place(job, places.allowed(job, now.nowMillis()));
            places.forget();
            return set != null;
        }
        if (act.placement() instanceof ShapedPlacement shaped) {
            ShapedPlacement.Scratch scratch = shaped.scratch();
            rejected.forEach(other -> {
                if (runs(other, now)) {
                    scratch.give(Objects.requireNonNull(now.nodeSet(other)));
                }
            });
            return scratch.fits(shaped.form(job, now.jobs()));
        }
        return true;
    }

    /** Whether a job that ran still does: a group's tenure may have ended it for another. */
    private static boolean runs(int job, Situation now) {
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            if (now.cluster().running(place) == job) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsNodes(Verdict verdict) {
        return verdict == Verdict.NODES
                || verdict == Verdict.SHAPE
                || verdict == Verdict.MAINTENANCE;
    }
}
