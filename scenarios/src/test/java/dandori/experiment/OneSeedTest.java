package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.report.MarkdownReport;
import dandori.report.StudyReport;
import dandori.scenario.Scenario;
import dandori.scenario.Workloads;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.statistics.BatchMeans;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one run tells of its own mean wait. */
class OneSeedTest {

    private static final String CALM =
            """
            scenario: calm
            machines: {one: {nodes: 64}}
            organizations: {us: {}}
            workload:
              streams: [{organization: us, generate: {load: 0.5, nodes: {max: 8}}}]
            policies: {plain: {backfill: none}}
            run: {length: 26w}
            """;

    @Test
    void theMeanWaitHasAnIntervalByBatches() throws InterruptedException {
        Scenario scenario = Studies.scenario(CALM);
        Study study = Studies.play(scenario, 1, null);
        Outcome outcome =
                Simulation.of(
                                scenario.machines(),
                                new Workloads(scenario, (read, all) -> {}).forSeed(1).workload())
                        .policy(
                                scenario.policies()
                                        .get(0)
                                        .policy(
                                                dandori.scenario.KnownParts.found(),
                                                scenario.organizations()))
                        .horizonMillis(182L * 86_400_000)
                        .run();
        double[] waits =
                IntStream.range(0, outcome.log().jobs().count())
                        .mapToDouble(job -> outcome.log().waitMillis(job) / 1000.0)
                        .toArray();
        BatchMeans batches = BatchMeans.of(waits);
        Spread wait = study.spread("plain", Group.ALL, "wait_mean_s");

        assertThat(batches.isIndependent()).isTrue();
        assertThat(wait.halfWidth()).isCloseTo(batches.interval().halfWidth(), within(1e-9));
        assertThat(wait.standardDeviation()).isNaN();
        assertThat(study.spread("plain", Group.ALL, "wait_p95_s").halfWidth()).isNaN();
        assertThat(MarkdownReport.of(StudyReport.of(study)))
                .contains("± of the mean wait: half of its 95 % interval by batches of jobs in a row.");
    }

    @Test
    void aRunThatIsTooShortForBatchesHasNone() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(CALM, "run.length=10min"), 1, null);

        assertThat(study.spread("plain", Group.ALL, "wait_mean_s").halfWidth()).isNaN();
        assertThat(MarkdownReport.of(StudyReport.of(study))).doesNotContain("by batches");
    }

    @Test
    void ofSeveralSeedsTheIntervalIsThatOfTheSeeds() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(CALM, "run.seeds=1..2", "run.length=2w"), 1, null);
        Spread wait = study.spread("plain", Group.ALL, "wait_mean_s");

        assertThat(wait).isEqualTo(Spread.of(study.figures("plain", Group.ALL, "wait_mean_s")));
    }
}
