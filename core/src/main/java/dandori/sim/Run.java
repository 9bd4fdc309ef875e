package dandori.sim;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.failure.Execution;
import dandori.failure.Failures;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Reservation;
import dandori.metric.EventBook;
import dandori.network.NetworkModel;
import dandori.policy.share.Accounts;
import dandori.wait.WaitReason;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loop: everything that happens at one instant is applied before anybody decides. Arrivals come
 * from the source's cursor and are never in the event queue.
 */
final class Run {

    final Jobs jobs;
    final JobSource source;
    final Ledger ledger;
    final Observers observers;
    final Progress progress = new Progress();
    final Standstill standstill = new Standstill(this);
    final boolean isChecking; // what O(1) can check
    final boolean extendsOverruns;
    private final List<PoolRun> pools = new ArrayList<>();
    private final List<PoolRun> poolsSeen = Collections.unmodifiableList(pools);
    private PoolRun[] poolAt = new PoolRun[0]; // the same, for the loop
    private final EventQueue events = new EventQueue();
    private final Grouping groups;
    private boolean hasGroups; // in any pool
    final ZonedDateTime origin;
    final Function<Machine, Accounts> accounts;
    final Conventions conventions;
    private final Routing routing;
    private final Transit transit = new Transit();
    private final long horizonMillis;
    final Function<Machine, @Nullable Tempo> tempo;
    private final List<Reservation> reservations;
    final @Nullable Pace pace; // null where every job runs at full speed
    private final @Nullable Execution execution; // null where run times do not depend on nodes
    private final @Nullable Breakdowns breakdowns; // null where nothing breaks
    final @Nullable EventBook eventBook; // null where events are not written down
    final @Nullable Departures departures; // null where each job has a row of its own

    long nowMillis = Long.MIN_VALUE;
    private long starts; // so far
    private int staleEnds; // pending events of ends that have moved
    private int pendingCorrections; // events, of jobs that may have ended before

    Run(Simulation simulation, JobSource source, Ledger ledger, Observers observers) {
        this.source = source;
        this.jobs = source.jobs();
        this.ledger = ledger;
        this.observers = observers;
        groups = new Grouping(pools, ledger, source);
        origin = simulation.origin();
        accounts = simulation::accounts;
        isChecking = simulation.checking() != Checking.OFF;
        extendsOverruns = simulation.overrun() == Overrun.EXTEND;
        conventions = simulation.conventions();
        routing = simulation.routing();
        horizonMillis = simulation.horizonMillis();
        tempo = simulation::tempo;
        reservations = simulation.reservations();
        NetworkModel network = simulation.network();
        pace = network == NetworkModel.NONE ? null : new Pace(this, network, simulation.overrun());
        eventBook = simulation.recordsEvents() ? new EventBook() : null;
        departures = source.recyclesRows() ? new Departures(source, ledger) : null;
        execution = source instanceof Execution some ? some : null;
        if (execution != null && simulation.slows()) {
            throw new IllegalStateException(
                    "Jobs whose run time depends on their nodes cannot run at a lower clock.\nMaybe leave .slowdown(…) out.");
        }
        Function<Machine, Failures> failures = simulation.failures();
        breakdowns =
                failures == null ? null : new Breakdowns(events, failures, simulation.onFailure());
    }

    /** Whether a job runs or has run longer than the rules were told. */
    boolean hasOutlived() {
        boolean isSlowed = extendsOverruns && pools.stream().anyMatch(p -> p.tempo != null);
        return isSlowed || pace != null && pace.hasOutlived();
    }

    /** The reservations of a pool, which sees jobs and their partitions in its own way. */
    Bookings bookings(PoolState pool) {
        return new Bookings(
                reservations, pool.machine, pool.pool, source, pool.jobs, pool.partitionNames);
    }

    List<PoolRun> pools() {
        return pools;
    }

