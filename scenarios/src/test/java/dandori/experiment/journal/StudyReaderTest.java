package dandori.experiment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.experiment.CampaignStudies;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Studies;
import dandori.experiment.VariantWorkloads;
import dandori.report.HtmlReport;
import dandori.report.MarkdownReport;
import dandori.report.StudyReport;
import dandori.report.StudyTree;
import dandori.results.DamagedResultsException;
import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.scenario.sweep.VariantsText;
import dandori.sim.Checking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that are read back from their folders. */
class StudyReaderTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: {sweep: [32, 48], name: size}}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 32}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 2d, seeds: 1..2}
            """;

    /** The date on which time begins is known to the trace alone. */
    private static final String LOGGED =
            """
            scenario: logged
            machines: {east: {nodes: 64}}
            organizations: {us: {home: east}}
            workload:
              streams: [{organization: us, trace: {file: jobs.swf}}]
            campaigns:
              model:
                organization: us
                model: llm-jp-13b
                tokens: 2e8
                nodes: 4
                stepTime: 20s
                deadline: 2024-03-03T00:00+09:00
            policies: {easy: {backfill: easy}}
            """;

    @TempDir Path folder;

    private ExperimentResult play(Variants variants) throws Exception {
        Path out = folder.resolve("out");
        VariantWorkloads workloads = new VariantWorkloads((read, all) -> {});
        ExperimentResult played;
        try (CellJournal journal = CellJournal.begin(out)) {
            played =
                    new Runner(
                                    workloads,
                                    new RunSettings(2, Checking.CHEAP, null),
                                    journal,
                                    RunListener.NONE)
                            .play(Experiment.of(variants));
            journal.complete();
        }
        VariantNotes.write(out, VariantNotes.of(played, workloads));
        Files.writeString(
                out.resolve("scenario.yaml"), VariantsText.of(variants, KnownParts.found()));
        return played;
    }

    private Variants read(String text) {
        return VariantReader.read(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                folder,
                List.of(),
                KnownParts.found());
    }

    private void comesBack(String text) throws Exception {
        ExperimentResult played = play(read(text));

        ExperimentResult back = StudyReader.read(folder.resolve("out"));

        assertThat(played.failures()).isEmpty();
        assertThat(JsonText.of(StudyTree.of(back))).isEqualTo(JsonText.of(StudyTree.of(played)));
        assertThat(MarkdownReport.of(StudyReport.of(back)))
                .isEqualTo(MarkdownReport.of(StudyReport.of(played)));
        assertThat(HtmlReport.of(StudyReport.of(back)))
                .isEqualTo(HtmlReport.of(StudyReport.of(played)));
        for (int threads : new int[] {2, 7}) {
            assertThat(StudyReader.read(folder.resolve("out"), List.of(), threads).results())
                    .extracting(CellLine::of)
                    .isEqualTo(back.results().stream().map(CellLine::of).toList());
        }
        assertThat(back.results()).hasSameSizeAs(played.results());
    }

    @Test
    void aStudyComesBackToTheLastBit() throws Exception {
        comesBack(Studies.SMALL);
        comesBack(CampaignStudies.BY_HAND);
        comesBack(SWEPT);
    }

    @Test
    void tracesNeedNotBeThere() throws Exception {
        Path trace =
                Files.writeString(
                        folder.resolve("jobs.swf"),
                        """
                        ; UnixStartTime: 1709251200
                        ; TimeZoneString: Asia/Tokyo
                        ; MaxNodes: 128
                        1 0 -1 5000 40 -1 -1 40 6000 -1 1 1 1 -1 1 -1 -1 -1
                        2 100 -1 7000 40 -1 -1 40 6000 -1 1 2 1 -1 1 -1 -1 -1
                        """);
        ExperimentResult played = play(read(LOGGED));
        String tree = JsonText.of(StudyTree.of(played));
        Files.delete(trace);

        ExperimentResult back = StudyReader.read(folder.resolve("out"));

        assertThat(tree).contains("was logged on a machine of 128 nodes", "run-beyond-estimate");
        assertThat(JsonText.of(StudyTree.of(back))).isEqualTo(tree);
        assertThat(back.first().imports()).isEqualTo(played.first().imports());
        assertThat(back.results().get(0).campaigns().get(0).campaign().deadlineMillis())
                .isEqualTo(39 * 3_600_000L);
        assertThat(CellLine.of(back.results().get(0)))
                .isEqualTo(CellLine.of(played.results().get(0)));
    }

    /** The page names the keys of a line, and no others. */
    @Test
    void theKeysOfLines() throws Exception {
        ExperimentResult played = play(read(CampaignStudies.BUSY));
        assertThat(played.failures()).isEmpty();
        String line = Files.readAllLines(folder.resolve("out").resolve(VariantNotes.NAME)).get(0);
        String page = Files.readString(Path.of("../docs/data/variants.md"));

        assertThat(
                        page.lines()
                                .filter(row -> row.startsWith("| `"))
                                .map(row -> row.substring(3, row.indexOf('`', 3))))
                .containsExactlyElementsOf(dandori.results.JsonLine.read(line).keySet());
    }

    @Test
    void aCellWithoutALineHasFailed() throws Exception {
        play(read(SWEPT));
        Path journal = folder.resolve("out").resolve(CellJournal.NAME);
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, 15));
        Files.writeString(journal, lines.get(15).substring(9), StandardOpenOption.APPEND);

        ExperimentResult back = StudyReader.read(folder.resolve("out"));

        assertThat(back.failures())
                .extracting(failure -> failure.cell().number())
                .containsExactly(15);
        assertThat(back.results()).hasSize(15);
        assertThat(Files.readString(journal)).endsWith(lines.get(15).substring(9));
    }

    @Test
    void whatIsMissingOrBrokenIsNamed() throws Exception {
        play(read(CampaignStudies.BY_HAND));
        Path out = folder.resolve("out");
        refused(out, CellJournal.NAME, "{}\n");
        refused(out, VariantNotes.NAME, "{\"variant\": 3}\n");
        Path notes = out.resolve(VariantNotes.NAME);
        refused(out, VariantNotes.NAME, Files.readString(notes).replace("easy", "hard"));
        refused(out, VariantNotes.NAME, Files.readString(notes).replace(":0", ":7"));
    }

    private static void refused(Path out, String name, String broken) throws IOException {
        Path file = out.resolve(name);
        String whole = Files.readString(file);
        Files.writeString(file, broken);
        assertThatThrownBy(() -> StudyReader.read(out))
                .isInstanceOf(DamagedResultsException.class)
                .hasMessageContaining("jsonl: is not whole");
        Files.delete(file);
        assertThatThrownBy(() -> StudyReader.read(out))
                .isInstanceOf(DamagedResultsException.class)
                .hasMessageContaining(name);
        Files.writeString(file, whole);
    }
}
