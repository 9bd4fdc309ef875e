package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.machine.Calendar;
import dandori.machine.Outage;
import dandori.policy.Estimates;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules as they are written, instant by instant. Nothing is remembered that can be counted
 * again; nothing is skipped because it cannot matter.
 */
public final class ReferenceSimulator {

    final World world;
    final Setting setting;
    final List<ReferenceJob> jobs = new ArrayList<>(); // in order of submission
    final List<ReferenceJob> waiting = new ArrayList<>(); // in order of arrival
    final List<ReferenceJob> running = new ArrayList<>(); // in order of start
    private final List<ReferenceJob> ended = new ArrayList<>(); // by themselves, in that order
    long now;
    private long seen = Long.MIN_VALUE; // until when nodes have left and come back
    final ReferenceBackfill backfill;
    private final ReferenceClaims claims = new ReferenceClaims(this);
    private int arrived;
    private int startCount;
    private List<ReferenceJob> turns = List.of(); // the queue, in the order of the last dealing

    private ReferenceSimulator(World world, Setting setting) {
        this.world = world;
        this.setting = setting;
        List<Job> sorted = new ArrayList<>(world.jobs());
        sorted.sort(Comparator.comparingLong(Job::submitMillis));
        for (Job job : sorted) {
            jobs.add(new ReferenceJob(job, jobs.size(), setting));
        }
        backfill =
                switch (setting.idea()) {
                    case "conservative" -> new ReferenceConservative(this);
                    case "slack" -> new ReferenceSlack(this);
                    case "slurm" -> new ReferenceSlurm(this);
                    case "tcs" -> new ReferenceTcs(this);
                    default -> new ReferenceReservations(this);
                };
    }

    /** What becomes of the jobs, in order of submission. */
    static List<ReferenceJob> play(World world, Setting setting) {
        ReferenceSimulator simulator = new ReferenceSimulator(world, setting);
        simulator.run();
        return simulator.jobs;
    }

    /** A pass begins: turns are dealt for all of it. */
    private void pass() {
        deal();
        claims.settle();
        backfill.pass();
        while (claims.settle()) {
            backfill.pass();
        }
    }

    /** Deals turns anew, where the order has any. */
    void deal() {
        turns = ReferenceTurns.at(this);
    }

    /** Who comes first now. */
    Comparator<ReferenceJob> order() {
        Comparator<ReferenceJob> inTier = orderInTier();
        return setting.qos().isEmpty()
                ? inTier
                : Comparator.<ReferenceJob>comparingInt(job -> -claims.qos(job).priority())
                        .thenComparing(inTier);
    }

    private Comparator<ReferenceJob> orderInTier() {
        return switch (ReferenceShares.idea(setting.order())) {
            case "drf", "hdrf" -> Comparator.comparingInt(turns::indexOf);
            case "fair-tree", "fair-share", "multifactor" -> ReferenceShares.at(this);
            default -> ReferenceOrders.at(setting.order(), now);
        };
    }

    private void run() {
        long before = Long.MIN_VALUE;
        for (long at = nextInstant(before); at < ReferenceJob.NEVER; at = nextInstant(before)) {
            now = at;
            before = at;
            if (setting.conventions().arrivalsFirst()) {
                arriveAll();
                endAll();
                changeCapacity();
            } else {
                endAll();
                changeCapacity();
                correctAll();
                arriveAll();
            }
            if (!setting.conventions().passesPerEvent()) {
                pass();
            }
            while (endAll()) { // jobs of no length make further rounds
                if (!setting.conventions().passesPerEvent()) {
                    pass();
                }
            }
            if (setting.conventions().passesPerEvent()) {
                backfill.promisesDue();
                if (claims.asksForNow()) {
                    pass();
                }
            }
        }
        if (!waiting.isEmpty() || !running.isEmpty()) {
            throw new IllegalStateException("Left over: " + waiting + running);
        }
    }

