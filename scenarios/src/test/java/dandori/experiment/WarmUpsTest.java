package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.report.StudyReport;
import dandori.report.StudyTree;
import dandori.report.TextReport;
import dandori.results.JsonText;
import dandori.scenario.Scenario;
import dandori.scenario.Workloads;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.statistics.WarmUp;
import org.junit.jupiter.api.Test;

/** Warm-ups that are found before the runs. */
class WarmUpsTest {

    /** One machine that is busy enough for its queue to take days to fill. */
    private static final String BUSY =
            """
            scenario: busy
            machines: {one: {nodes: 64}}
            organizations: {us: {}}
            workload:
              streams: [{organization: us, generate: {load: 0.85, nodes: {max: 32}}}]
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 4w, warmUp: auto, seeds: 6..12}
            report: {compareTo: easy}
            """;

    private static double from(Study study, String policy) {
        Spread from = study.spread(policy, Group.ALL, "window_from_s");
        assertThat(from.min()).isEqualTo(from.max());
        return from.mean();
    }

    /** The queue of the policy compared with, seed by seed, the long way. */
    private static double slowSeconds(Scenario scenario) {
        double[] sum = new double[140];
        for (int seed = 6; seed <= 10; seed++) {
            Outcome outcome =
                    Simulation.of(
                                    scenario.machines(),
                                    new Workloads(scenario, (read, all) -> {})
                                            .forSeed(seed)
                                            .workload())
                            .policy(
                                    scenario.policies()
                                            .get(1)
                                            .policy(
                                                    dandori.scenario.KnownParts.found(),
                                                    scenario.organizations()))
                            .horizonMillis(28L * 86_400_000)
                            .run();
            for (int part = 0; part < 140; part++) {
                long width = 28L * 86_400_000 / 140;
                long waited = 0;
                for (int job = 0; job < outcome.log().jobs().count(); job++) {
                    long submit = outcome.log().jobs().submitMillis(job);
                    waited +=
                            new dandori.metric.Window(part * width, (part + 1) * width)
                                    .overlapMillis(
                                            submit, submit + outcome.log().waitMillis(job));
                }
                sum[part] += waited / (double) width;
            }
        }
        return WarmUp.of(sum).observations() * 86_400 / 5.0;
    }

    @Test
    void allCellsAreMeasuredFromOneInstantOnThatTheQueueTells() throws InterruptedException {
        Scenario scenario = Studies.scenario(BUSY);
        Study study = Studies.play(scenario, 2, null);

        assertThat(study.failures()).isEmpty();
        double seconds = from(study, "plain");
        assertThat(seconds).isEqualTo(slowSeconds(scenario)).isPositive();
        assertThat(from(study, "easy")).isEqualTo(seconds);
        assertThat(study.spread("easy", Group.ALL, "jobs").values())
                .isEqualTo(study.spread("plain", Group.ALL, "jobs").values());
        assertThat(TextReport.of(StudyReport.of(study), false))
                .contains("Warm-up, found from the queue under easy (MSER-5)");
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws InterruptedException {
        Scenario scenario = Studies.scenario(BUSY, "run.seeds=6..7", "run.length=2w");

        assertThat(JsonText.of(StudyTree.of(Studies.play(scenario, 1, null))))
                .isEqualTo(JsonText.of(StudyTree.of(Studies.play(scenario, 4, null))));
    }

    @Test
    void aQueueThatOnlyGrowsIsRefused() throws InterruptedException {
        Study study =
                Studies.play(
                        Studies.scenario(
                                BUSY, "workload.streams[0].generate.load=1.6", "run.seeds=1..2"),
                        2,
                        null);

        assertThat(study.results()).isEmpty();
        assertThat(study.failures())
                .hasSize(4)
                .first()
                .extracting(CellFailure::cause)
                .asString()
                .contains(
                        "run.warmUp: 'auto' finds none: under 'easy' the queue has not settled in"
                                + " half of the run.");
    }

    @Test
    void whoStepsThroughARunNamesItsWarmUp() {
        Scenario scenario = Studies.scenario(BUSY);
        SteppedRun run = new SteppedRun(scenario, scenario.policies().get(0), Checking.FULL);

        assertThatThrownBy(
                        () ->
                                run.ready(
                                        new Workloads(scenario, (read, all) -> {}).forSeed(1), 1))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'auto' is found before the runs of a study");
    }
}
