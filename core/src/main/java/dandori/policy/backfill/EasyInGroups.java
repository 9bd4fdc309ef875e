package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.Objects;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * {@link Easy} in a pool with resource groups, each of which has nodes of its own choice.
 *
 * <p>Only the head of the pool's queue holds a reservation. Its shadow time is the earliest instant
 * (an estimated end, or a change in what its group may have) at which it would be placed among the
 * nodes that it is allowed then, those of jobs whose estimated end is no later being free; an
 * instant at which its group lets nobody start is none. Where the shape of the head decides, the
 * reservation is the set found then, and a job that outlasts the shadow time must be placed outside
 * it. Where it does not, nodes are counted within the head's own: what is left over then is what
 * jobs that outlast the shadow time may take of them. Such a job takes all it can get outside them
 * first, unless its own shape decides.
 *
 * <p>A job that is safe only for a time counts, for a head for which it is then ended, as if it
 * ended when it is no longer safe; for any other, as if it ran for its whole estimate ({@link
 * Places#lengthMillis}).
 *
 * <p>Known changes of capacity: jobs that would run into one do not start, and the shadow time is
 * one at which the head would not, by count. Which nodes leave and come back until then is foreseen
 * as if nobody else started. A job that outlasts the shadow time must leave enough nodes to the
 * head, by count, at each change before the head's estimated end.
 *
 * <p>A reservation stands until the head is another, something ends whose estimated end lay at the
 * shadow time or later, or capacity or a calendar changes; if what the head is allowed changes with
 * time, until anything ends. While it stands and no node has become free, only jobs that have come
 * since are tried.
 *
 * <p>Cost: O(running + changes before the shadow time) to find a reservation, with a placement for
 * each instant at which enough nodes are free in count where shape decides; one placement for each
 * job that fits by count.
 */
final class EasyInGroups {

    private static final long YEAR_MILLIS = 366L * 24 * 3_600_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Arrivals arrived;
    private final boolean alwaysBySet; // reserve a set of nodes, even where a number would do
    private final int candidates; // how many jobs behind the head are tried

    private int reservedFor = -1;
    private long shadowMillis;
    private boolean varies; // with time: what the head is allowed, or who is reckoned with
    private NodeSet allowed = NodeSet.EMPTY; // to the head, at the shadow time
    private NodeSet reserved = NodeSet.EMPTY; // where shape decides
    private boolean shapeDecides;
    private boolean hidesReserved; // what is free of it is supposed to be taken
    private int extra; // where it does not
    private int freeAfterPass;
    private long arrangement;

    // While a reservation is looked for: the running jobs as the head reckons with them.
    private int[] ending = new int[64];
    private long[] endMillis = new long[64]; // ascending
    private final IntArrayList later = new IntArrayList(); // of them, not when they are unsafe

    EasyInGroups(Arrivals arrived, int candidates, boolean alwaysBySet) {
        this.alwaysBySet = alwaysBySet;
        this.arrived = arrived;
        this.candidates = candidates;
    }

    void jobEnded(int job, Situation now) {
        Places places = now.places();
        if (reservedFor >= 0 && places != null) {
            long length = places.lengthMillis(job, reservedFor);
            if (varies || now.startMillis(job) + length >= shadowMillis) {
                reservedFor = -1;
            }
        }
    }

    void changed() {
        reservedFor = -1;
    }

    void fill(Situation now, Places places, Actions act) {
        while (!fillOnce(now, places, act)) { // a start has made the head ineligible
            reservedFor = -1;
        }
    }

    /** One go; false if the head is head no longer, so that it is to begin again. */
    private boolean fillOnce(Situation now, Places places, Actions act) {
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
            return true;
        }
        if (!stands || head != reservedFor) {
            find(head, now, places);
            onlyArrived = false;
        }
        boolean headStands =
                onlyArrived ? tryArrived(head, now, places, act) : tryAll(head, now, places, act);
        forgetReserved(places);
        freeAfterPass = now.cluster().freeNodes();
        arrangement = arrangedAtFirst;
        return headStands;
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
                        && places.lengthMillis(job, reservedFor) > shadowMillis - now.nowMillis();
        if (!outlasts) {
            forgetReserved(places);
            return act.tryStart(job).started();
        }
        if (!KnownSteps.sufficeForBoth(job, reservedFor, shadowMillis, now)) {
            return false;
        }
        NodeSet mine = places.allowed(job, now.nowMillis());
        NodeSet set =
                shapeDecides
                        ? besideReserved(job, mine, now, places)
                        : mostlyOutside(job, mine, now, places);
        if (set == null) {
            return false;
        }
        forgetReserved(places);
        if (!act.tryStart(job, set).started()) {
            return false;
        }
        if (!shapeDecides) {
            extra -= set.and(allowed).size();
        }
        return true;
    }

    /** Outside what is reserved, which stays out of sight until a job starts. */
    private @Nullable NodeSet besideReserved(int job, NodeSet mine, Situation now, Places places) {
        if (places.freeNodes(mine) < now.nodesNeeded(job)) {
            return null;
        }
        if (!hidesReserved) {
            places.suppose(places.freeNow(reserved), false);
            hidesReserved = true;
        }
        return places.place(job, mine);
    }

    private void forgetReserved(Places places) {
        if (hidesReserved) {
            places.forget();
            hidesReserved = false;
        }
    }

    private @Nullable NodeSet mostlyOutside(int job, NodeSet mine, Situation now, Places places) {
        NodeSet outside = mine.minus(allowed);
        int need = now.nodesNeeded(job);
        int freeOutside = outside.size() == 0 ? 0 : places.freeNodes(outside);
        if (places.shapeDecides(job)) {
            NodeSet set = freeOutside < need ? null : places.place(job, outside);
            set = set == null ? places.place(job, mine) : set;
            return set == null || set.and(allowed).size() > extra ? null : set;
        }
        int inside = Math.max(0, need - freeOutside);
        if (inside > extra || places.freeNodes(mine) < need) {
            return null;
        }
        if (inside == 0) {
            return places.place(job, outside);
        }
        if (freeOutside == 0) {
            return places.place(job, mine);
        }
        NodeSet rest = places.firstFree(mine.and(allowed), inside);
        return rest.or(places.firstFree(outside, freeOutside));
    }

    /** Finds the reservation of a job that does not fit now. */
    private void find(int head, Situation now, Places places) {
        reservedFor = head;
        shapeDecides = alwaysBySet || places.shapeDecides(head);
        reserved = NodeSet.EMPTY;
        shadowMillis = Long.MAX_VALUE;
        long at = now.nowMillis() - 1;
        int released = 0;
        int given = 0; // to the nodes foreseen
        int running = now.cluster().runningCount();
        putInOrder(head, now, places);
        varies = !later.isEmpty() || nextChange(head, now.nowMillis(), now, places) < NEVER;
        ForeseenNodes foreseen = null; // from the first change of capacity on
        while (shadowMillis == Long.MAX_VALUE) {
            long nextEnd = released < running ? endMillis[released] : NEVER;
            long next = Math.min(nextEnd, nextChange(head, at, now, places));
            if (next == NEVER || (released == running && next - now.nowMillis() > YEAR_MILLIS)) {
                break;
            }
            at = next;
            while (released < running && endMillis[released] <= at) {
                places.suppose(held(ending[released++], now), true);
            }
            if (KnownSteps.anyBefore(at + 1, now)) {
                foreseen = foreseen == null ? new ForeseenNodes(now) : foreseen;
                for (; given < released; given++) {
                    foreseen.give(held(ending[given], now));
                }
                NodeSet changed = foreseen.changeBy(at);
                places.suppose(changed, !foreseen.areLeaving());
            }
            allowed = places.allowed(head, at);
            tryAt(head, at, now, places);
        }
        places.forget();
    }

    private static NodeSet held(int job, Situation now) {
        return Objects.requireNonNull(now.nodeSet(job)); // there are places
    }

    /** The next instant at which the head may fit although nothing ends. */
    private static long nextChange(int head, long after, Situation now, Places places) {
        long next = places.nextChangeMillis(head, after);
        Capacity capacity = now.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            if (capacity.stepMillis(step) > after) {
                return Math.min(next, capacity.stepMillis(step));
            }
        }
        return next;
    }

    /** Puts the running jobs into the order in which the head thinks that they end. */
    private void putInOrder(int head, Situation now, Places places) {
        Cluster cluster = now.cluster();
        int running = cluster.runningCount();
        if (ending.length < running) {
            ending = new int[2 * running];
            endMillis = new long[2 * running];
        }
        later.clear();
        int count = 0;
        for (int place = 0; place < running; place++) {
            int job = cluster.running(place);
            if (places.lengthMillis(job, head) > now.estimateMillis(job)) {
                later.add(job);
            } else {
                ending[count] = job;
                endMillis[count++] = Math.max(now.nowMillis(), cluster.estimatedEndMillis(place));
            }
        }
        later.sortThis((one, other) -> Long.compare(end(one, head, now), end(other, head, now)));
        for (int i = later.size() - 1; i >= 0; i--) { // merged from behind
            long its = end(later.get(i), head, now);
            while (count > 0 && endMillis[count - 1] > its) {
                ending[count + i] = ending[count - 1];
                endMillis[count + i] = endMillis[--count];
            }
            ending[count + i] = later.get(i);
            endMillis[count + i] = its;
        }
    }

    private static long end(int job, int head, Situation now) {
        Places places = Objects.requireNonNull(now.places());
        return now.startMillis(job) + places.lengthMillis(job, head);
    }

    private void tryAt(int head, long at, Situation now, Places places) {
        int need = now.nodesNeeded(head);
        if (allowed.size() < need
                || places.freeNodes(allowed) < need
                || !now.fitsKnownCapacity(need, at, at + now.estimateMillis(head))) {
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
