package dandori.kit;

import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.state.Cluster;
import dandori.state.Situation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every preemption must keep: no two jobs may take from each other at one instant, so that
 * runs end; a mode for everybody; work that is kept is no more than was done; a job's tier stays
 * while it is there; asked twice, it answers the same; nothing is remembered between runs, and
 * nothing known of jobs to come.
 *
 * <p>In half of the worlds whoever started last makes way for the first of the queue, once each,
 * asked or not. Backfills that let jobs take turns are left out: where who makes way begins anew,
 * nobody need end.
 */
public final class PreemptionContract {

    private PreemptionContract() {}

    /**
     * Checks a preemption.
     *
     * @throws AssertionError if it breaks the contract, with a sentence for each rule
     */
    public static void check(Preemption preemption) {
        Faults.check(preemption, faults(preemption));
    }

    /** What it breaks, a sentence for each rule; empty if it keeps the contract. */
    public static List<String> faults(Preemption preemption) {
        Faults faults = new Faults();
        CommonRules rules = new CommonRules(faults);
        Companions companions = new Companions();
        for (int round = 0; round < companions.rounds(); round++) {
            SmallWorld world = SmallWorld.flat(round);
            Victims victims = new Victims(faults, world);
            Policy policy = policy(companions, round, preemption);
            JobLog log = rules.hold(world, policy, SmallWorld.flat(~round));
            Preemption watched = Probe.forRun(Preemption.class, preemption, victims::of);
            JobLog seen = rules.play(world, policy(companions, round, watched), victims);
            rules.differs(
                    "asking changes",
                    "Asking who may take from whom changes the run",
                    world,
                    policy,
                    log,
                    seen);
        }
        rules.end();
        return faults.list();
    }

    private static Policy policy(Companions companions, int round, Preemption preemption) {
        Policy.Builder others = companions.of(round).preemption(preemption);
        if (round % 2 != 0) {
            return others.backfill(new Pushes()).build();
        }
        Policy policy = others.build();
        boolean takesTurns = policy.backfill().preemption() != Preemption.NONE;
        return takesTurns ? others.backfill(Backfills.easy()).build() : policy;
    }

    /**
     * As {@code none}, but whoever started last makes way for the first of the queue, once each.
     */
    private static final class Pushes implements Backfill {

        private final Set<Integer> pushed = new HashSet<>();

        @Override
        public Backfill forRun() {
            return new Pushes();
        }

        @Override
        public void fill(Situation now, Actions act) {
            startInOrder(now, act);
            Cluster cluster = now.cluster();
            int last = -1;
            for (int place = 0; place < cluster.runningCount(); place++) {
                int job = cluster.running(place);
                boolean isLater = last < 0 || now.startMillis(job) > now.startMillis(last);
                boolean isTired = now.startMillis(job) < now.nowMillis() && !pushed.contains(job);
                if (isLater && isTired) {
                    last = job;
                }
            }
            if (now.queue().first() >= 0 && last >= 0) {
                pushed.add(last);
                act.preempt(last);
                startInOrder(now, act);
            }
        }

        private static void startInOrder(Situation now, Actions act) {
            int head = now.queue().first();
            while (head >= 0 && act.tryStart(head).started()) {
                head = now.queue().first();
            }
        }
    }

    /** Asks about everybody after each pass. */
    private static final class Victims implements Observer {

        private static final long WORK_MILLIS = 12_345;

        private final Faults faults;
        private final SmallWorld world;
        private final Map<Integer, Integer> tiers = new HashMap<>();
        private @Nullable Preemption preemption;

        Victims(Faults faults, SmallWorld world) {
            this.faults = faults;
            this.world = world;
        }

        Preemption of(Preemption made) {
            preemption = made;
            return made;
        }

        @Override
        public void passEnded(Situation now) {
            Preemption asked = preemption;
            if (asked == null) {
                return;
            }
            for (int place = 0; place < now.cluster().runningCount(); place++) {
                int victim = now.cluster().running(place);
                keeps(asked, victim, now);
                tier(asked, victim, now);
                for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                    pair(asked, job, victim, now);
                }
            }
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                tier(asked, job, now);
            }
        }

        private void pair(Preemption asked, int job, int victim, Situation now) {
            long id = now.jobs().id(job);
            long other = now.jobs().id(victim);
            boolean mayTake = asked.mayTake(job, victim, now);
            if (mayTake != asked.mayTake(job, victim, now)) {
                faults.add(
                        "two answers",
                        "Asked twice at one instant, it says that job %d may take from job %d, and that it may not: %s.",
                        id,
                        other,
                        world);
            }
            if (mayTake && asked.mayTake(victim, job, now)) {
                faults.add(
                        "in turns",
                        "Job %d may take from job %d, and that from it, so they could do so for ever: %s.",
                        id,
                        other,
                        world);
            }
        }

        private void keeps(Preemption asked, int victim, Situation now) {
            long id = now.jobs().id(victim);
            if (asked.mode(victim, now) == null) {
                faults.add("no mode", "It has no mode for job %d: %s.", id, world);
            }
            long kept = asked.checkpointedMillis(victim, WORK_MILLIS);
            if (kept < 0 || kept > WORK_MILLIS) {
                faults.add(
                        "keeps too much",
                        "Of %d ms of work job %d keeps %d: %s.",
                        WORK_MILLIS,
                        id,
                        kept,
                        world);
            }
            if (asked.restartMillis(victim) < 0) {
                faults.add(
                        "restarts before",
                        "The restart of job %d takes %d ms: %s.",
                        id,
                        asked.restartMillis(victim),
                        world);
            }
        }

        private void tier(Preemption asked, int job, Situation now) {
            int tier = asked.tier(job, now);
            Integer before = tiers.putIfAbsent(job, tier);
            if (before != null && before != tier) {
                faults.add(
                        "changes tiers",
                        "The tier of job %d was %d and is %d: %s.",
                        now.jobs().id(job),
                        before,
                        tier,
                        world);
            }
        }
    }
}
