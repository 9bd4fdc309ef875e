package dandori.sim;

import dandori.job.JobState;
import dandori.metric.Observer;
import dandori.policy.ShapedPlacement;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Full checking of one pool: after each pass, the state again from scratch, and the head's first
 * shadow time, computed without the policy's own code. {@link GroupAudit} knows what resource
 * groups guarantee.
 */
final class Audit implements Observer {

    private final PoolRun pool;
    private final Ledger ledger;
    private final boolean protectsHead; // what the policy claims
    private final GroupAudit ofGroups;
    private final PlannedShadow planned;

    private int head = -1;
    private long firstShadowMillis = Long.MAX_VALUE;
    private long corrected; // predictions, when it was taken
    private int waiting; // by what observers are told

    Audit(PoolRun pool, Ledger ledger, boolean protectsHead) {
        this.pool = pool;
        this.ledger = ledger;
        this.protectsHead = protectsHead;
        ofGroups = new GroupAudit(pool);
        planned = new PlannedShadow(pool);
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        waiting++;
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        waiting--;
    }

    @Override
    public void jobStarted(int job, Situation now) {
        waiting--;
        boolean headStands =
                head >= 0 && now.queue().first() == head && !now.queue().isBefore(job, head);
        if (job != head && !headStands) {
            head = -1; // it was not the head of this pass: its first shadow time is to be taken
            // anew
        }
        boolean isHeld = !pool.run.hasOutlived() && corrected == corrected();
        if (job == head && now.nowMillis() > firstShadowMillis && isHeld) {
            fail(
                    "the head of the queue, job %d, starts at %d, after its first shadow time %d",
                    now.jobs().id(job), now.nowMillis(), firstShadowMillis);
        }
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        waiting++;
    }

    @Override
    public void capacityChanged(Situation now) {
        if (!now.capacity().wasForeseen() || pool.damage != null) {
            head = -1; // what was promised to it is void
        }
    }

    @Override
    public void passEnded(Situation now) {
        checkNodes(now);
        checkQueue(now);
        if (now.places() != null) {
            String fault = ofGroups.fault();
            expect(fault == null, "%s", fault);
        }
        if (protectsHead && now.places() == null) {
            watchHead(now);
        }
    }

    private void checkNodes(Situation now) {
        if (pool.policy.backfill().ignoresCapacity()) {
            return;
        }
        int busy = 0;
        for (int place = 0; place < pool.running.size(); place++) {
            int job = pool.running.job(place);
            busy += now.nodesNeeded(job);
            expect(ledger.is(job, JobState.RUNNING), "job row %d is among the running", job);
            expect(
                    place == 0
                            || pool.running.endMillis(place - 1) <= pool.running.endMillis(place),
                    "running jobs are out of order at place %d",
                    place);
        }
        int free = now.cluster().nodesInService() - busy;
        expect(free >= 0, "%d nodes more are busy than in service", -free);
        expect(
                free == now.cluster().freeNodes(),
                "%d nodes are said to be free, but %d are",
                now.cluster().freeNodes(),
                free);
        NodePool places = now.cluster().freePool();
        expect(
                places == null || places.freeCount() == free,
                "the pool of places and the count (%d) disagree",
                free);
    }

    private void checkQueue(Situation now) {
        int[] members = new int[pool.queue.liveCount()];
        int count = pool.queue.copyTo(members);
        expect(count == waiting, "%d jobs wait, but %d are in the queue", waiting, count);
        int next = now.queue().first();
        for (int i = 0; i < count; i++) {
            int job = members[i];
            expect(ledger.is(job, JobState.WAITING), "job row %d is in the queue", job);
            expect(
                    i == 0 || !isBefore(job, members[i - 1], now),
                    "the queue is out of order at job row %d",
                    job);
            if (!pool.queue.isHeld(job)) {
                expect(job == next, "job row %d should be next, but %d is", job, next);
                next = now.queue().next(job);
            }
        }
        expect(next == -1, "the queue goes on after its last member with job row %d", next);
    }

