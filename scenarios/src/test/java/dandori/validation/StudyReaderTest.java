package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.Certainty;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of a study says, and everything that may be wrong with it. */
class StudyReaderTest {

    private static final Path FOLDER = Path.of("some/ours");

    private static final String EVERYTHING =
            """
            files:
              log: {path: logs/a.swf.gz, sha256: %s, from: there}
              table: {path: b.csv}
            runs:
              easy:
                command: replay {log} --backfill easy
                starts: {file: table, job: id, start: start_easy_s}
                figures:
                  - figure: all.wait_mean_s
                    value: 12.50
                    unit: s
                    printed: table 3
                    knownDifference: {ours: 12.1, because: they did not count it.}
              queue:
                queue: {load: 0.5, service: fixed, full: refuse, seeds: 1..10}
                figures: [{figure: refused_share, value: 0.3, rounding: 0.05}]
            """;

    private static final String PROBLEMS =
            """
            study.yaml has 14 problems.

              files.log.sha256 (line 7): must be 64 hexadecimal digits, but is 'abc'.
              Maybe what 'sha256sum' prints.

              runs.typo.command (line 10): begins with 'repaly', which is no command that gives figures.
              Maybe 'replay'. Known: replay, run, estimate, describe, trace.

              runs.typo.command (line 10): names '--json', which is no matter of a study.
              Maybe leave it out.

              runs.typo.command (line 10): there is no file 'lug' in 'files'.
              Maybe 'log'.

              runs.typo.figures[0].value (line 11): must be a number, but is 'many'.

              runs.both (line 12): has both 'command' and 'queue'.
              Maybe a 'command' such as 'replay {log} --backfill easy'.

              runs.both.queue.load (line 14): must be below 1 where jobs wait: the queue grows for ever.
              Maybe 'full: refuse'.

              runs.both.queue.skipped (line 14): must be below 'jobs' (1000), but is 2000.

              runs.both.queue.seeds (line 14): must be 10 at least, for an interval that tells anything.
              Maybe '1..20'.

              runs.both.starts (line 15): belongs to a 'replay', but this is 'run'.

              runs.both.starts.file (line 15): there is no file 'table' in 'files'.
              Maybe 'log'.

              runs.nothing (line 16): has neither 'command' nor 'queue'.
              Maybe a 'command' such as 'replay {log} --backfill easy'.

              runs.nothing (line 16): compares nothing: it has neither 'figures' nor 'starts'.
              Maybe figures: [{figure: all.wait_mean_s, value: 12.5}].

              runs.nothing.comand (line 17): there is no key 'comand' here.
              Maybe 'command'. Known: command, queue, starts, figures.
            """;

    @TempDir private Path folder;

    @Test
    void everythingIsRead() {
        PublishedStudy study = StudyText.in(FOLDER, EVERYTHING.replace("%s", "AB".repeat(32)));

        assertThat(study.name()).isEqualTo("ours");
        assertThat(study.title()).isEqualTo("A title");
        assertThat(study.certainty()).isEqualTo(Certainty.PUBLISHED);
        assertThat(study.sourceAndCertainty()).isEqualTo("Somebody, somewhere (published).");
        assertThat(study.files())
                .containsExactly(
                        new NeededFile("log", "logs/a.swf.gz", "ab".repeat(32), "there"),
                        new NeededFile("table", "b.csv", "", ""));
        assertThat(study.runs())
                .containsExactly(
                        new ComparedRun(
                                "easy",
                                List.of("replay", "{log}", "--backfill", "easy"),
                                null,
                                new PublishedStarts("table", "id", "start_easy_s"),
                                List.of(
                                        new PublishedFigure(
                                                "all.wait_mean_s",
                                                new BigDecimal("12.50"),
                                                "s",
                                                "table 3",
                                                new BigDecimal("0.01"),
                                                new PublishedFigure.KnownDifference(
                                                        new BigDecimal("12.1"),
                                                        "they did not count it.")))),
                        new ComparedRun(
                                "queue",
                                List.of(),
                                new QueueModel(
                                        1,
                                        0.5,
                                        QueueModel.Service.FIXED,
                                        "fcfs",
                                        QueueModel.Full.REFUSE,
                                        100_000,
                                        5_000,
                                        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
                                null,
                                List.of(
                                        new PublishedFigure(
                                                "refused_share",
                                                new BigDecimal("0.3"),
                                                "",
                                                "",
                                                new BigDecimal("0.05"),
                                                null))));
        assertThat(study.runs().get(0).files()).containsExactly("log", "table");
    }

    @Test
    void allThatIsWrongIsTold() {
        assertThatThrownBy(() ->
                        StudyText.in(
                                FOLDER,
                                """
                                files:
                                  log: {path: a.swf, sha256: abc}
                                runs:
                                  typo:
                                    command: repaly {lug} --json
                                    figures: [{figure: a, value: many}]
                                  both:
                                    command: run {log}
                                    queue: {load: 1.2, jobs: 1000, skipped: 2000, seeds: 1}
                                    starts: {file: table}
                                  nothing:
                                    comand: replay {log}
                                """))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(PROBLEMS.strip());
    }

    @Test
    void whatIsNoStudyIsTold() {
        assertThatThrownBy(() -> read("- a list"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("a study is a mapping of keys, but this is one value.");
        assertThatThrownBy(() -> read("title: [a"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> read("title: A"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'source' is missing")
                .hasMessageContaining("'runs' is missing");
    }

    private static PublishedStudy read(String text) {
        return StudyReader.read(FOLDER, "study.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFolderIsAStudyOrHoldsStudies() throws IOException {
        String run = "runs: {a: {command: describe fugaku, figures: [{figure: b, value: 1}]}}\n";
        for (String name : List.of("two", "one")) {
            Path one = Files.createDirectories(folder.resolve("all").resolve(name));
            Files.writeString(one.resolve("study.yaml"), StudyText.HEAD + run);
        }
        Files.createDirectories(folder.resolve("all/none"));

        Path all = folder.resolve("all");
        assertThat(StudyReader.readAll(List.of(all, all.resolve("two"))))
                .extracting(PublishedStudy::name)
                .containsExactly("one", "two", "two");
        assertThat(StudyReader.readAll(List.of(all.resolve("one/study.yaml"))))
                .extracting(PublishedStudy::name)
                .containsExactly("one");
        assertThatThrownBy(() -> StudyReader.readAll(List.of(all.resolve("nowhere"))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("there is no such folder.");
        assertThatThrownBy(() -> StudyReader.readAll(List.of(all.resolve("none"))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("none/study.yaml")
                .hasMessageContaining("there is no such file.");
    }
}
