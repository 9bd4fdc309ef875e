package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.fit.Fitting;
import dandori.fit.ModelFile;
import dandori.generate.Figure;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams whose jobs a fitted model draws. */
class FittedStreamTest {

    private static final String TEXT =
            """
            scenario: fitted
            machines:
              one: {nodes: 64}
            workload:
              streams:
                - {organization: us, generate: {fit: models/m.json, load: 0.6}}
                - {organization: them, generate: {fit: models/m.json, jobsPerDay: 20, processorsPerNode: 4}}
            policies:
              easy: {backfill: easy}
            run: {length: 20d}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        WorkloadBuilder log = new WorkloadBuilder("log");
        for (int job = 0; job < 600; job++) {
            long run = (60 + job * 17 % 50 * 90) * 1_000L;
            int size = 1 << job * 31 % 7 % 5;
            int user = log.user("u" + job % 3);
            log.add(
                    job + 1,
                    job * 600_000L + job % 7 * 40_000,
                    size,
                    7_200_000,
                    run,
                    user,
                    -1,
                    -1,
                    -1);
        }
        Files.createDirectory(folder.resolve("models"));
        Files.writeString(
                folder.resolve("models/m.json"), ModelFile.text(Fitting.of(log.build(), 32, true)));
    }

    private Scenario read(String text, String... settings) {
        return ScenarioReader.read(
                "my.yaml", text.getBytes(StandardCharsets.UTF_8), folder, List.of(settings), PARTS);
    }

    private List<String> issues(String text, String... settings) {
        try {
            read(text, settings);
            return List.of();
        } catch (ScenarioException e) {
            return e.issues().stream().map(Issue::text).toList();
        }
    }

    private static SeedWorkload under(Scenario scenario, int seed) {
        return new Workloads(scenario, (done, all) -> {}).forSeed(seed);
    }

    private static String text(Workload jobs) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < jobs.count(); job++) {
            text.append(
                    "%d %d %d %d %s%n"
                            .formatted(
                                    jobs.jobs().submitMillis(job),
                                    jobs.jobs().nodes(job),
                                    jobs.jobs().walltimeMillis(job),
                                    jobs.runMillis(job),
                                    jobs.userName(job)));
        }
        return text.toString();
    }

    @Test
    void jobsOfAModelComeAsOftenAsIsSaid() {
        SeedWorkload made = under(read(TEXT), 1);
        List<Figure> ours = made.figures().get("workload.streams[0]");
        List<Figure> theirs = made.figures().get("workload.streams[1]");

        assertThat(ours.get(1).asked()).isEqualTo(0.6, within(1e-9));
        assertThat(ours.get(1).achieved()).isBetween(0.5, 0.7);
        assertThat(theirs.get(0).asked()).isEqualTo(400);
        assertThat(theirs.get(0).achieved()).isBetween(340.0, 460.0);
        assertThat(made.workload().users())
                .containsExactlyInAnyOrder(
                        "us-u1", "us-u2", "us-u3", "them-u1", "them-u2", "them-u3");
        Workload jobs = made.workload();
        for (int job = 0; job < jobs.count(); job++) {
            boolean isOurs = jobs.organizations().get(jobs.jobs().organization(job)).equals("us");
            assertThat(jobs.jobs().nodes(job)).isLessThanOrEqualTo(isOurs ? 16 : 4);
        }
    }

    @Test
    void eachSeedHasItsJobs() {
        Scenario scenario = read(TEXT, "run.seeds=1..3");
        assertThat(scenario.isDrawn()).isTrue();
        String first = text(under(scenario, 1).workload());
        assertThat(text(under(scenario, 1).workload())).isEqualTo(first);
        assertThat(text(under(scenario, 2).workload())).isNotEqualTo(first);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Scenario scenario = read(TEXT);
        String text = ScenarioText.of(scenario, PARTS);

        assertThat(text)
                .contains("fit: " + folder.resolve("models/m.json"))
                .contains("processorsPerNode: 4")
                .doesNotContain("model:");
        assertThat(read(text).workload()).isEqualTo(scenario.workload());
        assertThat(ScenarioText.of(read(text), PARTS)).isEqualTo(text);
    }

    /** Results are looked at where the model is no more, or another one. */
    @Test
    void aPlayedScenarioNeedsNoModel() throws IOException {
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, ScenarioText.of(read(TEXT), PARTS));
        Files.writeString(folder.resolve("models/m.json"), "{}");
        Scenario played = VariantReader.readPlayed(file, List.of()).first();
        assertThat(ScenarioText.of(played, PARTS)).isEqualTo(Files.readString(file));
        Files.delete(folder.resolve("models/m.json"));

        Scenario again = VariantReader.readPlayed(file, List.of()).first();
        assertThat(again.workload()).isEqualTo(played.workload());
        assertThatThrownBy(() -> under(again, 1))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("m.json");
    }

    @Test
    void allThatIsWrongWithTheModelIsTold() throws IOException {
        Path file = folder.resolve("models/m.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\"days\" : [0-9.]+", "\"days\" : 0")
                        .replaceFirst("\"like\" : \"log\"", "\"liked\" : 3"));

        assertThat(
                        issues(
                                TEXT.replace("load: 0.6", "laod: 0.6")
                                        .replaceFirst("(?m)^.*them.*$", "")))
                .containsExactly(
                        "workload.streams[0].generate.fit (line 6): models/m.json (line 1): 'like' is"
                                + " missing.\nMaybe add 'like' (text): the name of the log.",
                        "workload.streams[0].generate.fit (line 6): models/m.json: liked (line 3):"
                                + " there is no key 'liked' here.\nMaybe 'like'. Known: version, like,"
                                + " machine, days, jobsPerDay, sameSecond, gaps, samePhase, week,"
                                + " sizes, runTimes, limits, habits.",
                        "workload.streams[0].generate.fit (line 6): models/m.json: days (line 5): must"
                                + " be above 0, but is 0.",
                        "workload.streams[0].generate (line 6): 'load' or 'jobsPerDay' is missing."
                                + "\nMaybe load: 0.7",
                        "workload.streams[0].generate.laod (line 6): a fitted model has no option"
                                + " 'laod'.\nMaybe 'load'. Known: model, load, jobsPerDay, fit, thin,"
                                + " drawnAs, processorsPerNode.");
    }

    @Test
    void whatIsWrongWithTheStreamIsTold() {
        assertThat(issues(TEXT, "workload.streams[0].generate={fit: models/n.json, load: 1}"))
                .singleElement()
                .asString()
                .startsWith(
                        "workload.streams[0].generate.fit (--set): there is no file 'models/n.json'");
        assertThat(issues(TEXT.replace("m.json, load", "n.json, load")))
                .singleElement()
                .asString()
                .contains("generate.fit (line 6): there is no file 'models/n.json'")
                .contains("Maybe ", "m.json");
        assertThat(issues(TEXT.replace("m.json, load", "m.json, model: lublin, load")))
                .containsExactly(
                        "workload.streams[0].generate.fit (line 6): 'model' and 'fit' both say who"
                                + " draws the jobs.\nMaybe delete one of the two.");
        assertThat(issues(TEXT.replace("load: 0.6", "nodes: {max: 4}")))
                .hasSize(2)
                .anyMatch(issue -> issue.contains("'load' or 'jobsPerDay' is missing."))
                .anyMatch(issue -> issue.contains("a fitted model has no option 'nodes'."));
        assertThat(issues(TEXT, "machines.one.nodes=15"))
                .containsExactly(
                        "workload.streams[0].generate.fit (line 6): its largest jobs ask for 16, but"
                                + " the machine has 15.");
        assertThat(issues(TEXT, "workload.streams[1].generate.jobsPerDay=1e9"))
                .singleElement()
                .asString()
                .contains("makes 2.00e+10 jobs, but 50,000,000 are the most.");
    }
}
