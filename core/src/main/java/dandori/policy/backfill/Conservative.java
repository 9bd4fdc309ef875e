package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Growth;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntLongHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Conservative backfilling: every job is promised a start when it comes, and a promise never moves
 * later.
 *
 * <p>Mu'alem and Feitelson, "Utilization, Predictability, Workloads, and User Runtime Estimates in
 * Scheduling the IBM SP2 with Backfilling", IEEE TPDS 12(6), 2001, section 2.2.
 *
 * <p>A job is promised the earliest hole in the profile of running jobs (until their estimated
 * ends) and promised ones. At every end, one by one, each waiting job whose promise lies ahead is,
 * in the order of the queue, taken out and put back at its earliest hole. Jobs that come at one
 * instant are promised in the order of the queue, or in that of their arrival where the order
 * drifts.
 *
 * <p>Cost: O(p) for an arrival, for a profile of p ≤ 2(queue + running) steps. A sweep need not
 * take anybody out: before its promise, a job's own slot is not in the way. It looks only where the
 * profile has {@link Growth grown} since the job was looked at last, and is skipped where nothing
 * grew; the schedule is that of the full sweep.
 *
 * <p>Limits: promises count nodes; what is known of capacity is in the profile. When nodes leave
 * that nobody knew of, all are promised anew, in the order of the queue, perhaps later; who then
 * starts later than it was promised before counts among {@link #brokenPromises}. Where the shape of
 * a job decides, or it belongs to a resource group, it may not fit when it is due; it then starts
 * when it does, and counts among {@link #brokenPromises}.
 */
public final class Conservative implements Backfill {

    private static final int NONE = -1;

    private final Profile profile = new Profile();
    private final Promises promises = new Promises();
    private final Growth growth = new Growth(); // in this sweep
    private final Growth moved = new Growth(); // by moves of the sweep before

    private final Arrivals arrived = new Arrivals();
    private long arrangement = NONE;
    private long nextDueMillis = Long.MAX_VALUE; // the earliest promise, or earlier
    private int inServiceBefore = Integer.MAX_VALUE; // nodes, until the last change
    private boolean profileStands;
    private boolean isStarting; // jobs that are due; ends wait until that is over
    private boolean hasGrown; // meanwhile: a start has ended another job
    private @Nullable IntLongHashMap firstMillis; // of those promised anew, and later: before
    private int brokenPromises;

    /** A new one, with nobody waiting. */
    public Conservative() {}

    @Override
    public Backfill forRun() {
        return new Conservative();
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public int brokenPromises() {
        return brokenPromises;
    }

    @Override
    public boolean readsOrderAtEnds() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        arrived.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        if (!profileStands) { // nodes have broken at this instant
            return;
        }
        long millis = now.nowMillis();
        long estimatedEnd = now.startMillis(job) + Depth.plannedMillis(job, now);
        if (isStarting) { // the profile begins now already
            profile.raise(millis, estimatedEnd, now.nodesNeeded(job), moved);
            hasGrown = true;
            return;
        }
        beginGrowth(millis);
        profile.raise(millis, estimatedEnd, now.nodesNeeded(job), growth);
        sweep(now);
    }

    /** Before anybody is looked at: what has passed is of no use, what was moved last may be. */
    private void beginGrowth(long nowMillis) {
        profile.dropBefore(nowMillis);
        growth.set(moved);
        growth.dropBefore(nowMillis);
    }

    @Override
    public void capacityChanged(Situation now) {
        int inService = now.cluster().nodesInService();
        boolean risen = inService > inServiceBefore;
        inServiceBefore = inService;
        if (!now.capacity().wasForeseen()) {
            profileStands = false;
        }
        if (profileStands && risen) { // what was known is in the profile already
            beginGrowth(now.nowMillis());
            sweep(now);
        }
    }

    @Override
    public void nodesBack(int nodes, Situation now) {
        inServiceBefore = now.cluster().nodesInService();
        if (profileStands) {
            beginGrowth(now.nowMillis());
            profile.raise(now.nowMillis(), Long.MAX_VALUE, nodes, growth);
            sweep(now);
        }
    }

    /** All is promised anew at the next pass. */
    @Override
    public void nodesLost(Situation now) {
        profileStands = false;
    }

    /** Draws the profile; those who have a promise get a new one, which may be later. */
    private void setUp(Situation now) {
        Depth.build(profile, now);
        inServiceBefore = now.cluster().nodesInService();
        profileStands = true;
        if (promises.count > 0) {
            promiseAnew(now);
        } else if (arrangement == NONE) {
            arrangement = now.queue().arrangement();
        }
    }

    @Override
    public void fill(Situation now, Actions act) {
        while (!fillOnce(now, act)) {} // a start has made others (in)eligible, or ended one
        long wakeMillis = nextDueMillis;
        if (wakeMillis <= now.nowMillis()) { // somebody is late; others must not be for that
            wakeMillis = nextAheadMillis(now.nowMillis());
        }
        if (wakeMillis < Long.MAX_VALUE) {
            act.wakeAt(wakeMillis);
        }
    }

    /** One go; false if it is to begin again. */
    private boolean fillOnce(Situation now, Actions act) {
        if (profileStands) {
            profile.dropBefore(now.nowMillis());
        } else {
            setUp(now);
        }
        if (now.queue().arrangement() == arrangement) {
            promiseArrived(now);
        } else {
            arrange(now);
        }
        arrived.clear();
        isStarting = true;
        hasGrown = false;
        startDue(now, act);
        isStarting = false;
        if (hasGrown && profileStands) { // one sweep for all that were ended for those who started
            beginGrowth(now.nowMillis());
            sweep(now);
        }
        return now.queue().arrangement() == arrangement && !hasGrown && profileStands;
    }

    /** The earliest promise after an instant, {@link Long#MAX_VALUE} if there is none. */
    private long nextAheadMillis(long millis) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < promises.count; i++) {
            next = promises.atMillis[i] > millis ? Math.min(next, promises.atMillis[i]) : next;
        }
        return next;
    }

    /**
     * Takes each job whose promise lies ahead out of the profile, in order, and puts it back at its
     * earliest hole.
     */
    private void sweep(Situation now) {
        if (growth.isEmpty()) {
            moved.clear();
            return;
        }
        if (now.queue().arrangement() != arrangement) {
            arrange(now);
        }
        moved.clear();
        long millis = now.nowMillis();
        Promises held = promises;
        for (int i = 0; i < held.count; i++) {
            long promised = held.atMillis[i];
            int nodes = held.nodes[i];
            if (promised > millis && growth.mayHelp(nodes, promised)) {
                long span = held.estimateMillis[i];
                long start = profile.earlierStart(growth, promised, span, nodes);
                if (start < promised) {
                    move(i, start);
                }
            }
        }
    }

    private void move(int place, long start) {
        long promised = promises.atMillis[place];
        long span = promises.estimateMillis[place];
        int nodes = promises.nodes[place];
        profile.add(start, Math.min(start + span, promised), -nodes);
        long freedFrom = Math.max(promised, start + span);
        profile.raise(freedFrom, promised + span, nodes, moved);
        growth.add(moved);
        promises.atMillis[place] = start;
        nextDueMillis = Math.min(nextDueMillis, start);
    }

    /**
     * Promises the jobs that have come since the last pass, in the order of the queue, or of
     * arrival if that drifts.
     */
    private void promiseArrived(Situation now) {
        WaitQueue queue = now.queue();
        if (!queue.drifts()) {
            arrived.sort(queue);
        }
        for (int i = 0; i < arrived.count(); i++) {
            if (queue.mayStart(arrived.job(i))) {
                promise(arrived.job(i), now);
            }
        }
    }

    /** Promises all who wait, after what was promised before has lost its ground. */
    private void promiseAnew(Situation now) {
        IntLongHashMap first = firstMillis == null ? new IntLongHashMap() : firstMillis;
        for (int i = 0; i < promises.count; i++) {
            long promised = promises.atMillis[i];
            int job = promises.job[i];
            first.put(job, Math.min(promised, first.getIfAbsent(job, promised)));
        }
        promises.count = 0;
        growth.clear();
        moved.clear();
        nextDueMillis = Long.MAX_VALUE;
        arrange(now);
        firstMillis = new IntLongHashMap();
        for (int i = 0; i < promises.count; i++) {
            int job = promises.job[i];
            if (promises.atMillis[i] > first.getIfAbsent(job, Long.MAX_VALUE)) {
                firstMillis.put(job, first.get(job));
            }
        }
    }

    /** Forgets what a job was promised before, and says it; the end of time if nothing. */
    private long forgetFirst(int job) {
        if (firstMillis == null) {
            return Long.MAX_VALUE;
        }
        long promised = firstMillis.getIfAbsent(job, Long.MAX_VALUE);
        firstMillis.remove(job);
        return promised;
    }

    private void promise(int job, Situation now) {
        int nodes = now.nodesNeeded(job);
        long span = Depth.plannedMillis(job, now);
        long start = profile.earliest(now.nowMillis(), span, nodes);
        if (start < Long.MAX_VALUE) {
            profile.add(start, start + span, -nodes);
            nextDueMillis = Math.min(nextDueMillis, start);
        }
        promises.add(job, nodes, span, start, now.queue());
    }

    /**
     * Starts the jobs whose promised time has come; one whose nodes come back in another round of
     * this instant stays.
     */
    private void startDue(Situation now, Actions act) {
        if (nextDueMillis > now.nowMillis()) {
            return;
        }
        Promises held = promises;
        int kept = 0;
        long next = Long.MAX_VALUE;
        for (int i = 0; i < held.count; i++) {
            boolean isDue = held.atMillis[i] <= now.nowMillis();
            if (!isDue || !act.tryStart(held.job[i]).started()) {
                next = Math.min(next, held.atMillis[i]);
                held.move(i, kept++);
                continue;
            }
            boolean isLate = held.atMillis[i] < now.nowMillis();
            if (isLate) {
                long end = held.atMillis[i] + held.estimateMillis[i]; // of the slot that it had
                long until = now.nowMillis() + held.estimateMillis[i];
                profile.add(Math.max(end, now.nowMillis()), until, -held.nodes[i]);
            }
            long promised = Math.min(forgetFirst(held.job[i]), held.atMillis[i]);
            if (promised < now.nowMillis()) {
                brokenPromises++;
                act.promiseBroken(held.job[i], promised);
            }
        }
        held.count = kept;
        nextDueMillis = next;
    }

    /** Follows the queue after jobs have changed places, or are held or no longer held. */
    private void arrange(Situation now) {
        WaitQueue queue = now.queue();
        IntLongHashMap kept = new IntLongHashMap();
        for (int i = 0; i < promises.count; i++) {
            if (queue.mayStart(promises.job[i])) {
                kept.put(promises.job[i], promises.atMillis[i]);
                continue;
            }
            forgetFirst(promises.job[i]); // no promise, none broken
            if (promises.atMillis[i] < Long.MAX_VALUE) {
                long from = Math.max(promises.atMillis[i], now.nowMillis());
                long end = promises.atMillis[i] + promises.estimateMillis[i];
                profile.raise(from, end, promises.nodes[i], moved);
            }
        }
        promises.count = 0;
        IntArrayList others = new IntArrayList();
        for (int job = queue.first(); job >= 0; job = queue.next(job)) {
            if (kept.containsKey(job)) {
                promises.add(
                        job,
                        now.nodesNeeded(job),
                        Depth.plannedMillis(job, now),
                        kept.get(job),
                        queue);
            } else {
                others.add(job);
            }
        }
        arrangement = queue.arrangement();
        if (queue.drifts()) {
            others.sortThis((one, other) ->
                    Long.compare(now.jobs().sequence(one), now.jobs().sequence(other)));
        }
        others.forEach(job -> promise(job, now));
        arrived.clear(); // those among them that wait have been promised
    }

    /** Makes it known as {@code conservative}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "conservative",
                    "Every job is promised a start when it comes; no promise moves later.",
                    "Mu'alem and Feitelson, IEEE TPDS 12(6), 2001");
        }

        @Override
        public Backfill create(Options options) {
            return new Conservative();
        }
    }
}
