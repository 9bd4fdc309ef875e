package dandori.sim;

import dandori.job.JobState;
import dandori.machine.Calendar;
import dandori.metric.SentBack;
import dandori.policy.Scheduler;

/** Nodes of a pool that leave service as planned, or come back. */
final class CapacityChanges {

    private final PoolRun pool;
    private final Scheduler scheduler;

    CapacityChanges(PoolRun pool, Scheduler scheduler) {
        this.pool = pool;
        this.scheduler = scheduler;
    }

    /** Makes the change that is due. */
    void apply() {
        pool.touched = true;
        int change = pool.capacity.apply();
        Tenures tenures = pool.tenures;
        if (missing(change) > 0 && tenures != null) {
            tenures.makeWay(missing(change));
        }
        if (missing(change) > 0) {
            makeWay(change);
        }
        Damage damage = pool.damage;
        int really = damage == null ? change : damage.reallyChanged(change, pool.free);
        pool.changeService(really);
        pool.run.observers.capacityChanged(pool);
        if (really < change) { // who was to come back is down
            scheduler.nodesLost(pool);
            return;
        }
        scheduler.capacityChanged(pool);
        if (really > change) { // who was down will come back as planned
            scheduler.nodesBack(really - change, pool);
        }
    }

    /** How many nodes are to leave that are neither free nor gone already. */
    private int missing(int change) {
        return -change - pool.free - (pool.damage == null ? 0 : pool.damage.gone());
    }

    /**
     * Takes jobs off their nodes until none is missing for a planned change, those that started
     * last first: an outage has begun for which nobody has kept them.
     */
    private void makeWay(int change) {
        boolean kills = pool.capacity.onBegin(pool.run.nowMillis) == Calendar.OnBegin.KILL;
        for (int job : pool.latestFirst(one -> true)) {
            if (missing(change) <= 0) {
                return;
            }
            if (kills) {
                pool.endAtOnce(job, JobState.KILLED, SentBack.OUTAGE, false);
            } else {
                pool.requeue(job, SentBack.OUTAGE);
            }
        }
    }
}