    private long nextInstant(long after) {
        long next = Math.min(backfill.wakesAfter(after), claims.wakesAfter(after));
        for (ReferenceJob job : running) {
            next = Math.min(next, job.end);
            next = job.estimate < job.limit ? Math.min(next, job.estimatedEnd()) : next;
        }
        for (ReferenceJob job : jobs) {
            if (job.state == JobState.UNBORN) {
                next = Math.min(next, job.submit());
            }
        }
        for (ReferenceJob job : waiting) {
            if (job.promise > after) {
                next = Math.min(next, job.promise);
            }
        }
        if (!waiting.isEmpty() || !running.isEmpty()) {
            for (Outage outage : world.outages()) {
                for (long at : new long[] {outage.fromMillis(), outage.toMillis()}) {
                    boolean changes =
                            ReferencePlan.inService(world, at)
                                    != ReferencePlan.inService(world, at - 1);
                    boolean isNew =
                            outage.onBegin() != Calendar.OnBegin.DRAIN && at == outage.fromMillis();
                    next = at > after && (changes || isNew) ? Math.min(next, at) : next;
                }
            }
        }
        return next;
    }

    /** Ends, each with its pass where there is one an event. */
    private boolean endAll() {
        boolean any = false;
        for (ReferenceJob job = nextEnding(); job != null; job = nextEnding()) {
            end(job);
            any = true;
            if (setting.conventions().passesPerEvent()) {
                pass();
            }
        }
        return any;
    }

    private void changeCapacity() {
        seen = now;
        boolean surprises =
                world.outages().stream()
                        .anyMatch(one ->
                                one.fromMillis() == now && one.onBegin() != Calendar.OnBegin.DRAIN);
        if (surprises) {
            backfill.surprised();
        }
        List<ReferenceJob> latest = new ArrayList<>(running);
        latest.sort(
                Comparator.<ReferenceJob>comparingLong(job -> -job.start)
                        .thenComparingInt(job -> -job.index));
        for (ReferenceJob job : latest) {
            if (free() < 0) {
                cut(job);
            }
        }
        int change = ReferencePlan.inService(world, now) - ReferencePlan.inService(world, now - 1);
        if (change > 0) {
            backfill.grown();
        }
        if (change != 0 || surprises) {
            backfill.capacityChanged();
        }
    }

    /** Takes a job off its nodes, for an outage that begins. */
    private void cut(ReferenceJob job) {
        boolean kills =
                world.outages().stream()
                        .anyMatch(one -> one.isOn(now) && one.onBegin() == Calendar.OnBegin.KILL);
        running.remove(job);
        job.segments.add(new long[] {job.start, now, kills ? lostToGoOn(job) : now - job.start});
        job.promise = ReferenceJob.NEVER;
        job.state = kills ? JobState.KILLED : JobState.WAITING;
        job.end = now;
        backfill.ended(job);
        if (!kills) {
            waiting.add(job);
            predict(job);
        }
    }

    private static final int[] MORE_MINUTES = {1, 5, 15, 30, 60, 120, 300, 600};

    /** Those who were predicted to end by now, and go on, are predicted anew. */
    private void correctAll() {
        for (ReferenceJob job : running) {
            if (job.estimatedEnd() == now && job.estimate < job.limit) {
                long more = MORE_MINUTES[job.corrections++] * 60_000L;
                job.estimate = Math.min(job.limit, job.estimate + more);
                backfill.surprised();
                backfill.capacityChanged();
            }
        }
    }

    private void predict(ReferenceJob job) {
        List<ReferenceJob> same = new ArrayList<>(ended);
        same.removeIf(other -> !other.asked.user().equals(job.asked.user()));
        if (setting.estimates() == Estimates.PREDICTED) {
            int count = same.size();
            long last = count < 2 ? 0 : same.get(count - 1).executed;
            long mean = count < 2 ? job.limit : (last + same.get(count - 2).executed) / 2;
            job.estimate = Math.min(job.limit, Math.max(1_000, mean));
            job.corrections = 0;
        }
    }

