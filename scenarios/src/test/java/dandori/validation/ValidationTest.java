package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and what they come to, with a program that answers as it is told. */
class ValidationTest {

    private static final String FILES =
            """
            files:
              log: {path: logs/a.swf, from: there}
              table: {path: starts.csv, from: elsewhere}
            runs:
              easy:
                command: replay {log} --backfill easy
                starts: {file: table, job: id, start: begin}
                figures: [{figure: all.wait_mean_s, value: 12.5}]
            """;

    @TempDir private Path folder;

    private final List<List<String>> calls = new ArrayList<>();

    private ValidatedStudy validated(String text, Program program) throws IOException {
        List<Integer> done = new ArrayList<>();
        ValidatedStudy validated =
                new Validation(program, new FilePlaces(List.of(folder.resolve("traces"))))
                        .validate(StudyText.in(folder, text), () -> done.add(1));
        assertThat(done).hasSameSizeAs(validated.study().runs());
        return validated;
    }

    /** Answers a wait, and writes that jobs 1, 2 and 3 start at 0, 10 and 2. */
    private Program.Answer answer(List<String> words) {
        calls.add(words);
        try {
            Path out = Files.createDirectories(Path.of(words.get(words.indexOf("--out") + 1)));
            try (var jobs =
                    new GZIPOutputStream(Files.newOutputStream(out.resolve("jobs.csv.gz")))) {
                jobs.write("job_id,start_s\n1,0\n2,10\n3,2\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Program.Answer(0, "{\"all\": {\"wait_mean_s\": 12.52}}", "");
    }

    private void write(String log, String table) throws IOException {
        Files.createDirectories(folder.resolve("traces/logs"));
        Files.writeString(folder.resolve("traces").resolve(log), "log");
        Files.writeString(folder.resolve("traces/starts.csv"), table);
    }

    @Test
    void figuresAndStartsAreCompared() throws IOException {
        write("logs/a.swf", "id,begin\n1,0\n2,10.000\n3,2\n");
        ValidatedStudy validated = validated(FILES, this::answer);

        assertThat(validated.holds()).isTrue();
        assertThat(validated.figures())
                .extracting(ComparedFigure::figure, ComparedFigure::verdict)
                .containsExactly(
                        tuple("all.wait_mean_s", Verdict.EQUAL), tuple("starts", Verdict.EQUAL));
        List<String> call = calls.get(0);
        assertThat(call)
                .startsWith(
                        "replay",
                        folder.resolve("traces/logs/a.swf").toString(),
                        "--backfill",
                        "easy",
                        "--out")
                .endsWith("--progress", "none", "--json");
        assertThat(Path.of(call.get(5))).as("goes away").doesNotExist();
    }

    @Test
    void aFileMayLieInAFolderOfTracesByItsNameAlone() throws IOException {
        write("a.swf", "id,begin\n1,0\n2,10\n3,2\n");
        assertThat(validated(FILES, this::answer).isSkipped()).isFalse();
    }

    @Test
    void aStartThatDiffersIsCounted() throws IOException {
        write("logs/a.swf", "id,begin\n1,0\n2,11\n3,2\n");
        ValidatedStudy validated = validated(FILES, this::answer);
        assertThat(validated.holds()).isFalse();
        assertThat(ValidationText.of(List.of(validated)))
                .contains("easy  starts, jobs        2          3          -1  differs");
    }

    @Test
    void aJobTooManyDiffersToo() throws IOException {
        write("logs/a.swf", "id,begin\n1,0\n2,10\n");
        ValidatedStudy validated = validated(FILES, this::answer);
        assertThat(validated.holds()).isFalse();
        assertThat(validated.figures().get(1).why()).isEqualTo("3 jobs were played.");
    }

    @Test
    void aFileThatIsNotThereSkipsAloud() throws IOException {
        Files.createDirectories(folder.resolve("traces/logs"));
        Files.writeString(folder.resolve("traces/starts.csv"), "");
        ValidatedStudy validated = validated(FILES, this::answer);
        assertThat(calls).isEmpty();
        assertThat(validated.holds()).isTrue();
        assertThat(ValidationText.of(List.of(validated)))
                .endsWith(
                        """
                         easy skipped: there is no logs/a.swf (there).

                        2 figures of 1 study: 2 skipped.
                        Maybe --traces DIR: the folder with the files that were not found.
                        """);
    }

    @Test
    void anotherFileThanWasMeantFails() throws IOException {
        write("logs/a.swf", "id,begin\n1,0\n2,10\n3,2\n");
        String hash = "path: logs/a.swf, sha256: " + "0".repeat(64);
        ValidatedStudy validated = validated(FILES.replace("path: logs/a.swf", hash), this::answer);
        assertThat(validated.holds()).isFalse();
        assertThat(validated.figures().get(0).why())
                .endsWith("a.swf is another file: its SHA-256 begins with 836ff184, not 00000000.");
    }

    @Test
    void aTableWithoutTheColumnFails() throws IOException {
        write("logs/a.swf", "id,start\n1,0\n");
        ValidatedStudy validated = validated(FILES, this::answer);
        assertThat(validated.figures().get(1).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(validated.figures().get(1).why())
                .endsWith("starts.csv has no column 'begin', but id, start.");
    }

    @Test
    void aCallThatFailsSaysWhy() throws IOException {
        ValidatedStudy validated =
                validated(
                        """
                        runs:
                          a:
                            command: describe fugaku
                            figures: [{figure: nodes, value: 158976}]
                        """,
                        words -> new Program.Answer(2, "", "dandori: it is wrong.\nMaybe not.\n"));
        assertThat(validated.holds()).isFalse();
        assertThat(validated.figures().get(0).why()).isEqualTo("it is wrong. Maybe not.");
    }

    @Test
    void aKnownDifferenceThatChangesFails() throws IOException {
        String run =
                """
                runs:
                  a:
                    command: describe fugaku
                    figures: [{figure: nodes, value: 3, knownDifference: {ours: 4, because: why not.}}]
                """;
        ValidatedStudy known = validated(run, words -> new Program.Answer(0, "{\"nodes\": 4}", ""));
        ValidatedStudy changed =
                validated(run, words -> new Program.Answer(0, "{\"nodes\": 5}", ""));
        assertThat(known.holds()).isTrue();
        assertThat(ValidationText.notes(known)).containsExactly("a differs, as known: why not.");
        assertThat(changed.holds()).isFalse();
        assertThat(ValidationText.notes(changed))
                .containsExactly("a no longer so: 'knownDifference' says 4.");
    }
}
