package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
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
 * <p>Only who starts outlives a cycle, so it stops when nobody is left who fits now. And once few
 * are left, it looks only until the last of their ends, the horizon: a job without a hole that
 * begins before it cannot be in their way, so its slot is put off until somebody before the horizon
 * has a hole that reaches beyond, for whom it may matter. Slots put off are found in order, and
 * nobody behind them has taken anything beyond the horizon by then, so each is where it would have
 * been.
 *
 * <p>Cost: O(running) to begin, O(p) a job, for a plan of p steps: at most window / resolution and
 * what is beyond; O(1) for one who is known to have no hole before the horizon.
 */
final class SlurmCycle {

    private static final int FIRST_TESTS = 8; // before a horizon is looked for
    private static final int FEW = 32; // who might start are looked at for it

    private final SlurmParameters bounds;
    private final SlurmPlan plan;
    private final IntArrayList putOff =
            new IntArrayList(); // in order, whose slots are yet to be found
    private final IntIntHashMap testsOfUser = new IntIntHashMap();
    private final IntIntHashMap testsOfPartition = new IntIntHashMap();
    private final boolean areBounded; // the tests of a user or a partition
    private int tests;
    private int counted; // a job, not before the one that is tested
    private int testsOfCounted; // how many are tested before it
    private int looksAgainAt; // tests
    private int mayStart; // the first that still might, here or behind; -1 if not known
    private long mayEndMillis; // its end
    private boolean hasChanged; // the plan, where it matters for that job

    SlurmCycle(SlurmParameters bounds) {
        this.bounds = bounds;
        plan = new SlurmPlan(bounds);
        areBounded = Math.min(bounds.maxJobUser(), bounds.maxJobPart()) < Integer.MAX_VALUE;
    }

    /** Starts those who can; whether anybody has started. */
    boolean run(Situation now, Actions act) {
        begin(now);
        WaitQueue queue = now.queue();
        int starts = 0;
        long arrangement = queue.arrangement();
        int job = queue.first();
        while (job >= 0 && tests < bounds.maxJobTest() && starts < bounds.maxJobStart()) {
            if (queue.arrangement() != arrangement) {
                arrangement = queue.arrangement();
                forget(now);
            }
            if (mayStart < 0 || hasChanged) {
                counted = mayStart < 0 ? job : counted;
                testsOfCounted = mayStart < 0 ? tests : testsOfCounted;
                mayStart = firstThatFits(mayStart < 0 ? job : mayStart, now);
                hasChanged = false;
                if (mayStart < 0 || !isTested(mayStart, queue)) {
                    break; // who is left can but hold slots
                }
                mayEndMillis = now.nowMillis() + Depth.plannedMillis(mayStart, now);
            }
            if (tests >= looksAgainAt && putOff.isEmpty()) {
                looksAgainAt = 2 * tests;
                lookForHorizon(now);
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

    private void begin(Situation now) {
        plan.begin(now);
        putOff.clear();
        testsOfUser.clear();
        testsOfPartition.clear();
        tests = 0;
        looksAgainAt = FIRST_TESTS;
        mayStart = -1;
        hasChanged = false;
    }

    /** Others may start now than before: nothing is known of them. */
    private void forget(Situation now) {
        holdWhatIsPutOff(now);
        plan.lookToWindowEnd();
        looksAgainAt = tests + FIRST_TESTS;
        mayStart = -1;
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

    private boolean fits(int job, Situation now) {
        return plan.fits(now.nodesNeeded(job), Depth.plannedMillis(job, now));
    }

    /** The first job, from a place in the queue on, that fits now; -1 if none does. */
    private int firstThatFits(int job, Situation now) {
        return fits(job, now) ? job : nextThatFits(job, now);
    }

    private int nextThatFits(int job, Situation now) {
        int free = now.cluster().freeNodes();
        long window = plan.untilHeldMillis();
        int spare = plan.spare(now);
        int found = job;
        do {
            found = now.queue().nextFitting(found, free, window, spare);
        } while (found >= 0 && !fits(found, now));
        return found;
    }

    /** Looks no farther than all who might start would run, if they are few and short. */
    private void lookForHorizon(Situation now) {
        WaitQueue queue = now.queue();
        int free = now.cluster().freeNodes();
        long window = plan.untilHeldMillis();
        int spare = plan.spare(now);
        long last = mayEndMillis;
        int found = mayStart;
        int before = counted;
        int testsOfThose = testsOfCounted;
        for (int looked = 0; looked < FEW && plan.isNear(last); looked++) {
            found = queue.nextFitting(found, free, window, spare);
            while (found >= 0 && before != found && testsOfThose < bounds.maxJobTest()) {
                before = queue.next(before);
                testsOfThose++;
            }
            if (found < 0 || testsOfThose >= bounds.maxJobTest()) {
                plan.lookTo(last);
                return;
            }
            if (fits(found, now)) {
                last = Math.max(last, now.nowMillis() + Depth.plannedMillis(found, now));
            }
        }
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
        long span = Depth.plannedMillis(job, now);
        int nodes = now.nodesNeeded(job);
        if (plan.isHopeless(nodes, span)) {
            putOff(job);
            return false;
        }
        boolean fits = plan.fits(nodes, span);
        if (fits && act.tryStart(job).started()) {
            plan.start(nodes, span);
            hasChanged = true;
            return true;
        }
        if (!mayHold(job, now)) {
            return false;
        }
        long at = fits ? now.nowMillis() : plan.earliest(nodes, span);
        if (!putOff.isEmpty() && at < Long.MAX_VALUE && plan.endsBefore(at + span)) {
            holdWhatIsPutOff(now);
            looksAgainAt = 2 * tests;
            at = fits ? at : plan.earliest(nodes, span);
        }
        if (at == Long.MAX_VALUE) {
            putOff(job);
        } else {
            hold(at, nodes, span);
        }
        return false;
    }

    private boolean mayHold(int job, Situation now) {
        long waited = now.nowMillis() - now.jobs().submitMillis(job);
        return waited >= bounds.minAgeReserveMillis();
    }

    private void hold(long at, int nodes, long span) {
        plan.hold(at, nodes, span);
        hasChanged |= at < mayEndMillis;
    }

    /** Leaves a job without a hole before the horizon for later, if it may have one behind. */
    private void putOff(int job) {
        if (plan.hasHorizon()) {
            putOff.add(job);
        }
    }

    /** Has those who were put off hold their slots, in order. */
    private void holdWhatIsPutOff(Situation now) {
        for (int i = 0; i < putOff.size(); i++) {
            int job = putOff.get(i);
            if (mayHold(job, now)) {
                long span = Depth.plannedMillis(job, now);
                int nodes = now.nodesNeeded(job);
                hold(plan.earliestBeyond(nodes, span), nodes, span);
            }
        }
        putOff.clear();
    }
}