    void add(PoolRun pool) {
        int index = pools.size();
        pools.add(pool);
        poolAt = pools.toArray(new PoolRun[0]);
        if (pace != null) {
            pace.add(pool.machine());
        }
        hasGroups |= pool.groups != null;
        if (breakdowns != null) {
            pool.mayBreak(breakdowns);
        }
        if (source.nextSubmitMillis() < Long.MAX_VALUE) {
            nowMillis = source.nextSubmitMillis() - 1;
            watchCalendar(pool);
            nowMillis = Long.MIN_VALUE;
        }
        for (long at : pool.capacity.instants()) {
            events.push(at, EventKind.CAPACITY_CHANGE, index, index);
        }
    }

    /** Runs until nothing is pending, or the horizon; returns the last instant. */
    long run() {
        while (beginInstant()) {
            passWhereTouched();
            endInstant();
        }
        return lastMillis();
    }

    /**
     * Applies all that happens at the next instant at which anything does, but lets nobody decide;
     * false if nothing is pending, or only behind the horizon.
     */
    boolean beginInstant() {
        if (isOver()) {
            return false;
        }
        long nextMillis = Math.min(events.nextAtMillis(), nextArrivalMillis());
        if (pace != null) {
            pace.passed(nextMillis);
        }
        nowMillis = nextMillis;
        if (conventions.freesAtEstimatedEnds()) {
            for (PoolRun pool : poolAt) {
                pool.freeAtEstimatedEnds();
            }
        }
        if (conventions.arrivalsFirst()) {
            submitAll();
            applyAll();
        } else {
            applyAll();
            submitAll();
        }
        return true;
    }

    /** Once all have decided. */
    void endInstant() {
        if (pace != null) {
            pace.update();
        }
    }

    /** Whether nothing more will happen, or only behind the horizon. */
    private boolean isOver() {
        if (staleEnds > 0 || pendingCorrections > 0) {
            dropStale();
        }
        long arrival = nextArrivalMillis();
        long at = Math.min(events.nextAtMillis(), arrival);
        return at == Long.MAX_VALUE
                || at > horizonMillis
                || arrival == Long.MAX_VALUE && standstill.isInVain(at, events);
    }

    /** Whether nothing at all is pending, so that somebody must start now, or nobody ever will. */
    boolean isStill() {
        if (staleEnds > 0 || pendingCorrections > 0) {
            dropStale();
        }
        return events.size() == 0 && nextArrivalMillis() == Long.MAX_VALUE;
    }

    /** The last instant of a run that is over. */
    long lastMillis() {
        long at = Math.min(events.nextAtMillis(), nextArrivalMillis());
        return at > horizonMillis && at < Long.MAX_VALUE ? horizonMillis : nowMillis;
    }

    private void applyAll() {
        while (events.nextAtMillis() == nowMillis) {
            apply();
            if (conventions.passesPerEvent()) {
                passWhereTouched();
            }
        }
    }

    private long nextArrivalMillis() {
        return Math.min(source.nextSubmitMillis(), transit.nextMillis());
    }

