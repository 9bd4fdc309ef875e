package dandori.trace.tcs;

import static dandori.trace.lines.LogText.jobs;
import static dandori.trace.lines.LogText.notes;
import static dandori.trace.lines.LogText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import dandori.trace.lines.Days;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What statistics of TCS become; one file with one fault for each kind of note. */
class TcsTest {

    private static final ImportRules TOKYO =
            ImportRules.dandori()
                    .withLog(new LogOptions("tcs", ZoneId.of("Asia/Tokyo"), null, null));

    @TempDir private Path folder;

    private static String job(String id) {
        return """
        JOB ID                      : %s
        JOB NAME                    : run: all
        STATE                       : EXT
        USER                        : u1
        GROUP                       : g1
        RESOURCE UNIT               : unit1
        RESOURCE GROUP              : small
        NODE NUM (REQUIRE)          : 12:2x3x2
        NODE NUM (ALLOC)            : 12:2x3x2
        CPU NUM (REQUIRE)           : 576 <DEFAULT>
        ELAPSE TIME (LIMIT)         : 02:00:00 (7200)
        ELAPSE TIME (USE)           : 00:01:05 (65)
        ACCEPT DATE                 : 2026/04/06 00:01:00
        JOB START DATE              : 2026/04/06 00:02:00<
        JOB END DATE                : 2026/04/06 00:03:00
        EXIT CODE                   : 0

        """
                .formatted(id);
    }

    @Test
    void blocksBecomeJobsToTheLastField() {
        ImportedTrace trace = read(folder, job("7") + job("8[1]"), TOKYO);
        assertThat(jobs(trace))
                .containsExactly(
                        "7 60000 12 7200000 60000 u1 g1 small",
                        "8 60000 12 7200000 60000 u1 g1 small");
        assertThat(notes(trace)).containsExactly("noted 1 submit-equal");
        assertThat(trace.workload().origin()).hasToString("2026-04-06T00:00+09:00[Asia/Tokyo]");
        assertThat(read(folder, job("7")).report().count("zone-assumed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JOB ID                      : 9 | JOB ID                      : 7 | skipped 1"
                        + " tcs-repeated",
                "JOB START DATE              : 2026/04/06 00:02:00< | JOB START DATE :"
                        + " (2026/04/06 00:02:00)< | skipped 1 tcs-never-started",
                "JOB END DATE                : 2026/04/06 00:03:00 | JOB END DATE : - | repaired 1"
                        + " tcs-run-from-used",
                "ACCEPT DATE                 : 2026/04/06 00:01:00 | ACCEPT DATE : - | repaired 1"
                        + " tcs-submit-from-start",
                "ACCEPT DATE                 : 2026/04/06 00:01:00 | ACCEPT DATE : 2026/04/06"
                        + " 00:02:30 | noted 1 tcs-start-before-submit",
                "EXIT CODE                   : 0 | 0xFFE6 | noted 1 tcs-no-key",
                "12:2x3x2 | 99999999x99999999 | skipped 1 beyond-range",
            })
    void whatIsOddIsCounted(String old, String by, String expected) {
        assertThat(job("9")).contains(old);
        ImportedTrace trace = read(folder, job("7") + job("9").replace(old, by), TOKYO);
        assertThat(notes(trace)).contains(expected);
        assertThat(trace.report().jobsUsed()).isEqualTo(expected.startsWith("skipped") ? 1 : 2);
    }

    @Test
    void jobsThatStillRunAreSkippedAndLongLinesPassedOver() {
        String running = job("9").replace(": EXT", ": RUN").replaceAll("JOB END DATE.*\n", "");
        String text = job("7") + running + "COMMENT : " + "x".repeat(1 << 20) + "\n";
        ImportedTrace trace = read(folder, text, TOKYO);
        assertThat(notes(trace)).containsExactly("skipped 1 tcs-no-end", "noted 1 tcs-too-long");
        assertThat(trace.report().jobLines()).isEqualTo(2);
    }

    @Test
    void emptyAndForeignFilesAreRefused() {
        assertThatThrownBy(() -> read(folder, "", TOKYO))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is empty, where statistics of jobs of TCS are expected.");
        assertThatThrownBy(() -> read(folder, "a\nb\n", TOKYO))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": none of its lines is 'JOB ID : …'");
        assertThatThrownBy(() -> read(folder, job("7").substring(0, 300), TOKYO))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(
                        "none of its 1 job lines can be used (1: job without a start)");
    }

    @ParameterizedTest
    @EnumSource(TcsOddity.class)
    void everyNoteIsExplained(TcsOddity oddity) throws IOException {
        assertThat(Files.readString(Path.of("../docs/data/tcs.md")))
                .contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }

    @Test
    void aJobThatOneBlockTellsAsRunningIsKnownByTheNext() {
        String running = job("7").replaceAll("(JOB END DATE|STATE) .*\n", "");
        ImportedTrace trace = read(folder, running + running + job("7") + running, TOKYO);
        assertThat(jobs(trace)).hasSize(1);
        assertThat(notes(trace)).containsExactly("skipped 3 tcs-repeated");
        trace = read(folder, running + running + job("8"), TOKYO);
        assertThat(notes(trace)).containsExactly("skipped 1 tcs-no-end", "skipped 1 tcs-repeated");
    }

    @Test
    void aFolderIsReadAsTheBlocksOfItsFiles() throws IOException {
        Random random = new Random(7);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String end = "00:%02d:%02d".formatted(3 + i / 60, i % 60);
            String block = job(String.valueOf(random.nextInt(90))).replace("00:03:00", end);
            blocks.add(
                    switch (random.nextInt(4)) {
                        case 0 -> block.replaceAll("(JOB END DATE|STATE) .*\n", "");
                        case 1 -> block.replaceAll("JOB START DATE .*\n", "");
                        default -> block;
                    });
        }
        Path whole = Files.writeString(folder.resolve("whole"), String.join("", blocks));
        Path days = Days.write(folder.resolve("days"), Days.cut(blocks, random), random);

        assertThat(Days.told(days, TOKYO.log()))
                .isEqualTo(Days.told(whole, TOKYO.log()))
                .anyMatch(note -> note.endsWith(" tcs-no-end"));
    }

    @Test
    void filesAreReadInOrderOfTheFirstEndInEach() throws IOException {
        String first = job("1").replace("/04/06", "/03/31");
        String running =
                first.replaceAll("(JOB END DATE|STATE) .*\n", "").replace(": 1\n", ": 9\n");
        String waiting = job("8").replaceAll("(JOB (START|END) DATE|STATE) .*\n", "");
        Files.writeString(folder.resolve("april"), running + job("2"));
        Files.writeString(folder.resolve("march"), first);
        Files.writeString(folder.resolve("now"), waiting.replace("/04/06", "/03/01"));
        assertThat(Days.told(folder, TOKYO.log()))
                .startsWith(
                        "1 60000 12 7200000 60000 u1 g1 small",
                        "2 518460000 12 7200000 60000 u1 g1 small")
                .last()
                .isEqualTo("2026-03-31T00:00+09:00[Asia/Tokyo] 63 4");
    }
}
