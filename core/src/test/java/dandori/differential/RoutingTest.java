package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.metric.JobLog;
import dandori.metric.Summary;
import dandori.policy.Policy;
import dandori.policy.RoutingRule;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.reference.CoreRun;
import dandori.reference.RoutedWorld;
import dandori.reference.Setting;
import dandori.reference.TwinRouting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.RoutedSource;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each job went where its rule sends it, worked out anew from what everybody did: under any order
 * and backfill, no job is lost or doubled, and none starts before it is there.
 */
class RoutingTest {

    private static final int WORLDS = 60;

    @ParameterizedTest
    @CsvSource({
        "least-loaded, fcfs, easy",
        "least-loaded, sjf, none",
        "least-loaded, saf, conservative",
        "least-loaded, fcfs, replan",
        "least-loaded, saf, depth:3",
        "least-loaded, sjf, sjbf",
        "least-loaded, wfp3, easy",
        "least-loaded, fcfs, conservative",
        "earliest-start, fcfs, easy",
        "earliest-start, sjf, none",
        "earliest-start, saf, conservative",
        "earliest-start, fcfs, replan",
        "earliest-start, sjf, depth:3",
        "earliest-start, fcfs, sjbf",
        "earliest-start, saf, easy",
        "earliest-start, fcfs, conservative"
    })
    void everyJobGoesWhereItsRuleSendsIt(String rule, String order, String backfill) {
        for (long seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed * 31 + rule.length());
            World world = Worlds.random(seed, 60);
            long tick = Math.max(1, world.jobs().get(0).submitMillis() % 1_000 == 0 ? 1_000 : 7);
            RoutedWorld routed = RoutedWorld.random(random, world, tick);
            List<Job> jobs = new ArrayList<>(routed.jobs(random, world));
            jobs.sort(Comparator.comparingLong(Job::submitMillis));
            Workload workload = Workload.of("world", jobs);

            Outcome outcome = play(routed, workload, rule, order, backfill);

            check(routed, jobs, outcome, rule, order, "seed " + seed);
        }
    }

    private static Outcome play(
            RoutedWorld world, Workload workload, String rule, String order, String backfill) {
        RoutingRule made = Parts.named(RoutingRule.class, rule).orElseThrow().create(Options.NONE);
        RoutedSource source =
                new RoutedSource(workload, made, world.moves(workload.organizations()));
        Policy policy =
                Policy.named(rule)
                        .order(CoreRun.order(order))
                        .backfill(CoreRun.backfill(Setting.of(order, backfill)))
                        .build();
        return Simulation.of(world.machines(), () -> source)
                .routing(source)
                .policy(policy)
                .conventions(Conventions.DANDORI)
                .checking(Checking.FULL)
                .run();
    }

    private static void queueIsNoLongerThanAtItsPeak(Summary summary, String where) {
        if (summary.window().lengthMillis() > 0) {
            assertThat(summary.meanWaiting()).as(where).isLessThanOrEqualTo(summary.maxWaiting());
            assertThat(summary.meanBacklogNodeHours())
                    .as(where)
                    .isLessThanOrEqualTo(summary.maxBacklogNodeHours() * (1 + 1e-12));
        }
    }

    private static void check(
            RoutedWorld world,
            List<Job> jobs,
            Outcome outcome,
            String rule,
            String order,
            String where) {
        JobLog log = outcome.log();
        TwinRouting twin =
                new TwinRouting(
                        world,
                        jobs,
                        log,
                        one ->
                                switch (order) {
                                    case "fcfs" -> (double) one.job().submitMillis();
                                    case "sjf" -> (double) one.walltimeMillis();
                                    default -> (double) one.walltimeMillis() * one.nodes();
                                });
        assertThat(log.jobs().count()).isEqualTo(jobs.size());
        for (int row = 0; row < jobs.size(); row++) {
            String what = "%s, %s: job %d".formatted(where, world, row);
            int machine = twin.machine(row, rule);
            TwinRouting.Sized sized = twin.on(row, machine);
            assertThat(log.pool(row)).as(what).isEqualTo(machine);
            assertThat(log.jobs().id(row)).isEqualTo(jobs.get(row).id());
            assertThat(log.jobs().submitMillis(row)).isEqualTo(jobs.get(row).submitMillis());
            assertThat(log.jobs().nodes(row)).as(what).isEqualTo(sized.nodes());
            assertThat(log.jobs().walltimeMillis(row)).as(what).isEqualTo(sized.walltimeMillis());
            if (sized.nodes() > world.nodes().get(machine)) {
                assertThat(log.state(row)).as(what).isEqualTo(JobState.REJECTED);
                continue;
            }
            long executed = Math.min(sized.runMillis(), sized.walltimeMillis());
            boolean isKilled = sized.job().runMillis() > sized.job().walltimeMillis();
            assertThat(log.executedMillis(row)).as(what).isEqualTo(executed);
            assertThat(log.state(row))
                    .as(what)
                    .isEqualTo(isKilled ? JobState.KILLED : JobState.COMPLETED);
            assertThat(log.startMillis(row))
                    .as(what)
                    .isGreaterThanOrEqualTo(twin.arrivalMillis(row, machine));
            assertThat(log.waitMillis(row))
                    .as(what)
                    .isEqualTo(log.startMillis(row) - jobs.get(row).submitMillis());
        }
        outcome.pools().forEach(pool -> queueIsNoLongerThanAtItsPeak(pool.summary(), where));
        queueIsNoLongerThanAtItsPeak(outcome.summary(), where);
        long ofPools =
                outcome.pools().stream().mapToLong(one -> one.summary().figures().jobs()).sum();
        assertThat(ofPools).isEqualTo(outcome.summary().figures().jobs());
    }
}
