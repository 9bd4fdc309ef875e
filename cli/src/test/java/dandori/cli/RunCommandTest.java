package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dandori run}, from the call to the files. */
class RunCommandTest {

    private static final String SCENARIO =
            """
            scenario: tiny
            description: Who gains if short jobs may overtake?
            machines:
              east: {nodes: 4}
            organizations:
              us: {shares: 3}
              them: {shares: 1}
            workload:
              streams:
                - trace: {file: t.swf, organizationFrom: group, organizations: {1: us, 2: them}}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            """;

    /** The third job may overtake the second; the fifth is too large. */
    private static final String TRACE =
            """
            ; MaxProcs: 4
            1 0 -1 600 2 -1 -1 2 600 -1 1 1 1 1 1 1 -1 -1
            2 60 -1 600 4 -1 -1 4 600 -1 1 1 1 1 1 1 -1 -1
            3 120 -1 300 1 -1 -1 1 300 -1 1 2 2 1 1 1 -1 -1
            4 1800 -1 60 1 -1 -1 1 60 -1 1 2 2 1 1 1 -1 -1
            5 1800 -1 60 9 -1 -1 9 60 -1 1 2 2 1 1 1 -1 -1
            """;

    private static final String DRAWN =
            """
            scenario: drawn
            machines: {east: {nodes: 32}, west: {nodes: 8}}
            organizations: {us: {home: east}, them: {home: west}}
            workload:
              streams:
                - {organization: us, generate: {load: 0.8, nodes: {max: 32}}}
                - {organization: them, generate: {load: 0.6, nodes: {max: 8}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 3d, seeds: 1..4}
            """;

