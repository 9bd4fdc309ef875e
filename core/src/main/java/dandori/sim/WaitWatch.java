package dandori.sim;

import dandori.metric.Observer;
import dandori.policy.Scheduler;
import dandori.state.Situation;
import dandori.wait.Timeline;
import dandori.wait.WaitBook;
import dandori.wait.WaitReason;
import java.util.Arrays;

/**
 * Sees why the jobs of a pool wait, and writes it down after each pass.
 *
 * <p>A pass does not look at every waiting job, and neither does this: jobs that need the same wait
 * for the same. Where the count of free nodes decides, only needs between the count after the last
 * pass and that after this one can have another reason now; where shapes, resource groups or
 * planned outages decide, all needs of waiting jobs are looked at.
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
    private final WaitNeeds needs;
    private WaitNeed[] ofNumber = new WaitNeed[64]; // in the book
    private int[] place = new int[64]; // by row: of a waiting job among those of its need
    private final boolean looksAtOnce; // not every arrival has a pass
    private WaitNeed[] fresh = new WaitNeed[16]; // somebody has come since the last pass
    private int freshCount;
    private boolean hasChanged; // nodes have been taken, or given back, since the last pass

    WaitWatch(PoolRun pool, Scheduler scheduler, WaitBook book) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.book = book;
        first = book.newPool();
        looksAtOnce = pool.run.conventions.passesPerEvent();
        judge =
                new WaitJudge(
                        pool, scheduler.keepsNodes() ? WaitReason.RESERVED : WaitReason.ORDER);
        needs =
                judge.isByCount()
                        ? new WaitNeedsByCount(pool, book)
                        : new WaitNeedsByKind(pool, book, judge.looksAhead());
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        queued(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        hasChanged = true;
    }

    @Override
    public void capacityChanged(Situation now) {
        hasChanged = true;
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        hasChanged = true;
        queued(job);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        hasChanged = true;
        left(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        left(job);
    }

    @Override
    public void jobResizing(int job, Situation now) {
        left(job);
    }

    @Override
    public void jobResized(int job, Situation now) {
        queued(job);
    }

    private void queued(int job) {
        WaitNeed need = needs.entering(job);
        book.needs(job, need.number, pool.nowMillis());
        if (need.number >= ofNumber.length) {
            ofNumber = Arrays.copyOf(ofNumber, Math.max(need.number + 1, 2 * ofNumber.length));
        }
        ofNumber[need.number] = need;
        if (job >= place.length) {
            place = Arrays.copyOf(place, Math.max(job + 1, 2 * place.length));
        }
        place[job] = need.add(job);
        if (need.waiting() > 1) {
            return;
        }
        needs.began(need);
        if (looksAtOnce) {
            look(need);
        }
        if (!need.isFresh) {
            need.isFresh = true;
            if (freshCount == fresh.length) {
                fresh = Arrays.copyOf(fresh, 2 * freshCount);
            }
            fresh[freshCount++] = need;
        }
    }

    private void left(int job) {
        WaitNeed need = ofNumber[book.needOf(job)];
        place[need.remove(place[job])] = place[job];
        if (need.waiting() == 0) {
            needs.ended(need);
        }
    }

    @Override
    public void passEnded(Situation now) {
        if (pool.queue.liveCount() > 0) {
            first.set(pool.nowMillis(), scheduler.keepsFor(pool));
            if (hasChanged || judge.isByCount() || judge.goesByTime()) {
                needs.lookAgain(this);
                hasChanged = false;
            }
        }
        for (int i = 0; i < freshCount; i++) {
            fresh[i].isFresh = false;
            if (fresh[i].waiting() > 0) {
                look(fresh[i]);
            }
        }
        freshCount = 0;
    }

    /** Notes what the jobs of a need wait for now. */
    void look(WaitNeed need) {
        WaitReason reason = judge.reason(need);
        need.reasons.set(pool.nowMillis(), book.coded(reason, judge.name()));
    }

    // Who is held.

    /** Notes why a job is held, and whose limit it is that holds it; empty if nobody's. */
    void held(int job, WaitReason reason, String name) {
        book.held(job, book.coded(reason, name), pool.nowMillis());
    }

    void released(int job) {
        book.released(job, pool.nowMillis());
    }
}
