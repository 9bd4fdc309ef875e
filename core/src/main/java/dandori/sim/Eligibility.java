package dandori.sim;

import dandori.policy.Admission;
import dandori.policy.Verdict;
import dandori.wait.WaitReason;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Asks a pool's admission who may be considered, and hides the others from the queue. */
final class Eligibility {

    private final Admission admission;
    private final PoolRun pool;
    private final Map<Integer, Verdict> reasons = new HashMap<>(); // of held jobs
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

    /** Has a pass made when the admission may answer otherwise, if anybody waits for that. */
    void wake() {
        long next = pool.queue.heldCount() == 0 ? Long.MAX_VALUE : admission.nextChangeMillis(pool);
        if (next < Long.MAX_VALUE && next != wakesMillis) {
            wakesMillis = next;
            pool.wakeAt(next);
        }
    }

    /** Asks about a job that has just come. */
    void submitted(int job) {
        if (pool.run.source.isHeld(job)) {
            dependent.add(job);
            settle(job, Verdict.DEPENDENCY);
            return;
        }
        if (admission == Admission.OPEN && pool.groups != null) {
            settle(job, ofGroup(job));
        }
    }

    /** Asks again about every waiting job. Costs nothing where everybody may. */
    void refresh() {
        if (!dependent.isEmpty()) {
            askSource();
        }
        if (admission == Admission.OPEN && (pool.groups == null || !isStale)) {
            return;
        }
        isStale = false;
        if (waiting.length < pool.queue.liveCount()) {
            waiting = new int[2 * pool.queue.liveCount()];
        }
        int count = pool.queue.copyTo(waiting);
        for (int i = 0; i < count; i++) {
            int job = waiting[i];
            if (reasons.get(job) == Verdict.DEPENDENCY && dependent.contains(job)) {
                continue;
            }
            Verdict verdict = ofGroup(job);
            settle(job, verdict == Verdict.ELIGIBLE ? admission.admit(job, pool) : verdict);
        }
    }

    /** Asks the source about those that it held; some may go, and some may leave. */
    private void askSource() {
        for (Iterator<Integer> each = dependent.iterator(); each.hasNext(); ) {
            int job = each.next();
            boolean isWithdrawn = pool.run.source.isWithdrawn(job);
            if (isWithdrawn || !pool.run.source.isHeld(job)) {
                each.remove();
                if (isWithdrawn) {
                    reasons.remove(job);
                    pool.withdraw(job);
                } else {
                    settle(job, ofGroup(job));
                }
            }
        }
    }

    private Verdict ofGroup(int job) {
        return pool.groups == null ? Verdict.ELIGIBLE : pool.groups.admit(job);
    }

    private void settle(int job, Verdict verdict) {
        WaitWatch waits = pool.waits;
        if (verdict == Verdict.ELIGIBLE) {
            if (reasons.remove(job) != null && waits != null) {
                waits.released(job);
            }
            pool.queue.release(job, pool.nodesNeeded(job), pool.estimateMillis(job));
        } else {
            if (reasons.put(job, verdict) != verdict && waits != null) {
                waits.held(job, WaitReason.of(verdict));
            }
            pool.queue.hold(job);
        }
    }

    /** Why a job is held. */
    Verdict verdict(int job) {
        Verdict reason = reasons.get(job);
        return reason == null ? Verdict.HELD : reason;
    }
}
