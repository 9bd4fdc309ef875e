package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
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
 * what is beyond. It stops when nobody is left who could start beside the first slot held.
 */
final class SlurmCycle {

    private final SlurmParameters bounds;
    private final Profile profile = new Profile();
    private final IntIntHashMap testsOfUser = new IntIntHashMap();
    private final IntIntHashMap testsOfPartition = new IntIntHashMap();
    private long windowEndMillis;
    private long firstHeldMillis; // the beginning of the first slot ahead; MAX_VALUE for none

    SlurmCycle(SlurmParameters bounds) {
        this.bounds = bounds;
    }

    /** Starts those who can. */
    void run(Situation now, Actions act) {
        Depth.build(profile, now, this::roundedUp);
        windowEndMillis = roundedDown(now.nowMillis() + bounds.windowMillis());
        firstHeldMillis = Long.MAX_VALUE;
        testsOfUser.clear();
        testsOfPartition.clear();
        WaitQueue queue = now.queue();
        int tests = 0;
        int starts = 0;
        int mayStart = -1; // the first that might, at this place in the queue or behind
        int job = queue.first();
        while (job >= 0 && tests < bounds.maxJobTest() && starts < bounds.maxJobStart()) {
            if (mayStart < 0 || mayStart == job || !queue.mayStart(mayStart)) {
                mayStart = firstThatMight(job, now);
                if (mayStart < 0) {
                    return; // who is left can but hold slots
                }
            }
            if (takesTest(job, now)) {
                tests++;
                starts += test(job, now, act) ? 1 : 0;
                mayStart = mayStart == job ? -1 : mayStart;
            }
            job = queue.next(job);
        }
    }

    /**
     * The first job from a place on that asks for few enough nodes, now and when the first slot
     * begins.
     */
    private int firstThatMight(int job, Situation now) {
        int free = now.cluster().freeNodes();
        boolean isHeld = firstHeldMillis < Long.MAX_VALUE;
        long window = isHeld ? firstHeldMillis - now.nowMillis() : Long.MAX_VALUE;
        int spare = isHeld ? profile.free(profile.stepAt(firstHeldMillis)) : free;
        int nodes = now.nodesNeeded(job);
        boolean fits = nodes <= free && (nodes <= spare || now.estimateMillis(job) <= window);
        return fits ? job : now.queue().nextFitting(job, free, window, spare);
    }

    /** Whether the job may be tested; counts it with its user and partition. */
    private boolean takesTest(int job, Situation now) {
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
        boolean fits = profile.fits(millis, span, nodes);
        if (fits && act.tryStart(job).started()) {
            profile.add(millis, roundedUp(millis + span), -nodes);
            return true;
        }
        if (millis - now.jobs().submitMillis(job) >= bounds.minAgeReserveMillis()) {
            long at = fits ? millis : profile.earliest(millis, span, nodes);
            if (at < windowEndMillis) {
                profile.add(at, Math.min(windowEndMillis, roundedUp(at + span)), -nodes);
                firstHeldMillis = at > millis ? Math.min(firstHeldMillis, at) : firstHeldMillis;
            }
        }
        return false;
    }

    private long roundedUp(long millis) {
        return millis + Math.floorMod(-millis, bounds.resolutionMillis());
    }

    private long roundedDown(long millis) {
        return millis - Math.floorMod(millis, bounds.resolutionMillis());
    }
}