    private boolean isBefore(int job, int other, Situation now) {
        if (pool.tier(job) != pool.tier(other)) {
            return pool.tier(job) < pool.tier(other);
        }
        // of an order that remembers something, what it said at the beginning of the pass
        boolean isPure = pool.order == pool.policy.order();
        double score = isPure ? pool.order.score(job, now) : pool.queue.score(job);
        double otherScore = isPure ? pool.order.score(other, now) : pool.queue.score(other);
        return score < otherScore
                || (score == otherScore && now.jobs().sequence(job) < now.jobs().sequence(other));
    }

    private void watchHead(Situation now) {
        int first = now.queue().first();
        if (first != head || corrected != corrected()) { // what ends later was promised to it
            head = first;
            corrected = corrected();
            firstShadowMillis = first < 0 ? Long.MAX_VALUE : shadowMillis(first, now);
        }
    }

    private long corrected() {
        return pool.prediction == null ? 0 : pool.prediction.corrected();
    }

    /** The earliest estimated end at which the job fits, the obvious way. */
    private long shadowMillis(int job, Situation now) {
        if (now.capacity().stepCount() > 0) {
            boolean mayBeEnded = pool.tenures != null && pool.tenures.anyEver();
            return mayBeEnded ? Long.MAX_VALUE : planned.shadowMillis(job);
        }
        return pool.placement() instanceof ShapedPlacement shaped
                ? shadowByShape(job, shaped, now)
                : shadowByCount(job, now);
    }

    private long shadowByShape(int job, ShapedPlacement shaped, Situation now) {
        ShapedPlacement.Scratch scratch = shaped.scratch();
        int form = shaped.form(job, now.jobs());
        for (int place = 0; place < pool.running.size(); place++) {
            scratch.give(Objects.requireNonNull(now.nodeSet(pool.running.job(place))));
            long end = pool.running.endMillis(place);
            boolean isLast =
                    place + 1 == pool.running.size() || pool.running.endMillis(place + 1) > end;
            if (isLast && scratch.fits(form)) {
                return end;
            }
        }
        return Long.MAX_VALUE;
    }

    private long shadowByCount(int job, Situation now) {
        int running = pool.running.size();
        long[] ends = new long[running];
        for (int place = 0; place < running; place++) {
            ends[place] = now.startMillis(pool.running.job(place));
            ends[place] += now.estimateMillis(pool.running.job(place));
        }
        long[] sorted = ends.clone();
        Arrays.sort(sorted);
        for (long end : sorted) {
            int free = now.cluster().nodesInService();
            for (int place = 0; place < running; place++) {
                free -= ends[place] > end ? now.nodesNeeded(pool.running.job(place)) : 0;
            }
            if (free >= now.nodesNeeded(job)) {
                return end;
            }
        }
        return Long.MAX_VALUE;
    }

    /**
     * Holds a policy to its promises at the end of a run, where only counts decide, no nodes left
     * unforeseen, nobody ran longer than it was told or predicted and nobody had to make way.
     */
    static void promisesKept(PoolRun pool) {
        boolean isPredicted = pool.prediction != null && pool.prediction.corrected() > 0;
        boolean isHeld =
                pool.fitsByCount()
                        && !pool.capacity.hasSurprised()
                        && !pool.run.hasOutlived()
                        && !isPredicted;
        isHeld &= pool.claims == null || !pool.claims.anyEver();
        if (pool.brokenPromises() > 0 && isHeld) {
            throw new CheckFailedException(
                    "Check failed on %s/%s under policy '%s': %d jobs started later than they were promised."
                            .formatted(
                                    pool.machine().name(),
                                    pool.pool().name(),
                                    pool.policy.name(),
                                    pool.brokenPromises()));
        }
    }

    private void expect(boolean holds, String otherwise, @Nullable Object... values) {
        if (!holds) {
            fail(otherwise, values);
        }
    }

    private void fail(String what, @Nullable Object... values) {
        throw new CheckFailedException(
                "Check failed at %d ms on %s/%s under policy '%s': %s."
                        .formatted(
                                pool.nowMillis(),
                                pool.machine().name(),
                                pool.pool().name(),
                                pool.policy.name(),
                                what.formatted(values)));
    }
}
