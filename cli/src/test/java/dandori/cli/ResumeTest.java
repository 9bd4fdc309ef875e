package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that were broken off go on. */
class ResumeTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: 32}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 32}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 2d, seeds: 1..2}
            """;

    @TempDir Path folder;
    private Path scenario;
    private Path out;
    private Path journal;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("swept.yaml"), SWEPT);
        out = folder.resolve("out");
        journal = out.resolve("cells/summaries.jsonl");
    }

    private StudyCall run(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("run", scenario.toString()));
        words.addAll(List.of("--out", out.toString(), "--progress", "none"));
        words.addAll(List.of(more));
        return StudyCall.of(words.toArray(String[]::new));
    }

    @Test
    void aFolderWhoseScenarioCannotBeReadIsNotReplaced() throws IOException {
        run();
        Path text = out.resolve("scenario.yaml");
        Files.writeString(text, "# long\n".repeat(200_000) + Files.readString(text));
        Map<String, String> before = Folder.results(out);

        StudyCall again = run();

        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("holds a study whose 'scenario.yaml' cannot be read");
        assertThat(Folder.results(out)).isEqualTo(before);
    }

    @Test
    void aStudyThatCouldNotBeReadBackIsNotBegun() throws IOException {
        String stream = "    - {organization: us, generate: {load: 0.001, nodes: {max: 32}}}\n";
        Files.writeString(scenario, SWEPT.replace("policies:", stream.repeat(3_000) + "policies:"));

        StudyCall call = run();

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("with every default written out the scenario is longer");
        assertThat(out).doesNotExist();
    }

    @Test
    void aStudyGoesOnWhereItWasBrokenOffAndEndsTheSame() throws IOException {
        assertThat(run().status()).isZero();
        Map<String, String> whole = Folder.results(out);
        assertThat(whole).hasSize(8 * 3 + 7);
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, lines.get(5) + "\n" + lines.get(2) + "\n" + "{\"cell\": 7");
        Files.delete(out.resolve("summary.json"));
        Files.writeString(out.resolve("cells/0004/jobs.csv.gz"), "half of a cell in flight");
        Files.writeString(out.resolve("cells/0004/.series.csv.gz.77-1.part"), "half");
        Path done = out.resolve("cells/0002/jobs.csv.gz");
        byte[] its = Files.readAllBytes(done);
        Files.writeString(done, "stays as it is");

        assertThat(run("--resume").status()).isZero();

        assertThat(Files.readString(done)).isEqualTo("stays as it is");
        Files.write(done, its);
        assertThat(Folder.results(out)).isEqualTo(whole);
        assertThat(run("--resume", "--threads", "1").status()).isZero();
        assertThat(Folder.results(out)).isEqualTo(whole);
    }

    @Test
    void aSearchTakesTheSameWayAgainAndItsReportIsMadeAnewFromItsFolder() throws IOException {
        Files.writeString(
                scenario,
                SWEPT.replace("{sweep: [0.6, 0.9]}", "0.7")
                        + """
                        search:
                          change: workload.streams[0].generate.load
                          between: 0.3..1.1
                          step: 0.1
                          find: largest
                          target: {figure: wait_mean_s, atMost: 1h}
                          certainty: 80 %
                          seedsAtMost: 4
                        """);
        assertThat(run("--threads", "1").status()).isZero();
        Map<String, String> whole = Folder.results(out);
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).hasSizeGreaterThan(15);
        assertThat(whole.get("summary.json")).contains("\"holds_from\"");
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"cells_planned\" : " + lines.size());

        for (int kept : List.of(1, 9, lines.size() - 1)) {
            Files.write(journal, lines.subList(0, kept));
            Files.writeString(journal, "{\"cell\": 7", java.nio.file.StandardOpenOption.APPEND);
            assertThat(run("--resume", "--threads", "2").status()).isZero();
            assertThat(Folder.results(out)).isEqualTo(whole);
        }

        Files.delete(out.resolve("report.html"));
        Files.delete(out.resolve("report.md"));
        StudyCall again = StudyCall.of("report", out.toString());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(Folder.results(out)).isEqualTo(whole);
    }

    @Test
    void withoutAFolderItBeginsAfresh() throws IOException {
        assertThat(run("--resume").status()).isZero();
        Map<String, String> resumed = Folder.results(out);
        run();

        assertThat(Folder.results(out)).isEqualTo(resumed);
    }

    @Test
    void anotherScenarioOrAnotherInputIsRefused() throws IOException {
        run();
        assertThat(run("--resume", "--set", "run.length=3d"))
                .satisfies(call -> assertThat(call.status()).isEqualTo(2))
                .extracting(StudyCall::err)
                .asString()
                .contains("cannot go on: the scenario is not the one that was begun.")
                .contains("Maybe leave out --resume to begin anew");
        Files.writeString(scenario, SWEPT + "# changed\n");
        assertThat(run("--resume").err()).contains("swept.yaml' has changed since.");
    }

    @Test
    void theLevelOfChecksStaysUnlessAnotherIsAskedFor() throws IOException {
        Path manifest = out.resolve("manifest.json");
        run("--check", "full");

        assertThat(run("--resume").status()).isZero();
        assertThat(Files.readString(manifest)).contains("\"check\" : \"full\"");
        assertThat(run("--resume", "--check", "full").status()).isZero();

        Map<String, String> whole = Folder.results(out);
        Files.writeString(journal, Files.readAllLines(journal).get(1) + "\n");
        assertThat(run("--resume", "--check", "off").status()).isZero();
        assertThat(Files.readString(manifest)).contains("\"check\" : \"off\"");
        assertThat(Folder.results(out)).isEqualTo(whole);

        assertThat(run().status()).isZero();
        assertThat(Files.readString(manifest)).contains("\"check\" : \"cheap\"");
    }

    @Test
    void summariesAloneAreKeptWhenNoTablesAreAskedFor() throws IOException {
        assertThat(run("--set", "run.keep=summaries").status()).isZero();

        assertThat(Folder.results(out).keySet())
                .containsExactly(
                        "cells/summaries.jsonl",
                        "cells/variants.jsonl",
                        "machine.json",
                        "report.html",
                        "report.md",
                        "scenario.yaml",
                        "summary.json");
        assertThat(Files.readAllLines(journal)).hasSize(8);
    }
}
