package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.statistics.Shaking;
import dandori.statistics.Stopping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warm-ups that are found, shaken traces and seeds until it is enough, as they are read. */
class CertaintyTest {

    private static final String DRAWN =
            """
            scenario: drawn
            machines: {one: {nodes: 64}}
            organizations: {us: {}}
            workload:
              streams: [{organization: us, generate: {load: 0.5, nodes: {max: 16}}}]
            policies: {easy: {backfill: easy}}
            """;

    private static final String LOGGED =
            DRAWN.replace(
                    "{organization: us, generate: {load: 0.5, nodes: {max: 16}}}",
                    "{trace: {file: log.swf, organizations: {1: us}, organizationFrom: queue, other: us}}");

    @TempDir Path folder;

    @BeforeEach
    void writeTheLog() throws IOException {
        StringBuilder log = new StringBuilder("; MaxProcs: 64\n");
        for (int i = 1; i <= 100; i++) {
            log.append("%d %d 0 600 4 -1 -1 4 900 -1 1 7 3 -1 1 1 -1 -1\n".formatted(i, 300 * i));
        }
        Files.writeString(folder.resolve("log.swf"), log);
    }

    private Scenario scenario(String text, String... settings) {
        return ScenarioReader.read(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                folder,
                List.of(settings),
                KnownParts.found());
    }

    private List<String> issues(String text, String... settings) {
        return catchThrowableOfType(ScenarioException.class, () -> scenario(text, settings))
                .issues()
                .stream()
                .map(Issue::text)
                .toList();
    }

    @Test
    void autoIsFoundLater() {
        RunPlan run = scenario(DRAWN, "run.warmUp=auto").run();

        assertThat(run.certainty()).isEqualTo(new Certainty(true, null, null));
        assertThat(run.warmUpMillis()).isZero();
        assertThat(scenario(DRAWN, "run.warmUp=1d").run().certainty())
                .isEqualTo(Certainty.AS_NAMED);
    }

    @Test
    void untilBeginsWithTheSeedsThatAreNamedElseWithTen() {
        RunPlan named = scenario(DRAWN, "run.seeds=4..6", "run.until={}").run();
        RunPlan unnamed =
                scenario(DRAWN, "run.until={figure: utilization, halfWidth: 0.01}").run();
        RunPlan few = scenario(DRAWN, "run.until.seedsAtMost=5").run();

        assertThat(named.seeds()).containsExactly(4, 5, 6);
        assertThat(named.certainty().until())
                .isEqualTo(new Until("wait_mean_s", new Stopping(0.05, 3, 100)));
        assertThat(unnamed.seeds()).hasSize(10).startsWith(1).endsWith(10);
        assertThat(unnamed.certainty().until())
                .isEqualTo(new Until("utilization", new Stopping(0.01, 10, 100)));
        assertThat(few.seeds()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void shakenTracesHaveSeeds() {
        assertThat(scenario(LOGGED, "run.seeds=1..3").run().seeds()).containsExactly(1);
        RunPlan run = scenario(LOGGED, "run.seeds=1..3", "run.shake={}").run();
        assertThat(run.seeds()).containsExactly(1, 2, 3);
        assertThat(run.certainty().shaking()).isEqualTo(new Shaking(300_000, 0));
        assertThat(
                        scenario(LOGGED, "run.shake={submit: 0s, runTime: 2 %}")
                                .run()
                                .certainty()
                                .shaking())
                .isEqualTo(new Shaking(0, 0.02));
    }

    @Test
    void theFirstSeedHasTheLogAndTheOthersCopies() {
        Scenario scenario = scenario(LOGGED, "run.seeds=[5, 2, 3]", "run.shake={submit: 1min}");
        Workloads workloads = new Workloads(scenario, (read, all) -> {});
        Jobs logged = workloads.forSeed(5).workload().jobs();
        Workload shaken = workloads.forSeed(2).workload();

        int moved = 0;
        for (int job = 0; job < 100; job++) {
            assertThat(logged.submitMillis(job)).isEqualTo(300_000L * (job + 1));
            long off = shaken.jobs().submitMillis(job) - logged.submitMillis(job);
            assertThat(off).isBetween(-60_000L, 60_000L);
            moved += off == 0 ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(95);
        assertThat(submits(workloads.forSeed(2).workload())).isEqualTo(submits(shaken));
        assertThat(submits(workloads.forSeed(3).workload())).isNotEqualTo(submits(shaken));
        Scenario another = scenario(LOGGED, "run.seeds=[1, 2]", "run.shake={submit: 1min}");
        assertThat(submits(new Workloads(another, (read, all) -> {}).forSeed(2).workload()))
                .isEqualTo(submits(shaken));
    }

    private static List<Long> submits(Workload workload) {
        return IntStream.range(0, workload.count())
                .mapToObj(workload.jobs()::submitMillis)
                .toList();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Scenario scenario =
                scenario(
                        LOGGED,
                        "run.seeds=1..3",
                        "run.warmUp=auto",
                        "run.shake={submit: 90s, runTime: 2.5 %}",
                        "run.until={figure: wait_p95_s, seedsAtMost: 20}");
        String text = ScenarioText.of(scenario, KnownParts.found());

        assertThat(text)
                .contains("  warmUp: auto\n")
                .contains("  shake:\n    submit: 1min30s\n    runTime: 0.025\n")
                .contains(
                        "  until:\n    figure: wait_p95_s\n    halfWidth: 0.05\n    seedsAtMost: 20\n");
        assertThat(scenario(text)).isEqualTo(scenario);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(issues(LOGGED, "run.until={}"))
                .containsExactly(
                        "run.until (--set): more seeds tell no more: nothing is drawn, so all would"
                                + " have the same jobs.\n"
                                + "Maybe 'shake: {submit: 5min}' beside it, or leave 'until' out.");
        assertThat(issues(LOGGED, "run.shake={submit: 0s}"))
                .containsExactly(
                        "run.shake (--set): moves nothing.\n"
                                + "Maybe 'submit: 5min', or leave 'shake' out.");
        assertThat(issues(LOGGED, "run.shake={runTime: 1}"))
                .containsExactly(
                        "run.shake.runTime (--set): must be below 1, but is 1.\nMaybe '10 %'.");
        assertThat(issues(DRAWN, "run.seeds=1..30", "run.until={seedsAtMost: 20}"))
                .containsExactly(
                        "run.until.seedsAtMost (--set): must be at least 30, as many as 'run.seeds'"
                                + " names, but is 20.\n"
                                + "Maybe fewer 'run.seeds'.");
    }
}
