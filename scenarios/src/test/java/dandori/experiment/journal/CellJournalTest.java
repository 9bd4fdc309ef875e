package dandori.experiment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.experiment.CellResult;
import dandori.experiment.CellStore;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Studies;
import dandori.experiment.VariantWorkloads;
import dandori.results.DamagedResultsException;
import dandori.sim.Checking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study's cells as lines of a file. */
class CellJournalTest {

    private static final String TRAINING =
            """
            scenario: training
            machines:
              one: {nodes: 16}
            organizations:
              us: {home: one}
            workload:
              streams:
                - {organization: us, generate: {load: 0.4, nodes: {max: 8}}}
            campaigns:
              model:
                organization: us
                model: llm-jp-13b
                tokens: 2e8
                nodes: 4
                stepTime: 20s
            policies:
              fcfs: {}
              easy: {backfill: easy}
            run: {length: 2d, seeds: 1..2}
            """;

    @TempDir Path folder;

    private final VariantWorkloads workloads = new VariantWorkloads((read, all) -> {});

    private ExperimentResult play(Experiment experiment, CellStore store)
            throws InterruptedException {
        return new Runner(
                        workloads,
                        new RunSettings(2, Checking.CHEAP, null),
                        store,
                        RunListener.NONE)
                .play(experiment);
    }

    @Test
    void aLineIsTheResultToTheLastBit() throws Exception {
        for (String text : new String[] {Studies.SMALL, TRAINING}) {
            Experiment experiment = Experiment.of(Studies.scenario(text));
            VariantWorkloads its = new VariantWorkloads((read, all) -> {});
            ExperimentResult played =
                    new Runner(
                                    its,
                                    new RunSettings(2, Checking.CHEAP, null),
                                    CellStore.NONE,
                                    RunListener.NONE)
                            .play(experiment);
            assertThat(played.failures()).isEmpty();
            try (CellJournal journal = CellJournal.begin(folder)) {
                for (CellResult result : played.results()) {
                    journal.keep(result);
                }
                for (CellResult result : played.results()) {
                    CellResult kept = journal.kept(result.cell(), its).orElseThrow();
                    assertThat(CellLine.of(kept)).isEqualTo(CellLine.of(result));
                    assertThat(kept.measurement()).isEqualTo(result.measurement());
                    assertThat(kept.generated()).isEqualTo(result.generated());
                }
            }
        }
    }

    @Test
    void whatIsKeptIsNotPlayedAgainAndGivesTheSameStudy() throws Exception {
        Experiment experiment = Experiment.of(Studies.scenario(Studies.SMALL));
        ExperimentResult whole = play(experiment, CellStore.NONE);
        try (CellJournal journal = CellJournal.begin(folder)) {
            journal.keep(whole.results().get(3));
            journal.keep(whole.results().get(0));
        }
        Files.writeString(
                folder.resolve(CellJournal.NAME),
                "{\"cell\": 4, \"vari",
                StandardOpenOption.APPEND);

        try (CellJournal journal = CellJournal.resume(folder)) {
            assertThat(journal.cells()).containsExactly(0, 3);
            assertThat(play(experiment, journal).results()).isEqualTo(whole.results());
            journal.complete();
        }
        assertThat(Files.readAllLines(folder.resolve(CellJournal.NAME)))
                .containsExactlyElementsOf(whole.results().stream().map(CellLine::of).toList());
    }

    @Test
    void aLineThatIsBrokenInTheMiddleIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("cells"));
        Files.writeString(folder.resolve(CellJournal.NAME), "{\"cell\": 0\n{\"cell\": 1}\n");

        assertThatThrownBy(() -> CellJournal.resume(folder))
                .isInstanceOf(DamagedResultsException.class)
                .hasMessageContaining("summaries.jsonl");
    }
}
