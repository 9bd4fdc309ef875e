package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.generate.Figure;
import dandori.generate.PopularEstimates;
import dandori.job.DowneySpeedup;
import dandori.job.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of classic models, of popular time limits, and of logs for larger machines. */
class MadeJobsReadingTest {

    private static final long HOUR = 3_600_000;

    private static final String TWO =
            """
            scenario: two
            machines:
              one: {nodes: 256}
            organizations:
              us: {}
              them: {}
            workload:
              streams:
                - organization: us
                  estimates: {use: tsafrir, longest: 36h, atLongest: 0.4, repeat: 0.5}
                  generate: {model: lublin, jobsPerDay: 300, interactive: {share: 0.3}}
                - {organization: them, generate: {model: downey, jobsPerDay: 100}}
            policies:
              moldable: {backfill: moldable}
            run: {length: 20d}
            """;

    private static SeedWorkload under(Scenario scenario, long seed) {
        return new Workloads(scenario, (read, all) -> {}).forSeed(seed);
    }

    @Test
    void eachStreamHasItsOwnLimitsAndSizes() {
        SeedWorkload made = under(scenario(TWO), 1);
        Workload jobs = made.workload();
        int ours = 0;
        int longest = 0;
        for (int job = 0; job < jobs.count(); job++) {
            boolean isOurs = jobs.organizations().get(jobs.jobs().organization(job)).equals("us");
            assertThat(jobs.jobs().elasticity(job).isRigid()).isEqualTo(isOurs);
            if (isOurs) {
                ours++;
                longest += jobs.jobs().walltimeMillis(job) == 36 * HOUR ? 1 : 0;
            } else {
                assertThat(jobs.jobs().elasticity(job)).isInstanceOf(DowneySpeedup.class);
            }
        }
        assertThat((double) longest / ours).isCloseTo(0.4, within(0.001));
        assertThat(made.figures().get("workload.streams[0]"))
                .extracting(Figure::name)
                .contains("jobs with the longest time limit in %", "interactive jobs in %");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Scenario read = scenario(TWO);
        String text = ScenarioText.of(read, PARTS);

        assertThat(text).contains("use: tsafrir", "longest: 1d12h", "atLongest: 0.4");
        assertThat(scenario(text).workload()).isEqualTo(read.workload());
        assertThat(ScenarioText.of(scenario(text), PARTS)).isEqualTo(text);
        assertThat(scenario(TWO, "workload.streams[0].estimates={use: tsafrir}"))
                .extracting(its -> its.workload().streams().get(0).request().estimates())
                .isEqualTo(PopularEstimates.PUBLISHED);
    }

    @Test
    void aLogIsScaledAndItsUsersAskForPopularTimes(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("log.swf");
        StringBuilder text = new StringBuilder("; MaxProcs: 32\n");
        for (int job = 1; job <= 400; job++) {
            int size = List.of(1, 8, 12).get(job % 3);
            text.append(
                    "%d %d -1 %d %d -1 -1 %d -1 -1 1 1 1 -1 -1 -1 -1 -1%n"
                            .formatted(job, 100 * job, 60 * (job % 50 + 1), size, size));
        }
        Files.writeString(log, text.toString());
        Scenario scenario =
                scenario(
                        Reading.RIGHT,
                        "machines={one: {nodes: 128}}",
                        "workload.streams[0]={organization: us, estimates: {use: tsafrir},"
                                + " trace: {file: %s, scaleNodes: 4}}".formatted(log));

        Workload jobs = under(scenario, 1).workload();

        assertThat(IntStream.range(0, 400).map(job -> jobs.jobs().nodes(job)).distinct())
                .containsExactlyInAnyOrder(1, 32, 48);
        assertThat(IntStream.range(0, 400).mapToLong(job -> jobs.jobs().walltimeMillis(job)))
                .allMatch(limit -> limit <= HOUR)
                .contains(HOUR, HOUR / 12);
        for (int job = 0; job < 400; job++) {
            assertThat(jobs.jobs().walltimeMillis(job)).isGreaterThanOrEqualTo(jobs.runMillis(job));
        }
        assertThat(under(scenario, 2).workload().jobs().walltimeMillis(7))
                .as("each seed has limits of its own, of the same jobs")
                .isNotEqualTo(jobs.jobs().walltimeMillis(7));
        assertThat(new Workloads(scenario, (read, all) -> {}).warnings())
                .noneMatch(warning -> warning.contains("was logged on"));
        assertThat(ScenarioText.of(scenario, PARTS)).contains("scaleNodes: 4");
    }

    @Test
    void whatIsWrongIsTold() {
        assertThat(issues(TWO, "workload.streams[0].estimates={use: popular}"))
                .singleElement()
                .asString()
                .contains("estimates.use (--set): must be 'tsafrir', but is 'popular'.");
        assertThat(issues(TWO, "workload.streams[0].estimates={use: tsafrir, atLongest: 0.95}"))
                .singleElement()
                .asString()
                .contains("atLongest (--set): must be");
    }
}
