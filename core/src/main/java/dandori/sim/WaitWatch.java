package dandori.sim;

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

/**
 * Sees why the jobs of a pool wait, and writes it down: at the end of each pass, and when a job
 * enters the queue.
 *
 * <p>A pass does not look at every waiting job, and neither does this. Jobs that need the same wait
 * for the same. Where the count of free nodes decides, only needs between the count after the last
 * pass and that after this one can have another reason now; where shapes, resource groups or
 * planned outages decide, all needs that fit by count are asked about.
 *
 * <p>Cost: O(1) a job and a pass, and O(1) for each need that is crossed; else O(needs of waiting
 * jobs) a pass, and for each that fits by count what placement and plan cost.
 */
final class WaitWatch implements Observer {

    private final PoolRun pool;
    private final Scheduler scheduler;
    private final WaitBook book;
    private final Timeline first;
    private final WaitJudge judge;
    private final Map<WaitNeed.Kind, WaitNeed> needs = new HashMap<>();
    private WaitNeed[] needOf = new WaitNeed[64]; // by row
    private final List<WaitNeed> fresh = new ArrayList<>();

    private WaitNeed[] sorted = new WaitNeed[16]; // all, by nodes; where the count decides
    private int count;
    private int fitting; // how many of them ask for no more than was free after the last pass

    private final List<WaitNeed> asked = new ArrayList<>(); // of waiting jobs; where more decides

    WaitWatch(PoolRun pool, Scheduler scheduler, WaitBook book) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.book = book;
        first = book.newPool();
        judge =
                new WaitJudge(
                        pool, scheduler.keepsNodes() ? WaitReason.RESERVED : WaitReason.ORDER);
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
        left(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        left(job);
    }

    private void queued(int job) {
        WaitNeed need = need(job);
        if (job >= needOf.length) {
            needOf = Arrays.copyOf(needOf, Math.max(job + 1, 2 * needOf.length));
        }
        needOf[job] = need;
        book.waitsLike(job, need.reasons);
        if (need.waiting++ > 0) {
            return;
        }
        look(need);
        if (!need.isFresh) {
            need.isFresh = true;
            fresh.add(need);
        }
        if (!judge.isByCount()) {
            need.place = asked.size();
            asked.add(need);
        }
    }

    private void left(int job) {
        WaitNeed need = needOf[job];
        if (--need.waiting == 0 && need.place >= 0) {
            WaitNeed last = asked.remove(asked.size() - 1);
            if (last != need) {
                asked.set(need.place, last);
                last.place = need.place;
            }
            need.place = -1;
        }
    }

    private WaitNeed need(int job) {
        int form =
                pool.placement instanceof ShapedPlacement shaped ? shaped.form(job, pool.jobs) : -1;
        int group = pool.groups == null ? -1 : pool.run.ledger.group(job);
        long estimate = judge.looksAhead() ? pool.estimateMillis(job) : 0;
        WaitNeed.Kind kind = new WaitNeed.Kind(pool.nodesNeeded(job), group, form, estimate);
        WaitNeed known = needs.get(kind);
        if (known != null) {
            return known;
        }
        WaitNeed need = new WaitNeed(kind, job);
        needs.put(kind, need);
        if (judge.isByCount()) {
            insert(need);
        }
        return need;
    }

    private void insert(WaitNeed need) {
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
            fitting++;
        }
    }

    // Why.

    @Override
    public void passEnded(Situation now) {
        first.set(pool.nowMillis(), scheduler.keepsFor(pool));
        if (judge.isByCount()) {
            lookAtCrossed();
        } else {
            asked.forEach(this::look);
        }
        for (WaitNeed need : fresh) {
            look(need);
            need.isFresh = false;
        }
        fresh.clear();
    }

    private void lookAtCrossed() {
        while (fitting < count && sorted[fitting].nodes <= pool.free) {
            lookIfWaiting(sorted[fitting++]);
        }
        while (fitting > 0 && sorted[fitting - 1].nodes > pool.free) {
            lookIfWaiting(sorted[--fitting]);
        }
    }

    private void lookIfWaiting(WaitNeed need) {
        if (need.waiting > 0) {
            look(need);
        }
    }

    private void look(WaitNeed need) {
        need.reasons.set(pool.nowMillis(), judge.reason(need).ordinal());
    }

    // Who is held.

    void held(int job, WaitReason reason) {
        book.held(job, reason, pool.nowMillis());
    }

    void released(int job) {
        book.released(job, pool.nowMillis());
    }
}
