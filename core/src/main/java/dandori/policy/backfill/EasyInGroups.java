package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.state.Cluster;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import org.jspecify.annotations.Nullable;

/**
 * {@link Easy} in a pool with resource groups, each of which has nodes of its own choice.
 *
 * <p>Only the head of the pool's queue holds a reservation. Its shadow time is the earliest instant
 * (an estimated end, or a change in what its group may have) at which it would be placed among the
 * nodes that it is allowed then, those of jobs whose estimated end is no later being free. Where
 * the shape of the head decides, the reservation is the set found then, and a job that outlasts the
 * shadow time must be placed outside it. Where it does not, nodes are counted within the head's
 * own: what is left over then is what jobs that outlast the shadow time may take of them, and such
 * a job takes nodes outside them first.
 *
 * <p>A reservation stands until the head is another, something ends whose estimated end lay at the
 * shadow time or later, or capacity or a calendar changes; while it stands and no node has become
 * free, only jobs that have come since are tried.
 *
 * <p>Cost: O(log running) placements to find a reservation where what is allowed does not change by
 * itself, O(running) where it does; one placement for each job that fits by count.
 */
final class EasyInGroups {

    private static final long YEAR_MILLIS = 366L * 24 * 3_600_000;

    private final Arrivals arrived;
    private final int candidates; // how many jobs behind the head are tried

    private int reservedFor = -1;
    private long shadowMillis;
    private NodeSet allowed = NodeSet.EMPTY; // to the head, at the shadow time
    private NodeSet reserved = NodeSet.EMPTY; // where shape decides
    private boolean shapeDecides;
    private int extra; // where it does not
    private int freeAfterPass;
    private long arrangement;

    EasyInGroups(Arrivals arrived, int candidates) {
        this.arrived = arrived;
        this.candidates = candidates;
    }

    void jobEnded(int job, Situation now) {
        if (now.startMillis(job) + now.estimateMillis(job) >= shadowMillis) {
            reservedFor = -1;
        }
    }

    void changed() {
        reservedFor = -1;
    }

    void fill(Situation now, Places places, Actions act) {
        WaitQueue queue = now.queue();
        long arrangedAtFirst = queue.arrangement();
        boolean stands =
                queue.first() >= 0
                        && queue.first() == reservedFor
                        && arrangedAtFirst == arrangement
                        && now.nowMillis() < shadowMillis;
        boolean onlyArrived =
                stands
                        && now.cluster().freeNodes() == freeAfterPass
                        && candidates == Integer.MAX_VALUE;
        if (!onlyArrived) {
            NoBackfill.startInOrder(now, act);
        }
        int head = queue.first();
        if (head < 0) {
            reservedFor = -1;
            return;
        }
        if (!stands || head != reservedFor) {
            find(head, now, places);
            onlyArrived = false;
        }
        boolean headStands =
                onlyArrived ? tryArrived(head, now, places, act) : tryAll(head, now, places, act);
        if (!headStands) {
            reservedFor = -1;
            fill(now, places, act);
            return;
        }
        freeAfterPass = now.cluster().freeNodes();
        arrangement = arrangedAtFirst;
    }

    private boolean tryAll(int head, Situation now, Places places, Actions act) {
        WaitQueue queue = now.queue();
        boolean all = candidates == Integer.MAX_VALUE;
        int job = head;
        for (int tried = 0; tried < candidates; tried++) {
            int free = all ? now.cluster().freeNodes() : Integer.MAX_VALUE - 1;
            job = queue.nextFitting(job, free, Long.MAX_VALUE, free);
            if (job < 0) {
                return true;
            }
            if (now.nodesNeeded(job) <= now.cluster().freeNodes()
                    && start(job, now, places, act)
                    && queue.first() != head) {
                return false;
            }
        }
        return true;
    }

    private boolean tryArrived(int head, Situation now, Places places, Actions act) {
        WaitQueue queue = now.queue();
        arrived.sort(queue);
        for (int i = 0; i < arrived.count(); i++) {
            int job = arrived.job(i);
            if (job != head
                    && queue.mayStart(job)
                    && now.nodesNeeded(job) <= now.cluster().freeNodes()
                    && start(job, now, places, act)
                    && queue.first() != head) {
                return false;
            }
        }
        return true;
    }

    private boolean start(int job, Situation now, Places places, Actions act) {
        boolean outlasts =
                shadowMillis < Long.MAX_VALUE
                        && now.estimateMillis(job) > shadowMillis - now.nowMillis();
        if (!outlasts) {
            return act.tryStart(job).started();
        }
        NodeSet mine = places.allowed(job, now.nowMillis());
        NodeSet set =
                shapeDecides
                        ? besideReserved(job, mine, places)
                        : mostlyOutside(job, mine, now, places);
        if (set == null) {
            return false;
        }
        if (!shapeDecides) {
            extra -= set.and(allowed).size();
        }
        act.start(job, set);
        return true;
    }

    private @Nullable NodeSet besideReserved(int job, NodeSet mine, Places places) {
        places.suppose(reserved, false);
        NodeSet set = places.place(job, mine);
        places.forget();
        return set;
    }

    private @Nullable NodeSet mostlyOutside(int job, NodeSet mine, Situation now, Places places) {
        NodeSet outside = mine.minus(allowed);
        int need = now.nodesNeeded(job);
        int freeOutside = outside.size() == 0 ? 0 : places.freeNodes(outside);
        if (freeOutside > 0) {
            NodeSet set = freeOutside >= need ? places.place(job, outside) : null;
            if (set != null) {
                return set;
            }
        }
        NodeSet set = places.place(job, mine);
        if (set == null || set.and(allowed).size() <= extra) {
            return set;
        }
        int inside = need - freeOutside;
        if (places.shapeDecides(job) || inside > extra) {
            return null;
        }
        NodeSet free = places.firstFree(mine.and(allowed), inside);
        return freeOutside == 0 ? free : free.or(places.firstFree(outside, freeOutside));
    }

    /** Finds the reservation of a job that does not fit now. */
    private void find(int head, Situation now, Places places) {
        reservedFor = head;
        shapeDecides = places.shapeDecides(head);
        reserved = NodeSet.EMPTY;
        shadowMillis = Long.MAX_VALUE;
        long at = now.nowMillis();
        int released = 0;
        Cluster cluster = now.cluster();
        while (shadowMillis == Long.MAX_VALUE) {
            long nextEnd =
                    released < cluster.runningCount()
                            ? Math.max(at, cluster.estimatedEndMillis(released))
                            : Long.MAX_VALUE;
            long nextChange = places.nextChangeMillis(at);
            long next = Math.min(nextEnd, nextChange);
            if (next == Long.MAX_VALUE
                    || (released == cluster.runningCount()
                            && next - now.nowMillis() > YEAR_MILLIS)) {
                break;
            }
            at = next;
            while (released < cluster.runningCount()
                    && cluster.estimatedEndMillis(released) <= at) {
                places.suppose(places.held(cluster.running(released)), true);
                released++;
            }
            allowed = places.allowed(head, at);
            tryAt(head, at, now, places);
        }
        places.forget();
    }

    private void tryAt(int head, long at, Situation now, Places places) {
        int need = now.nodesNeeded(head);
        if (allowed.size() < need || places.freeNodes(allowed) < need) {
            return;
        }
        if (shapeDecides) {
            NodeSet set = places.place(head, allowed);
            if (set != null) {
                reserved = set;
                shadowMillis = at;
            }
        } else {
            extra = places.freeNodes(allowed) - need;
            shadowMillis = at;
        }
    }
}
