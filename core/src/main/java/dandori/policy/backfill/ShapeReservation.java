package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.ShapedPlacement;
import dandori.policy.ShapedPlacement.Scratch;
import dandori.state.Cluster;
import dandori.state.Situation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reservation of the head of the queue where shape decides: from when on, and which nodes.
 *
 * <p>The shadow time is the earliest estimated end at which the placement finds a set for the head,
 * if all jobs whose estimated end is no later have given their nodes back; that set is reserved.
 * More free nodes never hurt, so the estimated ends are searched by halves, on a scratch view to
 * which jobs are given back and from which they are taken again. Cost: some two moves for each
 * running job, and log(running) looks for the shape; but where the same head's shadow time is known
 * and stands, which is most often, what {@link BeforeShadow} says.
 *
 * <p>Where a known change of capacity lies before the end of the slot found so, the instants at
 * which anybody ends or capacity changes are gone through one by one instead: nodes leave and come
 * back as {@link ForeseenNodes} says, and the job must keep enough of them, by count, until it
 * ends. Cost: a look for the shape for each instant.
 */
final class ShapeReservation {

    private final BeforeShadow before;
    private int holder = -1;
    private long shadowMillis = Long.MAX_VALUE; // Long.MAX_VALUE where the head never fits
    private boolean isStale = true;
    private boolean mindsSteps; // of capacity: one lies before the end of its slot

    ShapeReservation(ShapedPlacement shaped) {
        before = new BeforeShadow(shaped);
    }

    /** Whether it still stands for that job. */
    boolean standsFor(int head) {
        return head == holder && !isStale;
    }

    /** Nobody holds one any longer. */
    void drop(ShapedPlacement shaped) {
        holder = -1;
        shadowMillis = Long.MAX_VALUE;
        shaped.reserve(NodeSet.EMPTY);
        before.drop();
    }

    /** Told of the estimated end of a job that has ended. */
    void ended(long estimatedEndMillis) {
        isStale |= mindsSteps || estimatedEndMillis >= shadowMillis;
    }

    /** Told that the nodes in service have changed, or that a job has started as the head. */
    void forget() {
        isStale = true;
        holder = -1; // what is known of earlier ends no longer holds
    }

    /** How long a job may be estimated to run from now on, if it is to be placed anywhere. */
    long windowMillis(Situation now) {
        return shadowMillis == Long.MAX_VALUE ? shadowMillis : shadowMillis - now.nowMillis();
    }

    /** Finds the reservation of a job that cannot start now, and reserves it. */
    void find(int head, ShapedPlacement shaped, Situation now) {
        int form = shaped.form(head, now.jobs());
        long soonestMillis = now.cluster().shadowMillis(shaped.nodesOfForm(form));
        long known = head == holder && !mindsSteps ? shadowMillis : Long.MAX_VALUE;
        holder = head;
        isStale = false;
        NodeSet set = null;
        if (known < Long.MAX_VALUE) {
            set = before.place(form, known, soonestMillis, now);
            shadowMillis = set == null ? known : before.foundMillis();
        }
        if (set == null) {
            Search search = new Search(shaped, form, soonestMillis, now);
            int group = search.first(known);
            shadowMillis = group < 0 ? Long.MAX_VALUE : search.endMillis(group);
            set = group < 0 ? null : search.place(group);
        }
        long length = Depth.plannedMillis(head, now);
        mindsSteps =
                KnownSteps.anyBefore(
                        shadowMillis == Long.MAX_VALUE ? shadowMillis : shadowMillis + length, now);
        if (mindsSteps) {
            set = findAmidSteps(head, length, shaped, now);
        }
        shaped.reserve(set == null ? NodeSet.EMPTY : set);
    }

    /** Whether a job that outlasts the shadow time leaves enough nodes to the head, by count. */
    boolean leavesEnough(int job, Situation now) {
        return KnownSteps.sufficeForBoth(job, holder, shadowMillis, now);
    }

