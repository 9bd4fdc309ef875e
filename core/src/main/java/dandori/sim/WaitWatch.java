package dandori.sim;

import dandori.machine.NodeSet;
import dandori.metric.Observer;
import dandori.policy.Scheduler;
import dandori.policy.ShapedPlacement;
import dandori.state.Situation;
import dandori.wait.Timeline;
import dandori.wait.WaitBook;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees why the jobs of a pool wait, and writes it down: at the end of each pass, and when a job
 * enters the queue.
 *
 * <p>A pass does not look at every waiting job, and neither does this. Jobs of one need wait for
 * the same: {@link Need}. Where the count of free nodes decides, only needs between the count of
 * the last pass and that of this one can have another reason now; where shapes, resource groups or
 * planned outages decide, each need for which enough nodes are free is asked about.
 *
 * <p>Cost: O(1) a job and a pass, and O(1) for each need that is crossed; else O(needs) a pass and
 * what placement and plan cost for each.
 */
final class WaitWatch implements Observer {

    /** What jobs have in common that wait for the same; -1 or 0 where it does not matter. */
    private record Kind(int nodes, int group, int form, long estimateMillis) {}

    /** The jobs of one kind. */
    private static final class Need {

        final int nodes;
        final int example; // one of the jobs
        final int form;
        final Timeline reasons = new Timeline();
        int waiting; // how many jobs
        boolean isFresh; // somebody has come since the last pass

        Need(int nodes, int example, int form) {
            this.nodes = nodes;
            this.example = example;
            this.form = form;
        }
    }

    private final PoolRun pool;
    private final Scheduler scheduler;
    private final WaitBook book;
    private final Timeline first;
    private final WaitReason behindOthers;
    private final boolean byCount; // nothing else decides
    private final Map<Kind, Need> needs = new HashMap<>();
    private Need[] sorted = new Need[16]; // by nodes
    private int count;
    private int fitting; // how many of them ask for no more than was free at the last pass
    private Need[] needOf = new Need[64]; // by row
    private final List<Need> fresh = new ArrayList<>();

    WaitWatch(PoolRun pool, Scheduler scheduler, WaitBook book) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.book = book;
        first = book.newPool();
        behindOthers = scheduler.keepsNodes() ? WaitReason.RESERVED : WaitReason.ORDER;
        byCount =
                pool.groups == null
                        && pool.capacity.instants().length == 0
                        && !(pool.placement instanceof ShapedPlacement);
    }

    // Who waits.

    @Override
    public void jobSubmitted(int job, Situation now) {
        queued(job);
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        queued(job);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        needOf[job].waiting--;
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        needOf[job].waiting--;
    }

    private void queued(int job) {
        Need need = need(job);
        if (job >= needOf.length) {
            needOf = Arrays.copyOf(needOf, Math.max(job + 1, 2 * needOf.length));
        }
        needOf[job] = need;
        book.waitsLike(job, need.reasons);
        if (need.waiting++ == 0) {
            look(need);
            need.isFresh = true;
            fresh.add(need);
        }
    }

    private Need need(int job) {
        int nodes = pool.nodesNeeded(job);
        int form =
                pool.placement instanceof ShapedPlacement shaped ? shaped.form(job, pool.jobs) : -1;
        int group = pool.groups == null ? -1 : pool.run.ledger.group(job);
        Kind kind = new Kind(nodes, group, form, byCount ? 0 : pool.estimateMillis(job));
        Need known = needs.get(kind);
        if (known != null) {
            return known;
        }
        Need need = new Need(nodes, job, form);
        needs.put(kind, need);
        insert(need);
        return need;
    }

    private void insert(Need need) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        int at = count;
        while (at > 0 && sorted[at - 1].nodes > need.nodes) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = need;
        count++;
        if (at < fitting) {
            fitting++; // it is looked at anew at the end of the pass in any case
        }
    }

    // Why.

    @Override
    public void passEnded(Situation now) {
        first.set(pool.nowMillis(), scheduler.keepsFor(pool));
        if (byCount) {
            lookAtCrossed();
        } else {
            lookAtAll();
        }
        for (Need need : fresh) {
            look(need);
            need.isFresh = false;
        }
        fresh.clear();
    }

    private void lookAtCrossed() {
        while (fitting < count && sorted[fitting].nodes <= pool.free) {
            lookIfAsked(sorted[fitting++]);
        }
        while (fitting > 0 && sorted[fitting - 1].nodes > pool.free) {
            lookIfAsked(sorted[--fitting]);
        }
    }

    private void lookAtAll() {
        int before = fitting;
        fitting = 0;
        while (fitting < count && (sorted[fitting].nodes <= pool.free || fitting < before)) {
            lookIfAsked(sorted[fitting++]);
        }
        while (fitting > 0 && sorted[fitting - 1].nodes > pool.free) {
            fitting--;
        }
    }

    private void lookIfAsked(Need need) {
        if (need.waiting > 0 && !need.isFresh) {
            look(need);
        }
    }

    private void look(Need need) {
        need.reasons.set(pool.nowMillis(), reason(need).ordinal());
    }

    private WaitReason reason(Need need) {
        if (need.nodes > pool.free) {
            return WaitReason.NODES;
        }
        if (byCount) {
            return behindOthers;
        }
        Groups groups = pool.groups;
        if (groups != null) {
            NodeSet allowed = groups.allowed(need.example, pool.nowMillis());
            if (allowed.size() < need.nodes) {
                return WaitReason.WINDOW;
            }
            if (groups.freeNodes(allowed) < need.nodes) {
                return WaitReason.NODES;
            }
        }
        if (!fitsCapacity(need)) {
            return WaitReason.MAINTENANCE;
        }
        return hasRoom(need, groups) ? behindOthers : WaitReason.SHAPE;
    }

    private boolean hasRoom(Need need, @Nullable Groups groups) {
        if (!(pool.placement instanceof ShapedPlacement shaped)) {
            return true;
        }
        return groups == null
                ? shaped.fits(need.form)
                : groups.place(need.example, groups.allowed(need.example, pool.nowMillis())) != null;
    }

    private boolean fitsCapacity(Need need) {
        return pool.capacity.stepCount() == 0
                || pool.unlimited
                || pool.fitsKnownCapacity(need.example);
    }

    // Who is held.

    void held(int job, WaitReason reason) {
        book.held(job, reason, pool.nowMillis());
    }

    void released(int job) {
        book.released(job, pool.nowMillis());
    }
}
