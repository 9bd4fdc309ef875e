package dandori.kit;

import dandori.job.Job;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every order must keep: scores are numbers, and the same when asked twice; those that are
 * said never to change do not; whoever is said not to have drifted has not; nothing is remembered
 * between runs, and nothing known of jobs to come; nobody waits for ever on an idle machine.
 */
public final class OrderContract {

    private OrderContract() {}

    /**
     * Checks an order.
     *
     * @throws AssertionError if it breaks the contract, with a sentence for each rule
     */
    public static void check(Order order) {
        Faults.check(order, faults(order));
    }

    /** What it breaks, a sentence for each rule; empty if it keeps the contract. */
    public static List<String> faults(Order order) {
        Faults faults = new Faults();
        CommonRules rules = new CommonRules(faults);
        Companions companions = new Companions();
        for (int round = 0; round < companions.rounds(); round++) {
            SmallWorld world = SmallWorld.flat(round);
            Policy policy = companions.of(round).order(order).build();
            JobLog log = rules.hold(world, policy, SmallWorld.flat(~round));
            if (log != null) {
                Scores scores = new Scores(faults, world);
                Policy watched =
                        companions
                                .of(round)
                                .order(Probe.forRun(Order.class, order, scores::of))
                                .build();
                rules.differs(
                        "asking changes",
                        "Asking for scores once more changes the run",
                        world,
                        policy,
                        log,
                        rules.play(world, watched, scores));
                standsStill(order, rules, world, companions.of(round), log);
            }
        }
        rules.end();
        return faults.list();
    }

    /** With scores taken at each pass, whatever it says, everything must come out the same. */
    private static void standsStill(
            Order order, CommonRules rules, SmallWorld world, Policy.Builder others, JobLog log) {
        Order always =
                Probe.forRun(
                        Order.class,
                        order,
                        made ->
                                Probe.answering(
                                        Order.class, made, "hasDrifted", (said, to) -> true));
        Policy policy = others.order(always).build();
        rules.differs(
                "drifts in silence",
                "Scores have changed where 'hasDrifted' says that they have not",
                world,
                policy,
                log,
                rules.play(world, policy));
    }

    /**
     * Checks that nobody starves: a job of 4 nodes and 100 seconds starts on 4 nodes, under {@code
     * easy}, although jobs of 2 nodes and 10 seconds come two at a time, every 10 seconds for
     * 10,000 seconds. Only for orders that claim so.
     *
     * @throws AssertionError if the job starts only when the small ones have ceased
     */
    public static void checkStarvesNobody(Order order) {
        Faults.check(order, starving(order));
    }

    /** Who starves, in a sentence; empty if nobody does. */
    public static List<String> starving(Order order) {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(0, 0, 2, 20_000, 20_000, "first", "small", ""));
        jobs.add(new Job(1, 1_000, 4, 100_000, 100_000, "large", "large", ""));
        int small = 2_000; // two every ten seconds, each of two nodes for ten seconds
        for (int id = 2; id < small; id++) {
            long at = 2_000 + (id - 2) / 2 * 10_000L;
            jobs.add(new Job(id, at, 2, 10_000, 10_000, "small", "small", ""));
        }
        SmallWorld world = new SmallWorld(0, Machine.flat("four", 4), jobs, List.of());
        Policy policy = Policy.named("it").order(order).backfill(Backfills.easy()).build();
        Faults faults = new Faults();
        JobLog log = new CommonRules(faults).play(world, policy);
        if (log != null && log.startMillis(1) >= jobs.get(small - 1).submitMillis()) {
            faults.add(
                    "starves",
                    "A job of all 4 nodes waits for %s s, as long as small ones come.",
                    log.waitMillis(1) / 1000);
        }
        return faults.list();
    }

    /** Asks for all scores after each pass. */
    private static final class Scores implements Observer {

        private final Faults faults;
        private final SmallWorld world;
        private final Map<Integer, Double> first = new HashMap<>();
        private @Nullable Order order;

        Scores(Faults faults, SmallWorld world) {
            this.faults = faults;
            this.world = world;
        }

        Order of(Order made) {
            order = made;
            return made;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            first.remove(job); // if it comes back, it has less to do
        }

        @Override
        public void passEnded(Situation now) {
            Order asked = order;
            if (asked == null) {
                return;
            }
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                double score = asked.score(job, now);
                double again = asked.score(job, now);
                if (Double.compare(score, again) != 0) {
                    faults.add(
                            "two scores",
                            "Asked twice at one instant, job %d has the scores %s and %s: %s.",
                            now.jobs().id(job),
                            score,
                            again,
                            world);
                }
                Double before = first.putIfAbsent(job, score);
                if (asked.drift() == Drift.NEVER
                        && before != null
                        && Double.compare(before, score) != 0) {
                    faults.add(
                            "never changes",
                            "'drift' says that scores never change, but that of job %d was %s and is %s: %s.",
                            now.jobs().id(job),
                            before,
                            score,
                            world);
                }
            }
        }
    }
}