    private @Nullable NodeSet findAmidSteps(
            int head, long length, ShapedPlacement shaped, Situation now) {
        Scratch scratch = shaped.scratch();
        ForeseenNodes foreseen = new ForeseenNodes(now);
        Cluster cluster = now.cluster();
        int form = shaped.form(head, now.jobs());
        int nodes = now.nodesNeeded(head);
        int place = 0;
        shadowMillis = Long.MAX_VALUE;
        while (true) {
            long nextEnd =
                    place < cluster.runningCount()
                            ? Math.max(now.nowMillis(), cluster.estimatedEndMillis(place))
                            : Long.MAX_VALUE;
            long at = Math.min(nextEnd, foreseen.nextMillis());
            if (at == Long.MAX_VALUE) {
                return null;
            }
            for (; place < cluster.runningCount(); place++) {
                if (cluster.estimatedEndMillis(place) > at) {
                    break;
                }
                NodeSet held = nodesOf(place, now);
                foreseen.give(held);
                scratch.give(held);
            }
            change(scratch, foreseen, at);
            if (foreseen.freeCount() >= nodes
                    && now.fitsKnownCapacity(nodes, at, at + length)
                    && scratch.fits(form)) {
                shadowMillis = at;
                return scratch.place(form);
            }
        }
    }

    /** The nodes of the running job at a place; where shape decides, each has some. */
    static NodeSet nodesOf(int place, Situation now) {
        return Objects.requireNonNull(now.nodeSet(now.cluster().running(place)));
    }

    private static void change(Scratch scratch, ForeseenNodes foreseen, long atMillis) {
        NodeSet changed = foreseen.changeBy(atMillis);
        if (foreseen.areLeaving()) {
            scratch.take(changed);
        } else {
            scratch.give(changed);
        }
    }

    /**
     * A scratch view to which the running jobs that end first have been given back, in groups that
     * end at one instant.
     */
    private static final class Search {

        private final Scratch scratch;
        private final int form;
        private final Situation now;
        private final Cluster cluster;
        private final int[] jobsBy; // by group: how many jobs have ended with it
        private final long soonestMillis; // by count
        private int groups;
        private int given; // jobs

        Search(ShapedPlacement shaped, int form, long soonestMillis, Situation now) {
            scratch = shaped.scratch();
            this.form = form;
            this.now = now;
            cluster = now.cluster();
            this.soonestMillis = soonestMillis;
            int running = cluster.runningCount();
            jobsBy = new int[running];
            for (int place = 0; place < running; place++) {
                boolean isNew = place == 0 || endMillis(groups - 1) < at(place);
                groups += isNew ? 1 : 0;
                jobsBy[groups - 1] = place + 1;
            }
        }

        private long at(int place) {
            return cluster.estimatedEndMillis(place);
        }

        /** When the jobs of a group are estimated to end. */
        long endMillis(int group) {
            return at(jobsBy[group] - 1);
        }

        /**
         * The first group with whose end the job fits, or -1 if it never does.
         *
         * @param known an estimated end at which it is known to fit, {@link Long#MAX_VALUE} if none
         */
        int first(long known) {
            int low = firstFrom(soonestMillis); // it does not fit before
            int high = groups - 1;
            if (known < Long.MAX_VALUE) {
                int found = firstFrom(known);
                if (found <= low || !fits(found - 1)) {
                    return found < groups ? found : -1;
                }
                high = found - 1;
            } else if (low >= groups || !fits(high)) {
                return -1;
            }
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (fits(middle)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return high;
        }

        /** What the job would be given. */
        @Nullable NodeSet place(int group) {
            give(jobsBy[group]);
            return scratch.place(form);
        }

        private boolean fits(int group) {
            give(jobsBy[group]);
            return scratch.fits(form);
        }

        private void give(int jobs) {
            while (given < jobs) {
                scratch.give(nodesOf(given++, now));
            }
            while (given > jobs) {
                scratch.take(nodesOf(--given, now));
            }
        }

        /** The first group that ends at an instant or later; the number of groups if none does. */
        private int firstFrom(long millis) {
            int low = 0;
            int high = groups;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (endMillis(middle) < millis) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
