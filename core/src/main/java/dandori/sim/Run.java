package dandori.sim;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.policy.Estimates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The loop: everything that happens at one instant is applied before anybody decides. Arrivals come
 * from the source's cursor and are never in the event queue.
 */
final class Run {

    final Jobs jobs;
    final JobSource source;
    final Ledger ledger;
    final Observers observers;
    final boolean isChecking; // what O(1) can check
    private final List<PoolRun> pools = new ArrayList<>();
    private final List<PoolRun> poolsSeen = Collections.unmodifiableList(pools);
    private PoolRun[] poolAt = new PoolRun[0]; // the same, for the loop
    private final EventQueue events = new EventQueue();
    private final Conventions conventions;
    private final Routing routing;
    private final long horizonMillis;

    long nowMillis = Long.MIN_VALUE;
    private long starts; // so far
    private long lastWakeMillis = Long.MIN_VALUE;

    Run(Simulation simulation, JobSource source, Ledger ledger, Observers observers) {
        this.source = source;
        this.jobs = source.jobs();
        this.ledger = ledger;
        this.observers = observers;
        isChecking = simulation.checking() != Checking.OFF;
        conventions = simulation.conventions();
        routing = simulation.routing();
        horizonMillis = simulation.horizonMillis();
    }

    List<PoolRun> pools() {
        return pools;
    }

    void add(PoolRun pool) {
        int index = pools.size();
        pools.add(pool);
        poolAt = pools.toArray(new PoolRun[0]);
        for (int step = 0; step < pool.capacity.stepCount(); step++) {
            events.push(pool.capacity.stepMillis(step), EventKind.CAPACITY_CHANGE, index, index);
        }
    }

    /** Runs until nothing is pending, or the horizon; returns the last instant. */
    long run() {
        while (true) {
            long at = Math.min(events.nextAtMillis(), source.nextSubmitMillis());
            if (at == Long.MAX_VALUE || at > horizonMillis) {
                return at == Long.MAX_VALUE ? nowMillis : horizonMillis;
            }
            nowMillis = at;
            if (conventions == Conventions.SC15) {
                passPerEvent();
            } else {
                passPerInstant();
            }
        }
    }

    private void passPerInstant() {
        while (events.nextAtMillis() == nowMillis) {
            apply();
        }
        while (source.nextSubmitMillis() == nowMillis) {
            submit();
        }
        passWhereTouched();
    }

    private void passPerEvent() {
        for (PoolRun pool : pools) {
            pool.freeAtEstimatedEnds();
        }
        while (source.nextSubmitMillis() == nowMillis) {
            int job = submit();
            PoolRun pool = poolAt[ledger.pool(job)];
            pool.touched = false;
            pool.passAfterArrival(job);
        }
        while (events.nextAtMillis() == nowMillis) {
            apply();
            passWhereTouched();
        }
    }

    private void passWhereTouched() {
        for (PoolRun pool : poolAt) {
            if (pool.touched) {
                pool.pass();
            }
        }
    }

    private void apply() {
        EventKind kind = events.nextKind();
        int subject = events.nextSubject();
        events.pop();
        switch (kind) {
            case JOB_END -> {
                source.jobEnded(subject, nowMillis);
                poolAt[ledger.pool(subject)].end(subject);
            }
            case CAPACITY_CHANGE -> poolAt[subject].changeCapacity();
            case TIMER -> poolAt[subject].touched = true;
            case NODE_FAILURE, NODE_REPAIR ->
                    throw new IllegalStateException(
                            "Nodes do not fail yet, but " + kind + " came.");
        }
    }

    private int submit() {
        int job = source.next();
        int pool = routing.pool(job, poolsSeen);
        ledger.pool(job, pool);
        poolAt[pool].submit(job);
        return job;
    }

    /** Notes that a job starts now and when it will end. */
    void begin(int job, long endMillis) {
        ledger.startMillis[job] = nowMillis;
        ledger.endMillis[job] = endMillis;
        ledger.state(job, JobState.RUNNING);
        long rank = conventions == Conventions.SC15 ? starts : jobs.sequence(job);
        starts++;
        events.push(endMillis, EventKind.JOB_END, rank, job);
    }

    void wakeAt(long atMillis, PoolRun pool) {
        if (atMillis <= nowMillis) {
            throw new IllegalStateException(
                    "A wake-up must lie after now (%d), but is asked for %d."
                            .formatted(nowMillis, atMillis));
        }
        if (atMillis != lastWakeMillis || pools.size() > 1) {
            int index = pools.indexOf(pool);
            events.push(atMillis, EventKind.TIMER, index, index);
            lastWakeMillis = atMillis;
        }
    }

    /** How long the job really runs: it is ended at its walltime. */
    long executedMillis(int job) {
        return Math.min(source.runMillis(job), jobs.walltimeMillis(job));
    }

    long estimateMillis(int job, Estimates told) {
        return told == Estimates.EXACT ? executedMillis(job) : jobs.walltimeMillis(job);
    }
}
