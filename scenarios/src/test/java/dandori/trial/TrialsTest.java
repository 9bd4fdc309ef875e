package dandori.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.scenario.Scenario;
import dandori.scenario.Workloads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Studies without files. */
class TrialsTest {

    /** The organizations and policies of {@link Studies#SMALL}. */
    private static Trials small(List<Machine> machines) {
        return Trials.on(machines)
                .organization("big", 3)
                .organization("tiny", 1)
                .organization("other", 1, machines.get(1))
                .policy("plain", it -> it.order(Orders.fcfs()).backfill(Backfills.none()))
                .policy("easy", it -> it.order(Orders.fcfs()).backfill(Backfills.easy()))
                .length(Duration.ofDays(7))
                .warmUp(Duration.ofDays(1))
                .seeds(1, 3);
    }

    private static void assertSame(TrialResult trials, Study study) {
        assertThat(study.results()).hasSize(trials.measurements().size());
        for (CellResult cell : study.results()) {
            assertThat(trials.of(cell.cell().policy().name(), cell.cell().seed()))
                    .isEqualTo(cell.measurement());
        }
    }

    @Test
    void figuresAreThoseOfTheSameScenarioFileToTheLastBit() throws InterruptedException {
        Scenario scenario = Studies.scenario(Studies.SMALL);

        TrialResult trials =
                small(scenario.machines())
                        .generate("big", "daily-cycle", 0.7, Map.of("nodes.max", 64.0))
                        .generate("tiny", "daily-cycle", 0.2, Map.of("nodes.max", 4.0))
                        .generate("other", "daily-cycle", 0.6, Map.of("nodes.max", 16.0))
                        .run();

        Study study = Studies.play(scenario, 1, null);
        assertSame(trials, study);
        assertThat(trials.spread("easy", "wait_mean_s"))
                .isEqualTo(study.spread("easy", Group.ALL, "wait_mean_s"));
        assertThat(trials.comparison("easy", "plain", "wait_mean_s"))
                .isEqualTo(study.comparison("easy", Group.ALL, "wait_mean_s"));
    }