    private void arriveAll() {
        while (arrived < jobs.size() && jobs.get(arrived).submit() == now) {
            ReferenceJob job = jobs.get(arrived++);
            arrive(job);
            boolean isWorthIt =
                    !setting.conventions().passesOnlyWithRoom()
                            || backfill.passesWithoutRoom()
                            || !setting.qos().isEmpty()
                            || job.nodes() <= free();
            if (setting.conventions().passesPerEvent()
                    && job.state == JobState.WAITING
                    && isWorthIt) {
                pass();
            }
        }
    }

    private @org.jspecify.annotations.Nullable ReferenceJob nextEnding() {
        ReferenceJob next = null;
        for (ReferenceJob job : running) { // in order of start
            boolean isEarlier =
                    next == null || !setting.conventions().endsByStart() && job.index < next.index;
            next = job.end == now && isEarlier ? job : next;
        }
        return next;
    }

    private void arrive(ReferenceJob job) {
        if (job.nodes() > world.nodes()) {
            job.state = JobState.REJECTED;
            return;
        }
        job.state = JobState.WAITING;
        waiting.add(job);
        predict(job);
    }

    private void end(ReferenceJob job) {
        running.remove(job);
        ended.add(job);
        job.segments.add(new long[] {job.start, now, lostToGoOn(job)});
        boolean isCut =
                world.slowdowns().isEmpty()
                        ? job.needed > job.executed
                        : stay(job, Long.MAX_VALUE) > now - job.start;
        job.state = isCut ? JobState.KILLED : JobState.COMPLETED;
        backfill.ended(job);
    }

    private long lostToGoOn(ReferenceJob job) {
        return job.kept == 0 ? 0 : Math.min(job.restart, now - job.start);
    }

    void start(ReferenceJob job) {
        if (job.nodes() > free() || !waiting.remove(job)) {
            throw new IllegalStateException("Cannot start " + job + " at " + now);
        }
        job.state = JobState.RUNNING;
        job.start = now;
        job.end = now + (world.slowdowns().isEmpty() ? job.executed : stay(job));
        job.startPlace = startCount++;
        running.add(job);
    }

    private long stay(ReferenceJob job) {
        boolean isExtended = setting.overrun() == Overrun.EXTEND;
        return stay(job, isExtended ? Long.MAX_VALUE : job.asked.walltimeMillis());
    }

    private long stay(ReferenceJob job, long limit) {
        return world.stayMillis(job.asked, job.start, limit);
    }

    /** Nodes that no job has now. */
    int free() {
        int free = ReferencePlan.inService(world, now);
        for (ReferenceJob job : running) {
            boolean asGoodAsGone =
                    setting.conventions().freesAtEstimatedEnds() && job.estimatedEnd() <= now;
            if (!asGoodAsGone) {
                free -= job.nodes();
            }
        }
        return free;
    }

    /** Whether the job's user may have one more. */
    boolean eligible(ReferenceJob job) {
        int same = 0;
        for (ReferenceJob other : running) {
            if (other.asked.user().equals(job.asked.user())) {
                same++;
            }
        }
        return setting.userLimit() == 0 || same < setting.userLimit();
    }

    /** Who waits and may start, in order. */
    List<ReferenceJob> queue() {
        List<ReferenceJob> queue = new ArrayList<>();
        for (ReferenceJob job : waiting) {
            if (eligible(job)) {
                queue.add(job);
            }
        }
        queue.sort(order());
        return queue;
    }

    /** Running jobs only. */
    ReferencePlan plan() {
        return new ReferencePlan(world, now, seen, running);
    }

    /** The same with some of them. */
    ReferencePlan planOf(List<ReferenceJob> some) {
        return new ReferencePlan(world, now, seen, some);
    }

    /** The nodes in service as far as they are foreseen, without anybody on them. */
    ReferencePlan emptyPlan() {
        return new ReferencePlan(world, now, seen, List.of());
    }

    /** Whether the job may start now beside what runs and what is held. */
    boolean fitsNow(ReferenceJob job, ReferencePlan plan) {
        return job.nodes() <= free() && plan.fits(job, now);
    }
}
