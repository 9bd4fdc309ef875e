package dandori.sim;

import dandori.policy.Admission;
import dandori.policy.Verdict;
import dandori.wait.WaitReason;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/** Asks a pool's admission who may be considered, and hides the others from the queue. */
final class Eligibility implements Admission.Recall {

    private static final int MANY = 8; // to mend a tree costs as much as this part of it, in turn

    private final Admission admission;
    private final PoolRun pool;
    private @Nullable Verdict[] reasons = new Verdict[64]; // by row: what was said last of its job
    private final IntArrayList named = new IntArrayList(); // jobs to ask about
    private boolean namesAll;
    private int[] waiting = new int[64];
    private final Set<Integer> dependent = new LinkedHashSet<>(); // held by the source of jobs
    private boolean isStale;
    private long wakesMillis = Long.MIN_VALUE; // the instant for which a pass has been asked last

    Eligibility(Admission admission, PoolRun pool) {
        this.admission = admission;
        this.pool = pool;
    }

    /** Says that a calendar has turned a leaf, so that everybody is to be asked about again. */
    void stale() {
        isStale = true;
    }

    /**
     * Has a pass made when the admission may answer otherwise, or the order change, if anybody
     * waits for that.
     */
    void wake() {
        long next = pool.queue.heldCount() == 0 ? Long.MAX_VALUE : admission.nextChangeMillis(pool);
        if (pool.queue.size() > 0) {
            next = Math.min(next, pool.order.nextChangeMillis(pool));
        }
        if (next < Long.MAX_VALUE && next != wakesMillis) {
            wakesMillis = next;
            pool.wakeAt(next);
        }
    }

    /** Asks about a job that has just come. */
    void submitted(int job) {
        if (job < reasons.length) {
            reasons[job] = null; // of another job that had the row
        }
        if (!pool.run.source.runsAlready(job) && pool.run.source.isHeld(job)) {
            dependent.add(job);
            settle(job, Verdict.DEPENDENCY);
            return;
        }
        come(job);
        if (admission == Admission.OPEN && pool.groups != null) {
            settle(job, ofGroup(job));
        }
    }

    /** A job waits that waits for no other. */
    private void come(int job) {
        if (admission != Admission.OPEN) {
            admission.jobQueued(job, pool);
            named.add(job);
        }
    }

    /** The policy rejects a waiting job. */
    void rejected(int job) {
        if (!dependent.remove(job)) {
            admission.jobWithdrawn(job, pool);
        }
    }

    /** Asks again about every job that may be told something else. */
    void refresh() {
        if (!dependent.isEmpty()) {
            askSource();
        }
        if (admission == Admission.OPEN && (pool.groups == null || !isStale)) {
            return;
        }
        boolean asksAll = isStale;
        isStale = false;
        admission.recall(this, pool);
        asksAll |= namesAll;
        namesAll = false;
        if (asksAll) {
            nameAll();
        }
        boolean areMany = MANY * named.size() > pool.queue.liveCount();
        for (int i = 0; i < named.size(); i++) {
            int job = named.get(i);
            if (pool.queue.contains(job) && (dependent.isEmpty() || !dependent.contains(job))) {
                if (areMany) {
                    pool.queue.loosen(job);
                }
                Verdict verdict = ofGroup(job);
                settle(job, verdict == Verdict.ELIGIBLE ? admission.admit(job, pool) : verdict);
            }
        }
        named.clear();
    }

    private void nameAll() {
        if (waiting.length < pool.queue.liveCount()) {
            waiting = new int[2 * pool.queue.liveCount()];
        }
        int count = pool.queue.copyTo(waiting);
        named.clear();
        for (int i = 0; i < count; i++) {
            named.add(waiting[i]);
        }
    }

    @Override
    public void everybody() {
        namesAll = true;
    }

    @Override
    public void job(int job) {
        named.add(job);
    }

    /** Whether the source no longer holds one that it held. */
    boolean hasReleased() {
        for (int job : dependent) {
            if (!pool.run.source.isHeld(job) || pool.run.source.isWithdrawn(job)) {
                return true;
            }
        }
        return false;
    }

    /** Asks the source about those that it held; whoever leaves may let others go, or leave. */
    private void askSource() {
        boolean haveAllSaid = false;
        while (!haveAllSaid) {
            haveAllSaid = !askSourceOnce();
        }
    }

    /** Whether some have left. */
    private boolean askSourceOnce() {
        boolean haveLeft = false;
        for (Iterator<Integer> each = dependent.iterator(); each.hasNext(); ) {
            int job = each.next();
            boolean isWithdrawn = pool.run.source.isWithdrawn(job);
            if (isWithdrawn || !pool.run.source.isHeld(job)) {
                each.remove();
                if (isWithdrawn) {
                    haveLeft = true;
                    pool.withdraw(job);
                } else {
                    come(job);
                    settle(job, ofGroup(job));
                }
            }
        }
        return haveLeft;
    }

    private Verdict ofGroup(int job) {
        return pool.groups == null ? Verdict.ELIGIBLE : pool.groups.admit(job);
    }

    private void settle(int job, Verdict verdict) {
        if (job >= reasons.length) {
            reasons = Arrays.copyOf(reasons, 2 * job);
        }
        Verdict before = reasons[job];
        reasons[job] = verdict;
        WaitWatch waits = pool.waits;
        if (verdict == Verdict.ELIGIBLE) {
            if (before != null && before != verdict && waits != null) {
                waits.released(job);
            }
            pool.queue.release(job, pool.nodesNeeded(job), pool.estimateMillis(job));
        } else {
            if (waits != null) {
                tell(waits, job, before, verdict);
            }
            pool.queue.hold(job);
        }
    }

    /** Who holds a job may change although the reason does not. */
    private void tell(WaitWatch waits, int job, @Nullable Verdict before, Verdict verdict) {
        if (verdict == Verdict.QUOTA || verdict == Verdict.SHARE) {
            waits.held(job, WaitReason.of(verdict), admission.heldBy(job, pool));
        } else if (before != verdict) {
            waits.held(job, WaitReason.of(verdict), "");
        }
    }

    /** Why a held job is held. */
    Verdict verdict(int job) {
        Verdict reason = reasons[job];
        return reason == null ? Verdict.HELD : reason;
    }
}