    /** Those who arrive from elsewhere come first: they were submitted before. */
    private void submitAll() {
        while (nextArrivalMillis() == nowMillis) {
            int job = transit.nextMillis() == nowMillis ? arrive(transit.next()) : submit();
            if (job < 0) {
                continue; // it is on its way
            }
            if (conventions.passesPerEvent()) {
                PoolRun pool = poolAt[ledger.pool(job)];
                pool.touched = false;
                pool.passAfterArrival(job, conventions.passesOnlyWithRoom());
            }
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
        long rank = events.nextRank();
        events.pop();
        switch (kind) {
            case JOB_END -> {
                if (staleEnds > 0 && isStale(subject, rank, nowMillis)) {
                    staleEnds--;
                    return;
                }
                poolAt[ledger.pool(subject)].end(subject);
                hasLeft(subject, poolAt[ledger.pool(subject)]);
            }
            case CAPACITY_CHANGE -> poolAt[subject].capacityChanges.apply();
            case CORRECTION -> {
                pendingCorrections--;
                if (jobs.sequence(subject) == rank) {
                    Objects.requireNonNull(corrections(subject)).correct(subject);
                }
            }
            case CALENDAR -> {
                poolAt[subject].calendarChanged();
                watchCalendar(poolAt[subject]);
            }
            case TIMER -> poolAt[subject].touched = true;
            case NODE_FAILURE -> Objects.requireNonNull(breakdowns).strike(subject);
            case NODE_REPAIR -> Objects.requireNonNull(breakdowns).repair(subject);
        }
    }

    /** Submits the next job; returns it, or -1 if it takes time to get to its machine. */
    private int submit() {
        int job = source.next();
        if (departures != null) {
            departures.came(job);
        }
        ledger.lastSubmitMillis = nowMillis;
        ledger.admit(job);
        progress.forget(job);
        standstill.ends();
        int pool = routing.pool(job, poolsSeen);
        if (hasGroups) {
            pool = groups.settle(job, pool);
        }
        ledger.pool(job, pool);
        long arrival = Math.max(nowMillis, routing.arrivalMillis(job, nowMillis));
        ledger.lateMillis(job, arrival - jobs.submitMillis(job));
        if (arrival > nowMillis) {
            ledger.state(job, JobState.WAITING);
            transit.add(job, arrival, jobs.sequence(job));
            WaitWatch waits = poolAt[pool].waits;
            if (waits != null) {
                waits.held(job, WaitReason.TRANSFER, "");
            }
            return -1;
        }
        poolAt[pool].submit(job);
        return job;
    }

    /** A job that was on its way is there. */
    private int arrive(int job) {
        PoolRun pool = poolAt[ledger.pool(job)];
        if (pool.waits != null) {
            pool.waits.released(job);
        }
        pool.submit(job);
        return job;
    }

    /** Whether a pool has a resource group for a job. */
    boolean findsGroup(int job, PoolState pool) {
        return groups.finds(job, pools.indexOf(pool));
    }

    /** Notes that a job starts now on some nodes and when it will end. */
    void begin(int job, NodeSet nodes, long endMillis) {
        ledger.startMillis[job] = nowMillis;
        ledger.endMillis[job] = endMillis;
        ledger.state(job, JobState.RUNNING);
        if (conventions.endsByStart()) {
            ledger.startRank(job, starts);
        }
        starts++;
        if (!ledger.hasRunBefore(job)) {
            standstill.ends();
        }
        events.push(endMillis, EventKind.JOB_END, endRank(job), job);
        if (pace != null) {
            pace.begin(job, nodes);
        }
        source.jobStarted(job, nowMillis);
        if (poolAt.length > 1) {
            wakeReleased(poolAt[ledger.pool(job)]);
        }
    }

    /** Tells the source that a job of a pool has left the system. */
    void hasLeft(int job, PoolRun pool) {
        source.jobLeft(job, ledger.state(job), nowMillis);
        if (departures != null) {
            departures.left(job, nowMillis);
        }
        if (poolAt.length > 1) {
            wakeReleased(pool);
        }
    }

    /** Has a pass made in this instant where jobs waited for one of another pool, and need not. */
    private void wakeReleased(PoolRun but) {
        for (int index = 0; index < poolAt.length; index++) {
            if (poolAt[index] != but && poolAt[index].eligibility.hasReleased()) {
                events.push(nowMillis, EventKind.TIMER, index, index);
            }
        }
    }

    /** Moves the end of a running job; the event of the old one will be found stale. */
    void moveEnd(int job, long endMillis) {
        staleEnds++;
        ledger.endMillis[job] = endMillis;
        events.push(endMillis, EventKind.JOB_END, endRank(job), job);
    }

    /** Its place among the ends of an instant. */
    private long endRank(int job) {
        return conventions.endsByStart() ? ledger.startRank(job) : jobs.sequence(job);
    }

    /**
     * Whether an end is none any more: it has moved, or is of another stay, or of an earlier job.
     */
    private boolean isStale(int job, long rank, long endMillis) {
        return endRank(job) != rank
                || ledger.endMillis[job] != endMillis
                || !ledger.is(job, JobState.RUNNING);
    }

    /** Drops pending events at whose instant nothing happens any more. */
    private void dropStale() {
        while (events.size() > 0) {
            int job = events.nextSubject();
            long at = events.nextAtMillis();
            if (events.nextKind() == EventKind.JOB_END && isStale(job, events.nextRank(), at)) {
                staleEnds--;
            } else if (events.nextKind() == EventKind.CORRECTION
                    && !isCorrectionDue(job, events.nextRank(), at)) {
                pendingCorrections--;
            } else {
                return;
            }
            events.pop();
        }
    }

    private @Nullable Corrections corrections(int job) {
        return poolAt[ledger.pool(job)].corrections;
    }

    private boolean isCorrectionDue(int job, long sequence, long millis) {
        boolean isItsRow = jobs.sequence(job) == sequence; // else it is another's by now
        return isItsRow && Objects.requireNonNull(corrections(job)).isDue(job, millis);
    }

    /** Has a running job looked at when it has run for as long as it was predicted to. */
    void correctAt(long atMillis, int job) {
        pendingCorrections++;
        events.push(atMillis, EventKind.CORRECTION, jobs.sequence(job), job);
    }

    /** Notes that a running job ends now and not when it was to. */
    void cutShort(int job) {
        staleEnds++;
        ledger.endMillis[job] = nowMillis;
    }

    /** Sees to it that the next change of a pool's calendars is not missed. */
    private void watchCalendar(PoolRun pool) {
        Groups its = pool.groups;
        long next = its == null ? Long.MAX_VALUE : its.nextTurnMillis(nowMillis);
        if (next < Long.MAX_VALUE && next != pool.nextCalendarMillis) {
            pool.nextCalendarMillis = next;
            calendarAt(next, pool);
        }
    }

    /** Has a pool look at its calendars, and at who is no longer safe, at an instant. */
    void calendarAt(long atMillis, PoolRun pool) {
        int index = pools.indexOf(pool);
        events.push(atMillis, EventKind.CALENDAR, index, index);
    }

    void wakeAt(long atMillis, PoolRun pool) {
        if (atMillis <= nowMillis) {
            throw new IllegalStateException(
                    "A wake-up must lie after now (%d), but is asked for %d."
                            .formatted(nowMillis, atMillis));
        }
        if (atMillis != pool.lastWakeMillis) {
            int index = pools.indexOf(pool);
            events.push(atMillis, EventKind.TIMER, index, index);
            pool.lastWakeMillis = atMillis;
        }
    }

    /** Whether a job's run time depends on its nodes, and it may outlive what breaks. */
    boolean executes(int job) {
        return execution != null && execution.executes(job);
    }

    Execution execution() {
        return Objects.requireNonNull(execution);
    }

    /** How long a job that starts now on some nodes runs if nothing breaks. */
    long lengthMillis(int job, NodeSet nodes) {
        return executes(job) ? execution().begin(job, nodes, nowMillis) : executedMillis(job);
    }

    /**
     * How much of the stay of a job that leaves its nodes now is lost: what it says itself, if its
     * run time depends on its nodes, else the time that it took to go on.
     */
    long lostAtEnd(int job) {
        if (executes(job)) {
            return execution().end(job, nowMillis);
        }
        return progress.keptMillis(job) == 0
                ? 0
                : Math.min(progress.restartMillis(job), nowMillis - ledger.startMillis[job]);
    }

    /** How long the job really runs: it is ended at its walltime. */
    long executedMillis(int job) {
        return Math.min(leftMillis(job), walltimeLeftMillis(job));
    }

    /**
     * How much of a job's walltime is left for its next stay on nodes, or was for its last. Where
     * overruns are extended, it is enough for what the job does once more, too.
     */
    long walltimeLeftMillis(int job) {
        long left = jobs.walltimeMillis(job) - progress.usedMillis(job);
        return extendsOverruns && progress.keptMillis(job) > 0
                ? Math.max(left, leftMillis(job))
                : left;
    }

    /** How long the next stay of a job on nodes, or its last, must be to end it. */
    long leftMillis(int job) {
        long behind = progress.keptMillis(job);
        return behind == 0
                ? source.runMillis(job)
                : source.runMillis(job) - behind + progress.restartMillis(job);
    }
}
