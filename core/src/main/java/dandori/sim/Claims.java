package dandori.sim;

import dandori.machine.NodeSet;
import dandori.policy.Preemption;
import dandori.policy.Scheduler;
import dandori.policy.ShapedPlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the first of the queue takes from running jobs, where the policy lets it.
 *
 * <p>At the beginning of a pass, and again at its end: while the first of the queue does not fit,
 * but would in the place of running jobs that have to make way for it, these do and it starts.
 * Those who make way come in the order of their tiers, last first, and within a tier those that
 * started last first; none of an earlier tier does, as that of its resource group may be. See
 * {@link Victims} for who is spared. Nobody makes way at the instant at which it has started, or
 * ends. If anybody would make way but for its time, another pass is made when the first of these
 * has had it.
 *
 * <p>Whatever was planned or promised for those who wait is void then, as if nodes had broken: the
 * scheduler is told so, and goes again.
 *
 * <p>Cost: O(1) a pass while the first of the queue fits, or may take nothing; else O(running), and
 * O(running · log running) where there is somebody to make way.
 */
final class Claims {

    private final PoolRun pool;
    private final Run run;
    private final Preemption preemption;
    private final Victims victims;
    private boolean anyEver;

    Claims(PoolRun pool) {
        this.pool = pool;
        run = pool.run;
        preemption = pool.preemption;
        victims = new Victims(pool);
    }

    /** Whether anybody has had to make way so far. */
    boolean anyEver() {
        return anyEver;
    }

    /** Lets those start who can in the place of others; whether any has. */
    boolean settle(Scheduler scheduler) {
        boolean any = false;
        int first = pool.queue.first();
        while (first >= 0 && !fits(first) && starts(first, scheduler)) {
            any = true;
            first = pool.queue.first();
        }
        if (any) {
            pool.queue.rearranged();
        }
        return any;
    }

    private boolean fits(int job) {
        if (pool.nodesNeeded(job) > pool.freeNodes() || !pool.fitsKnownCapacity(job)) {
            return false;
        }
        Groups groups = pool.groups;
        if (groups != null) {
            return groups.fits(job, groups.allowed(job, run.nowMillis));
        }
        return pool.placement instanceof ShapedPlacement shaped
                ? shaped.fits(shaped.form(job, run.jobs))
                : !pool.placement.shapeDecides(job, run.jobs) || pool.place(job) != null;
    }

    /** Starts a job in the place of others, if it may take their nodes and that is of use. */
    private boolean starts(int job, Scheduler scheduler) {
        if (!preemption.mayTakeAny(job, pool)) {
            return false;
        }
        List<Integer> candidates = candidates(job);
        Victims.Room room = candidates.isEmpty() ? null : victims.find(job, candidates, true);
        if (room == null) {
            return false;
        }
        anyEver = true;
        scheduler.nodesLost(pool); // no plan holds
        room.victims().forEach(pool::preempt);
        NodeSet set = room.set();
        NodeSet placed = set.size() > 0 || pool.freePool == null ? set : pool.place(job);
        if (placed == null) {
            throw new IllegalStateException(
                    "Others have made way for job %d, but it does not fit."
                            .formatted(run.jobs.id(job)));
        }
        pool.begin(job, placed);
        return true;
    }

    /** Who has to make way for a job now, in their order; asks for a pass for the others. */
    private List<Integer> candidates(int job) {
        List<Integer> ready = new ArrayList<>();
        long nextMillis = Long.MAX_VALUE;
        for (int one :
                pool.latestFirst(one ->
                        pool.tier(one) >= pool.tier(job) && preemption.mayTake(job, one, pool))) {
            long exempt = Math.max(1, preemption.exemptMillis(one));
            long sinceMillis = run.ledger.startMillis[one] + exempt;
            if (sinceMillis < exempt || sinceMillis > run.nowMillis) { // it may be for ever
                nextMillis = sinceMillis < exempt ? nextMillis : Math.min(nextMillis, sinceMillis);
            } else if (run.ledger.endMillis[one] > run.nowMillis) {
                ready.add(one);
            }
        }
        if (nextMillis < Long.MAX_VALUE) {
            pool.wakeAt(nextMillis);
        }
        ready.sort(Comparator.comparingInt(one -> -pool.tier(one)));
        return ready;
    }
}
