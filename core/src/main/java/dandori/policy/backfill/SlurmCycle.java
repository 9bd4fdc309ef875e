package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/**
 * A cycle of Slurm's backfill: a plan from now on for a window, on which each of the first jobs of
 * the queue is tested.
 *
 * <p>The window ends at a multiple of the resolution. The plan begins with the free nodes; running
 * jobs give theirs back at their estimated ends, rounded up to the resolution, and known changes of
 * capacity are in it as they are. In the order of the queue, a job that fits now until its
 * estimated end starts; another that has waited long enough holds a slot at its earliest hole, if
 * that begins within the window: from there, to its end rounded up to the resolution, or to the end
 * of the window. A user or partition with its fill of tests in this cycle is passed over. Slots of
 * jobs that may no longer start stay until the end of the cycle.
 *
 * <p>Cost: O(running) to begin, O(p) a job, for a plan of p steps: at most window / resolution and
 * what is beyond. It stops when nobody is left who fits now.
 */
final class SlurmCycle {

    private final SlurmParameters bounds;
    private final Profile profile = new Profile();
    private final IntIntHashMap testsOfUser = new IntIntHashMap();
    private final IntIntHashMap testsOfPartition = new IntIntHashMap();
    private final long[] hopelessMillis = new long[32]; // by binary digits of the nodes
    private final boolean areBounded; // the tests of a user or a partition
    private boolean hasChanged; // the plan, since somebody who may start was looked for
    private int counted; // a job, not before the one that is tested
    private int testsOfCounted; // how many are tested before it
    private long windowEndMillis;
    private long firstHeldMillis; // the beginning of the first slot ahead; MAX_VALUE for none

    SlurmCycle(SlurmParameters bounds) {
        this.bounds = bounds;
        areBounded = Math.min(bounds.maxJobUser(), bounds.maxJobPart()) < Integer.MAX_VALUE;
    }

    /** Starts those who can; whether anybody has started. */
    boolean run(Situation now, Actions act) {
        Depth.build(profile, now, this::roundedUp);
        windowEndMillis = roundedDown(now.nowMillis() + bounds.windowMillis());
        firstHeldMillis = Long.MAX_VALUE;
        Arrays.fill(hopelessMillis, Long.MAX_VALUE);
        testsOfUser.clear();
        testsOfPartition.clear();
        WaitQueue queue = now.queue();
        int tests = 0;
        int starts = 0;
        int mayStart = -1; // the first that still might, here or behind
        long arrangement = queue.arrangement();
        int job = queue.first();
        while (job >= 0 && tests < bounds.maxJobTest() && starts < bounds.maxJobStart()) {
            boolean isNew = queue.arrangement() != arrangement || mayStart < 0;
            if (isNew || hasChanged) {
                mayStart = firstThatFits(isNew ? job : mayStart, now);
                arrangement = queue.arrangement();
                hasChanged = false;
                counted = isNew ? job : counted;
                testsOfCounted = isNew ? tests : testsOfCounted;
                if (mayStart < 0 || !isTested(mayStart, queue)) {
                    break; // who is left can but hold slots
                }
            }
            if (takesTest(job, now)) {
                tests++;
                starts += test(job, now, act) ? 1 : 0;
            }
            mayStart = mayStart == job ? -1 : mayStart;
            job = queue.next(job);
        }
        return starts > 0;
    }

    /** Whether a job, not before the one counted last, is among those that this cycle tests. */
    private boolean isTested(int job, WaitQueue queue) {
        if (areBounded) {
            return true; // who is passed over, only the tests before will show
        }
        while (counted != job && testsOfCounted < bounds.maxJobTest()) {
            counted = queue.next(counted);
            testsOfCounted++;
        }
        return testsOfCounted < bounds.maxJobTest();
    }

    /** Whether the job fits now; if not, nor does it later in this cycle. */
    private boolean fits(int job, Situation now) {
        long span = Depth.plannedMillis(job, now);
        return profile.fits(now.nowMillis(), span, now.nodesNeeded(job));
    }

    /** The first job, from a place in the queue on, that fits now; -1 if none does. */
    private int firstThatFits(int job, Situation now) {
        if (fits(job, now)) {
            return job;
        }
        int free = now.cluster().freeNodes();
        boolean isHeld = firstHeldMillis < Long.MAX_VALUE;
        long window = isHeld ? firstHeldMillis - now.nowMillis() : Long.MAX_VALUE;
        int spare = isHeld ? profile.free(profile.stepAt(firstHeldMillis)) : free;
        int found = job;
        do {
            found = now.queue().nextFitting(found, free, window, spare);
        } while (found >= 0 && !fits(found, now));
        return found;
    }

    /** Whether the job may be tested; counts it with its user and partition. */
    private boolean takesTest(int job, Situation now) {
        if (!areBounded) {
            return true;
        }
        int user = now.jobs().user(job);
        int partition = now.jobs().partition(job);
        if (testsOfPartition.get(partition) >= bounds.maxJobPart()
                || testsOfUser.get(user) >= bounds.maxJobUser()) {
            return false;
        }
        testsOfUser.addToValue(user, 1);
        testsOfPartition.addToValue(partition, 1);
        return true;
    }

    /** Whether the job has started. */
    private boolean test(int job, Situation now, Actions act) {
        long millis = now.nowMillis();
        long span = Depth.plannedMillis(job, now);
        int nodes = now.nodesNeeded(job);
        if (isHopeless(nodes, span)) {
            return false;
        }
        boolean fits = profile.fits(millis, span, nodes);
        if (fits && act.tryStart(job).started()) {
            take(millis, roundedUp(millis + span), nodes);
            return true;
        }
        if (millis - now.jobs().submitMillis(job) >= bounds.minAgeReserveMillis()) {
            long at = fits ? millis : earliest(nodes, span, millis);
            if (at < windowEndMillis) {
                take(at, Math.min(windowEndMillis, roundedUp(at + span)), nodes);
                firstHeldMillis = at > millis ? Math.min(firstHeldMillis, at) : firstHeldMillis;
            }
        }
        return false;
    }

    private void take(long from, long to, int nodes) {
        profile.add(from, to, -nodes);
        hasChanged = true;
    }

    /**
     * Whether no hole can lie within the window: none does for who asks for no fewer nodes, for no
     * less time, than one before who found none. So nor does the job fit now.
     */
    private boolean isHopeless(int nodes, long span) {
        return span >= hopelessMillis[31 - Integer.numberOfLeadingZeros(nodes)];
    }

    /** The earliest hole, if it lies within the window. */
    private long earliest(int nodes, long span, long millis) {
        long at = profile.earliest(millis, span, nodes);
        if (at >= windowEndMillis) {
            for (int i = 32 - Integer.numberOfLeadingZeros(nodes - 1); i < 32; i++) {
                hopelessMillis[i] = Math.min(hopelessMillis[i], span);
            }
        }
        return at;
    }

    private long roundedUp(long millis) {
        return millis + Math.floorMod(-millis, bounds.resolutionMillis());
    }

    private long roundedDown(long millis) {
        return millis - Math.floorMod(millis, bounds.resolutionMillis());
    }
}
