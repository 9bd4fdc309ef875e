package dandori.kit;

import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Admission;
import dandori.policy.Policy;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.state.Situation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every admission must keep: it answers with {@link Verdict#ELIGIBLE} or a reason, and the
 * same when asked twice; {@code recall} names all of whom it would now say something else, and
 * {@code nextChangeMillis} comes no later than that; who may ever start does, in the end; nothing
 * is remembered between runs, and nothing known of jobs to come.
 */
public final class AdmissionContract {

    private static final long SOON_MILLIS = 500; // half of the step of small worlds

    private AdmissionContract() {}

    /**
     * Checks an admission.
     *
     * @throws AssertionError if it breaks the contract, with a sentence for each rule
     */
    public static void check(Admission admission) {
        Faults.check(admission, faults(admission));
    }

    /** What it breaks, a sentence for each rule; empty if it keeps the contract. */
    public static List<String> faults(Admission admission) {
        Faults faults = new Faults();
        CommonRules rules = new CommonRules(faults);
        Companions companions = new Companions();
        for (int round = 0; round < companions.rounds(); round++) {
            SmallWorld world = SmallWorld.flat(round);
            Policy policy = companions.of(round).admission(admission).build();
            JobLog log = rules.hold(world, policy, SmallWorld.flat(~round));
            if (log != null) {
                Verdicts verdicts = new Verdicts(faults, world);
                Admission watched = Probe.forRun(Admission.class, admission, verdicts::of);
                rules.play(world, companions.of(round).admission(watched).build(), verdicts);
                recallsAll(rules, world, companions.of(round), admission, log);
            }
            changesInTime(rules, world, admission);
        }
        rules.end();
        return faults.list();
    }

    /** With everybody asked about at each pass, everything must come out the same. */
    private static void recallsAll(
            CommonRules rules,
            SmallWorld world,
            Policy.Builder others,
            Admission admission,
            JobLog log) {
        Policy policy = others.admission(recalling(admission)).build();
        rules.differs(
                "recall",
                "It says something else of jobs that 'recall' has not named",
                world,
                policy,
                log,
                rules.play(world, policy));
    }

    private static Admission recalling(Admission admission) {
        return Probe.forRun(
                Admission.class,
                admission,
                made ->
                        Probe.answering(
                                Admission.class,
                                made,
                                "recall",
                                (nothing, to) -> {
                                    ((Admission.Recall) to[0]).everybody();
                                    return nothing;
                                }));
    }

    /** With passes at every half step, everything must come out the same in order of arrival. */
    private static void changesInTime(CommonRules rules, SmallWorld world, Admission admission) {
        Admission often =
                Probe.forRun(
                        Admission.class,
                        recalling(admission),
                        made ->
                                Probe.answering(
                                        Admission.class,
                                        made,
                                        "nextChangeMillis",
                                        (next, to) ->
                                                Math.min(
                                                        (Long) Objects.requireNonNull(next),
                                                        soon((Situation) to[0]))));
        rules.differs(
                "changes late",
                "It says something else of jobs before the instant that 'nextChangeMillis' names",
                world,
                inOrder(admission),
                rules.play(world, inOrder(admission)),
                rules.play(world, inOrder(often)));
    }

    private static long soon(Situation now) {
        boolean somethingWaitsOrRuns = now.cluster().runningCount() > 0;
        return somethingWaitsOrRuns ? now.nowMillis() + SOON_MILLIS : Long.MAX_VALUE;
    }

    private static Policy inOrder(Admission admission) {
        return Policy.named("in order")
                .order(Orders.fcfs())
                .backfill(Backfills.none())
                .admission(admission)
                .build();
    }

    /** Asks about all who wait after each pass. */
    private static final class Verdicts implements Observer {

        private final Faults faults;
        private final SmallWorld world;
        private @Nullable Admission admission;

        Verdicts(Faults faults, SmallWorld world) {
            this.faults = faults;
            this.world = world;
        }

        Admission of(Admission made) {
            admission = made;
            return made;
        }

        @Override
        public void passEnded(Situation now) {
            Admission asked = admission;
            if (asked == null) {
                return;
            }
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                Verdict verdict = asked.admit(job, now);
                Verdict again = asked.admit(job, now);
                if (verdict != again) {
                    faults.add(
                            "two verdicts",
                            "Asked twice at one instant, it says %s and %s of job %d: %s.",
                            verdict,
                            again,
                            now.jobs().id(job),
                            world);
                }
                if (verdict == null || verdict == Verdict.STARTED) {
                    faults.add(
                            "no verdict",
                            "Of job %d it says %s, which is neither ELIGIBLE nor a reason: %s.",
                            now.jobs().id(job),
                            verdict,
                            world);
                }
            }
        }
    }
}