    @Test
    void jobsOfOnesOwnAreMeasuredAsThoseOfAFile() throws InterruptedException {
        Scenario scenario = Studies.scenario(Studies.SMALL, "run.seeds=1..2");
        Workloads drawn = new Workloads(scenario, (read, all) -> {});

        TrialResult trials =
                small(scenario.machines())
                        .jobs(seed -> drawn.forSeed(seed).workload())
                        .seeds(1, 2)
                        .run();

        assertSame(trials, Studies.play(scenario, 1, null));
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws InterruptedException {
        List<Machine> machines = List.of(Machine.flat("a", 16), Machine.flat("b", 4));
        Trials trials = small(machines).generate("big", "daily-cycle", 0.6);

        assertThat(trials.threads(5).run()).isEqualTo(trials.threads(1).run());
    }

    @Test
    void eachSeedIsAskedForItsJobsOnce() throws InterruptedException {
        List<Long> asked = new ArrayList<>();
        Trials.on(Machine.flat("ours", 4))
                .jobs(seed -> {
                    asked.add(seed);
                    return hour(seed);
                })
                .policy("a", it -> it.order(Orders.fcfs()).backfill(Backfills.easy()))
                .policy("b", it -> it.order(Orders.fcfs()).backfill(Backfills.none()))
                .seeds(3, 5)
                .threads(1)
                .run();

        assertThat(asked).containsExactly(3L, 4L, 5L);
    }

    /** A job that runs for seed · 10 minutes, and one that has to wait for it; of nobody's. */
    private static Workload hour(long seed) {
        return Workload.of(
                "hour",
                List.of(
                        new Job(1, 0, 4, 3_600_000, seed * 600_000),
                        new Job(2, 0, 4, 3_600_000, 600_000)));
    }

    private static Trials hours() {
        return Trials.on(Machine.flat("ours", 4))
                .jobs(TrialsTest::hour)
                .policy("in order", it -> it.order(Orders.fcfs()).backfill(Backfills.easy()))
                .policy(
                        "last first",
                        it -> it.order((job, now) -> -job).backfill(Backfills.easy()));
    }

    @Test
    void theTableHasMeansIntervalsUnitsAndMarks() throws InterruptedException {
        String table = hours().seeds(2, 5).run().table("jobs", "wait_mean_s", "utilization");

        assertThat(table)
                .isEqualTo(
                        """
                         Policy              jobs         wait_mean   utilization
                                                                min             %
                         in order     2.00 ± 0.00   18    ± 10            100 ± 0
                         last first   2.00 ± 0.00    5.00 ±  0.00 ▼       100 ± 0
                        """);
    }

    @Test
    void whatIsSaidToSimulationsIsSaidToEach() throws InterruptedException {
        Set<Object> met = ConcurrentHashMap.newKeySet();

        hours().seeds(1, 3).setUp(met::add).run();

        assertThat(met).hasSize(6);
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        assertThatThrownBy(() -> Trials.on(Machine.flat("ours", 4)).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        """
                        There is no policy.
                        Maybe .policy(name, it -> it.order(…).backfill(…)).
                        There are no jobs.
                        Maybe .jobs(workload) or .generate(…).\
                        """);
        Trials drawn =
                hours().organization("us", 1)
                        .generate("use", "daily-cycel", 0.5)
                        .generate("us", "daily-cycle", 0, Map.of("nodes.mx", 3.0))
                        .generate("us", "daily-cycle", 0.5, Map.of("nodes.max", -3.0));
        assertThatThrownBy(drawn::run)
                .hasMessageContaining("both jobs and models")
                .hasMessageContaining("For how long")
                .hasMessageContaining("there is no organization 'use'.\nMaybe 'us'.")
                .hasMessageContaining("there is no model 'daily-cycel'.\nMaybe 'daily-cycle'.")
                .hasMessageContaining("the load (0.0) must be above 0.")
                .hasMessageContaining("has no option 'nodes.mx'.\nMaybe 'nodes.max'.")
                .hasMessageContaining("nodes.max: must be");
    }

    @Test
    void aPolicyThatIsThereAndAHomeThatIsNotAreRefused() {
        assertThatThrownBy(() ->
                        hours().policy(
                                        "in order",
                                        it -> it.order(Orders.fcfs()).backfill(Backfills.easy())))
                .hasMessage("There are two policies 'in order'.\nMaybe policy.renamed(…).");
        assertThatThrownBy(() -> hours().organization("us", 1, Machine.flat("theirs", 4)))
                .hasMessageContaining("The home 'theirs' of 'us' is no machine of these trials.");
        assertThatThrownBy(() -> hours().seeds(3, 2)).hasMessageContaining("the first (3)");
        assertThatThrownBy(
                        () -> hours().length(Duration.ofHours(1)).warmUp(Duration.ofHours(1)).run())
                .hasMessage("warmUp (PT1H) must be shorter than length (PT1H).");
    }

    @Test
    void unknownNamesAreErrors() throws InterruptedException {
        TrialResult result = hours().run();

        assertThatThrownBy(() -> result.spread("in oder", "jobs"))
                .hasMessageContaining("There is no policy 'in oder'.\nMaybe 'in order'.");
        assertThatThrownBy(() -> result.spread("in order", "wait_mean"))
                .hasMessageContaining("There is no figure 'wait_mean'.\nMaybe 'wait_mean_s'.");
        assertThatThrownBy(() -> result.of("in order", 7)).hasMessageContaining("no seed '7'");
    }

    @Test
    void aRunThatFailsSaysWhich() {
        Trials broken =
                hours().seeds(1, 2)
                        .policy(
                                "broken",
                                it ->
                                        it.order((job, now) -> 0)
                                                .backfill((now, act) -> act.wakeAt(-1)));

        assertThatThrownBy(broken::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Policy 'broken' under seed 1: ");
    }
}