    @TempDir Path folder;
    private Path scenario;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
        Files.writeString(folder.resolve("t.swf"), TRACE);
        out = folder.resolve("out");
    }

    @Test
    void theResultsOfAnotherScenarioAreNotOverwritten() throws IOException {
        assertThat(run().status()).isZero();
        byte[] before = Files.readAllBytes(out.resolve("summary.json"));
        Files.writeString(scenario, SCENARIO.replaceFirst("scenario: [a-z-]+", "scenario: other"));
        StudyCall call = run();

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .startsWith("dandori: " + out + ": holds the results of scenario '")
                .endsWith(
                        "which those of 'other' would replace.\nMaybe --out with another folder.\n");
        assertThat(Files.readAllBytes(out.resolve("summary.json"))).isEqualTo(before);

        Files.writeString(scenario, SCENARIO.replace("seeds: 1..4", "seeds: 1..2"));
        assertThat(run().status()).as("the same, changed").isZero();
    }

    @Test
    void whoTheNetworkMadeTooLongIsCountedApart() throws IOException {
        String talking =
                """
                scenario: tight
                machines: {one: {from: catalogue/sakuraone}}
                workload:
                  streams:
                    - organization: us
                      communication: {pattern: all-to-all, bytesPerSecond: 200 GB/s}
                      generate:
                        {jobsPerDay: 100, nodes: {min: 30, max: 40}, estimates: {factor: 1}}
                policies:
                  packed: {placement: rail-packing}
                  scattered: {placement: random}
                run: {length: 3d, network: static}
                """;
        scenario = Files.writeString(folder.resolve("tight.yaml"), talking);
        StudyCall call = run();

        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .containsPattern(
                        " Killed at their time limit only because the network slowed them, jobs a"
                                + " run: [0-9.]+ \\(packed\\), [0-9.]+\\s+\\(scattered\\)\\.");
        assertThat(Files.readString(out.resolve("summary.json"))).contains("\"killed_slowed\"");
    }

    @Test
    void tablesOfEachSimulationAreThereAsParquetToo() {
        assertThat(run("--set", "report.parquet=true").status()).isZero();

        for (String cell : new String[] {"0000", "0001"}) {
            assertThat(out.resolve("cells/" + cell + "/jobs.csv.gz")).isNotEmptyFile();
            assertThat(out.resolve("cells/" + cell + "/jobs.parquet")).isNotEmptyFile();
            assertThat(out.resolve("cells/" + cell + "/series.parquet")).isNotEmptyFile();
        }
    }

    @Test
    void campaignsAreThereAsParquetTooUntilTheStudyIsRunWithout() throws IOException {
        scenario =
                Files.writeString(
                        folder.resolve("model.yaml"),
                        """
                        scenario: model
                        machines: {one: {nodes: 8}}
                        organizations: {us: {home: one}}
                        campaigns:
                          m: {organization: us, model: llm-jp-13b, tokens: 2e8, nodes: 4, stepTime: 20s}
                        policies: {fcfs: {}}
                        run: {length: 1d}
                        """);
        assertThat(run("--set", "report.parquet=true").err()).isEmpty();

        Path copy = out.resolve("campaigns.parquet");
        assertThat(Files.readAllBytes(copy)).startsWith('P', 'A', 'R', '1');
        assertThat(out.resolve("campaigns.csv")).content().contains("\n0,m,us,one,");
        assertThat(run().status()).isZero();
        assertThat(copy).doesNotExist();
    }

    private StudyCall run(String... words) {
        String[] all =
                Stream.concat(
                                Stream.of("run", scenario.toString(), "--out", out.toString()),
                                Stream.of(words))
                        .toArray(String[]::new);
        return StudyCall.of(all);
    }

    @Test
    void theWholeOutput() {
        StudyCall call = run();

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        // plain: 0, 540, 1080, 0 s; easy lets the third start at once. Utilization is that of the
        // 1,800 s to the last submission: 1,200 + 2,400 + 300 of 7,200 node seconds.
        assertThat(call.out().replace(out.toString(), "OUT"))
                .isEqualTo(
                        """
                        Who gains if short jobs may overtake?
                        1 machine · 2 policies · 1 seed · as long as the trace · 5 jobs a run

                         On these jobs easy is better than plain: p95 wait 9.00 min shorter; utilization is the same.
                         Of the organizations, them gains most: p95 wait 18.0 min shorter; none loses so much that it can be
                         told.

                        All jobs
                         Policy   Utilization   Wait, mean   median     p95   Bounded slowdown
                                            %          min        s     min
                         plain           54.2         6.75        0   18.0                2.13
                         easy            54.2         2.25        0    9.00               1.23
                         Every run would have the jobs of the trace, so there is one: 'run.shake' makes others.

                        Mean wait by organization
                         Organization   Jobs   plain   easy
                                                 min    min
                         us                2    4.50   4.50
                         them              2    9.00   0

                        Mean wait by size of job
                         Nodes   Jobs   plain   easy
                                          min    min
                         1          2    9.00   0
                         2          1    0      0
                         3–4        1    9.00   9.00

                        Who gains, who loses: share of the node time
                         Organization   Share   Asked   Got: plain   Got: easy
                                            %       %            %           %
                         us              75.0   92.3         92.3        92.3
                         them            25.0    7.69         7.69        7.69
                         Share: due by its shares among those at home on the same machine. Asked: of all demand there. Got:
                         of all node time delivered there.

                         Rejected, because they ask for more than their machine has: 1 a run.
                         t: 5 jobs used, none skipped.

                        Details: OUT/report.md
                        See it:  ./dandori serve OUT
                        """);
    }

    @Test
    void theFolderHoldsWhatIsPromised() throws IOException {
        assertThat(run().status()).isZero();

        assertThat(Folder.contents(out).keySet())
                .containsExactly(
                        "cells/0000/jobs.csv.gz",
                        "cells/0000/series.csv.gz",
                        "cells/0000/summary.json",
                        "cells/0001/jobs.csv.gz",
                        "cells/0001/series.csv.gz",
                        "cells/0001/summary.json",
                        "cells/summaries.jsonl",
                        "cells/variants.jsonl",
                        "machine.json",
                        "manifest.json",
                        "report.html",
                        "report.md",
                        "scenario.yaml",
                        "summary.json");
        assertThat(Folder.contents(out).get("cells/0001/jobs.csv.gz"))
                .startsWith("job_id,organization,")
                .contains("\n3,them,2,east,1,120,120,420,1,300,300,completed,0,0,0,0,")
                .contains("rejected");
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"state\" : \"complete\"", "\"cells_done\" : 2", "t.swf");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<svg", "Mean wait by organization", "prefers-color-scheme: dark")
                .doesNotContain("<script", "http");
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("# Who gains", "| plain | 54.2 |", "Differences from plain");
    }

    @Test
    void theResolvedScenarioRunsAgainToTheSameResults() throws IOException {
        run();
        Path again = folder.resolve("again");
        StudyCall.of("run", out.resolve("scenario.yaml").toString(), "--out", again.toString());

        assertThat(Folder.results(again)).isEqualTo(Folder.results(out));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        scenario = Files.writeString(folder.resolve("drawn.yaml"), DRAWN);
        assertThat(run("--threads", "1").status()).isZero();
        Map<String, String> one = Folder.results(out);
        out = folder.resolve("other");
        assertThat(run("--threads", "4").status()).isZero();

        assertThat(Folder.results(out)).isEqualTo(one).hasSize(8 * 3 + 7);
    }

    @Test
    void anOlderStudyGoesAwayAndAnythingElseIsLeftAlone() throws IOException {
        scenario = Files.writeString(folder.resolve("drawn.yaml"), DRAWN);
        run();
        Files.writeString(out.resolve("mine.txt"), "keep me");
        Files.writeString(out.resolve("cells/0000/.jobs.csv.gz.part"), "half");
        Files.writeString(out.resolve("cells/0000/.jobs.csv.gz.77-1.part"), "half");
        run("--seeds", "3");

        assertThat(Folder.contents(out))
                .hasSize(2 * 3 + 8 + 1)
                .containsEntry("mine.txt", "keep me");
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.tex"), "");
        out = foreign;
        assertThat(run())
                .isEqualTo(
                        new StudyCall(
                                2,
                                "",
                                "dandori: "
                                        + foreign
                                        + ": holds files that are no study, so nothing is written"
                                        + " into it.\nMaybe --out with another folder.\n"));
        assertThat(foreign).isDirectoryNotContaining("glob:*.json");
    }

    @Test
    void aFolderOfAReplayIsLeftAlone() throws IOException {
        Path trace = folder.resolve("t.swf");
        assertThat(StudyCall.of("replay", trace.toString(), "--out", out.toString()).status())
                .isZero();
        Map<String, String> replayed = Folder.contents(out);
        assertThat(run().status()).isEqualTo(2);
        assertThat(Folder.contents(out)).isEqualTo(replayed);
    }

    @Test
    void jsonIsAllThatIsPrinted() throws IOException {
        StudyCall call = run("--json", "--policies", "easy");

        assertThat(call.out()).isEqualTo(Files.readString(out.resolve("summary.json")));
        assertThat(call.out()).contains("\"wait_mean_s\"").doesNotContain("\"plain\"");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void progressIsShownOnStandardErrorIfAskedFor() {
        assertThat(run("--progress", "plain").err()).contains("simulating 100 %");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policies easi | there is no policy 'easi' in 'tiny'.\\nMaybe 'easy'.",
                "--seeds 3..1 | run.seeds (--set)",
                "--seeds all | --seeds: must be seeds of at least 0, but is 'all'.\\nMaybe 1..10",
                "--threads 0 | --threads: must be from 1 to 1024, but is 0.",
                "--set run.lenght=1w | run.lenght",
                "--check sometimes | --check",
            })
    void aWrongCallIsTold(String words, String told) {
        StudyCall call = run(words.split(" "));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(told.replace("\\n", "\n")).doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    @Test
    void aLongListOfSeedsIsOne() {
        String seeds = "1" + ",2".repeat(20_000);
        assertThat(RunWords.seeds(seeds)).isEqualTo("run.seeds=[" + seeds + "]");
    }

    @Test
    void aScenarioThatIsNotThereIsTold() {
        StudyCall call = StudyCall.of("run", "nowhere.yaml");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("nowhere.yaml").contains("there is no such file.");
    }

    @Test
    void whatCannotBeWrittenIsToldOnceAndTheManifestStaysRunning() throws IOException {
        Files.createDirectories(out.resolve("cells"));
        Files.writeString(out.resolve("manifest.json"), "{}");
        Files.writeString(out.resolve("cells/0001"), "a file where a folder should be");

        StudyCall call = run();

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).startsWith("dandori: easy, seed 1: ").hasLineCount(1);
        assertThat(call.out()).contains("Failed: easy under seed 1; it is missing here.");
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("\"running\"");
    }
}
