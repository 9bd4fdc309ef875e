package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code dandori report}: what {@code run} wrote, from the folder alone. */
class ReportCommandTest {

    private static final String LOG =
            """
            scenario: s
            machines: {east: {nodes: 4}}
            workload: {streams: [{organization: us, trace: {file: t.swf}}]}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            """;
    private static final String DRAWN =
            """
            scenario: s
            description: Which?
            machines: {east: {nodes: 32}}
            organizations: {us: {}, them: {}}
            workload:
              streams:
                - {organization: us, generate: {load: 0.6, nodes: {max: 32}}}
                - {organization: them, generate: {load: 0.2, nodes: {max: 8}}}
            power: {east: {busy: 400 W}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 2d, seeds: 1..3}
            """;
    private static final String SWEPT =
            DRAWN.replace("{nodes: 32}}\norg", "{nodes: {sweep: [32, 40]}}}\norg");
    private static final String TRAINING =
            """
            scenario: s
            machines: {one: {nodes: 16}}
            organizations: {us: {home: one}}
            workload:
              streams: [{organization: us, generate: {load: 0.4, nodes: {max: 8}}}]
            campaigns:
              m: {organization: us, model: llm-jp-13b, tokens: 2e8, nodes: 4, stepTime: 20s}
            policies: {fcfs: {}, easy: {backfill: easy}}
            run: {length: 2d, seeds: 1..2}
            """;

    @TempDir Path folder;

    static List<String> studies() {
        return List.of(LOG, DRAWN, SWEPT, TRAINING);
    }

    private Path run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        Files.writeString(
                folder.resolve("t.swf"),
                """
                ; MaxProcs: 4
                1 0 -1 600 2 -1 -1 2 600 -1 1 1 1 1 1 1 -1 -1
                2 60 -1 600 4 -1 -1 4 600 -1 1 1 1 1 1 1 -1 -1
                3 120 -1 700 1 -1 -1 1 300 -1 1 2 2 1 1 1 -1 -1
                4 1800 -1 60 1 -1 -1 1 60 -1 1 2 2 1 1 1 -1 -1
                """);
        Path out = folder.resolve("out");
        StudyCall call = StudyCall.of("run", file.toString(), "--out", out.toString());
        assertThat(call.status()).as(call.err()).isZero();
        return out;
    }

    @ParameterizedTest
    @MethodSource("studies")
    void theReportsAreThoseThatTheRunWroteByteForByte(String text) throws IOException {
        Path out = run(text);
        Map<String, String> before = Folder.results(out);
        Files.delete(out.resolve("report.md"));
        Files.delete(out.resolve("report.html"));
        Files.delete(folder.resolve("t.swf"));
        Files.delete(folder.resolve("s.yaml"));

        StudyCall call = StudyCall.of("report", out.toString());

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("All jobs", "Details: " + out.resolve("report.md"));
        assertThat(Folder.results(out)).isEqualTo(before);
    }

    @Test
    void aPageMayGoElsewhereAndTellOtherThings() throws IOException {
        Path out = run(DRAWN);
        Map<String, String> before = Folder.results(out);
        Path page = folder.resolve("page.html");

        StudyCall call =
                StudyCall.of(
                        "report",
                        out.toString(),
                        "--html",
                        page.toString(),
                        "--set",
                        "report.compareTo=easy",
                        "--set",
                        "report.metrics=[fairness_jain]");

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out())
                .contains("better than easy, beyond chance by paired runs", "Jain's index");
        assertThat(Files.readString(page)).contains("Differences from easy").doesNotContain("http");
        assertThat(Folder.results(out)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.metrics=[wait] | report.metrics[0] (--set): is none of the words",
                "run.length=1w | --set: 'run.length=1w' is not below 'report'.",
            })
    void aWrongSettingIsTold(String setting, String told) throws IOException {
        Path out = run(LOG);
        StudyCall call = StudyCall.of("report", out.toString(), "--set", setting);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains(told).doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsNoStudyIsTold() {
        assertThat(StudyCall.of("report", folder.toString()))
                .isEqualTo(
                        new StudyCall(
                                2,
                                "",
                                "dandori: RESULTS: '"
                                        + folder
                                        + "' holds no study that is complete.\nMaybe a folder that"
                                        + " 'dandori run' has made; 'run … --resume' completes one"
                                        + " that was broken off.\n"));
    }

    @Test
    void aMachineFileThatHasChangedIsNamedAndNothingWritten() throws IOException {
        Path machine = MachineFile.write(folder);
        Path out = run(LOG.replace("{nodes: 4}", "{from: m.yaml}"));
        Files.delete(out.resolve("report.md"));
        MachineFile.change(machine);

        StudyCall call = StudyCall.of("report", out.toString());

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo(
                        "dandori: %s: these files have changed since the study was played:\n\n  %s\nMaybe put back what they said then, or run the study again.\n"
                                .formatted(out, machine));
        assertThat(out.resolve("report.md")).doesNotExist();
    }

    @Test
    void aFileThatIsBrokenIsNamed() throws IOException {
        Path out = run(LOG);
        Path cells = out.resolve("cells/summaries.jsonl");
        Files.writeString(cells, Files.readString(cells).replace("\"groups\"", "\"group\""));

        StudyCall call = StudyCall.of("report", out.toString());

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("summaries.jsonl: is not whole")
                .doesNotContain("Exception");
    }
}
