package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import dandori.trace.Traces;
import dandori.trace.lines.CsvRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each kind of note, from a table with just this fault. */
class CsvDirtTest {

    private static final String CLEAN =
            "7: at 32400, 4 for 3600 of 7200 | 8: at 33000, 4 for 3600 of 7200";
    private static final String NO_ALLOCATED = "noted allocated-unknown ";

    @TempDir private Path folder;

    private static String other() {
        return "8,2026-04-01 09:10:00,2026-04-01 09:20:00,2026-04-01 10:20:00,2:00:00,4,bob,FAILED\n";
    }

    private void assertNotes(String table, String jobs, String... notes) throws IOException {
        var trace = CsvText.read(folder, CsvText.MAPPING, table);

        assertThat(CsvText.jobs(trace)).isEqualTo(jobs);
        List<String> all = new ArrayList<>(List.of(notes));
        all.add(NO_ALLOCATED + trace.workload().count());
        assertThat(CsvText.notes(trace)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aCleanTableToTheLastField() throws IOException {
        assertNotes(CsvText.HEADER + CsvText.JOB + other(), CLEAN);

        var trace = CsvText.read(folder, CsvText.MAPPING, CsvText.HEADER + CsvText.JOB);
        assertThat(trace.workload().jobs().loggedWaitMillis(0)).isEqualTo(600_000);
        assertThat(trace.workload().users()).containsExactly("ann");
        assertThat(trace.header().origin()).hasToString("2026-04-01T00:00+09:00[Asia/Tokyo]");
    }

    @Test
    void whatDoesNoHarm() throws IOException {
        String table = "# of our site\n\n" + CsvText.HEADER + CsvText.JOB + "\n" + other();
        String spread = CsvText.HEADER.strip() + ",\n" + CsvText.JOB.strip() + ",\n" + other();

        assertNotes(table.replace("\n", "\r\n"), CLEAN);
        assertNotes("\uFEFF" + CsvText.HEADER + CsvText.JOB + other().strip(), CLEAN);
        assertNotes(table.replace(',', ';'), CLEAN);
        assertNotes(table.replace(',', '\t'), CLEAN);
        assertNotes(table.replace("ann", "\"ann, \"\"A\"\"\nof Kobe\""), CLEAN);
        assertNotes(spread.replace("FAILED", "FAILED,"), CLEAN);
    }

    @Test
    void rowsThatAreNoJobs() throws IOException {
        String table = CsvText.HEADER + "%s" + CsvText.JOB + other();

        assertNotes(table.formatted("1,2\n"), CLEAN, "skipped csv-too-few-columns 1");
        assertNotes(
                table.formatted(CsvText.JOB.strip() + ",x\n"),
                CLEAN,
                "skipped csv-too-many-columns 1");
        assertNotes(table.formatted("") + "9,2026-04", CLEAN, "skipped csv-last-line-cut 1");
        assertNotes(table.formatted("\"9,2026\n"), CLEAN, "skipped csv-open-quote 1");
        assertNotes(table.formatted(CsvText.HEADER), CLEAN, "skipped csv-header-again 1");
        assertNotes(
                table.formatted("x".repeat(CsvRows.LONGEST + 1) + "\n"),
                CLEAN,
                "skipped csv-too-long 1");
        assertNotes(
                table.formatted(CsvText.JOB.replace("2026-04-01 09:00:00", "NULL")),
                CLEAN,
                "skipped csv-no-submit 1");
        assertNotes(
                table.formatted(CsvText.JOB.replace(" 10:10", " 09:05")),
                CLEAN,
                "skipped csv-end-before-start 1");
        assertNotes(
                table.formatted(CsvText.JOB.replace("2026-04-01 10:10:00", "")),
                CLEAN,
                "skipped run-unknown 1");
    }

    @Test
    void aQuoteThatIsClosedTooLateLosesItsOwnLineOnly() throws IOException {
        String table = CsvText.HEADER + "\"9,a\n" + CsvText.JOB + other() + "\"10,b\n";

        assertNotes(table.replace("\"10,b", "10\",b"), CLEAN, "skipped csv-too-few-columns 2");
    }

    @Test
    void valuesThatAreReplaced() throws IOException {
        String table = CsvText.HEADER + CsvText.JOB + other();

        assertNotes(table.replace(",4,ann", ",3.5,ann"), CLEAN, "repaired csv-rounded-up 1");
        assertNotes(
                table.replace("2:00:00,4,ann", "2h,4,ann"),
                CLEAN.replaceFirst("7200", "3600"),
                "repaired csv-no-time 1",
                "repaired estimate-unknown 1");
        assertNotes(
                CsvText.HEADER + CsvText.JOB.replace(",4,", ",four,") + CsvText.JOB + other(),
                CLEAN,
                "skipped processors-unknown 1",
                "repaired csv-no-number 1");
        assertNotes(
                table.replaceFirst("09:10:00", "08:50:00").replaceFirst("10:10", "09:50"),
                CLEAN,
                "repaired csv-start-before-submit 1",
                "noted wait-unknown 1");
    }

    @Test
    void valuesThatAreNoted() throws IOException {
        String table = CsvText.HEADER + CsvText.JOB + other();

        assertNotes(table.replace("FAILED", "EXPLODED"), CLEAN, "noted csv-state-unknown 1");
        assertNotes(
                table.replace("\n8,", "\nx8,"),
                CLEAN.replace("8: at", "2: at"),
                "noted csv-id-text 1");
    }

    /** Dates that a user gives count from the same time 0 as the jobs. */
    @Test
    void aJobThatCannotBeDoesNotBeginTheLog() throws IOException {
        String beyond = CsvText.JOB.replace("-04-01", "-03-01").replace(",4,", ",3000000000,");
        Path file = CsvText.table(folder, CsvText.MAPPING, CsvText.HEADER + beyond + CsvText.JOB);
        LogOptions options = new LogOptions(null, null, null, folder.resolve("columns.yaml"));

        ImportRules rules = ImportRules.dandori().withLog(options);
        ImportedTrace trace = Traces.read(file, rules, (read, total) -> {});
        assertThat(CsvText.notes(trace)).contains("skipped beyond-range 1");
        assertThat(Traces.readBeginning(file, options).header().origin())
                .isEqualTo(trace.header().origin());
    }

    @Test
    void aNameThatIsNoText() throws IOException {
        byte[] table = (CsvText.HEADER + CsvText.JOB).getBytes(StandardCharsets.UTF_8);
        int at = new String(table, StandardCharsets.ISO_8859_1).indexOf("ann");
        table[at] = (byte) 0xFF;

        var trace = CsvText.read(folder, CsvText.MAPPING, table);

        assertThat(CsvText.notes(trace)).contains("repaired name-not-utf8 1");
        assertThat(trace.workload().users()).containsExactly("\uFFFDnn");
    }

    @Test
    void whatTheMappingChooses() throws IOException {
        String mapping = CsvText.MAPPING + "only: {who: [bob, carl]}\n";
        var trace = CsvText.read(folder, mapping, CsvText.HEADER + CsvText.JOB + other());

        assertThat(CsvText.jobs(trace)).isEqualTo("8: at 33000, 4 for 3600 of 7200");
        assertThat(CsvText.notes(trace)).contains("skipped csv-not-only 1");
    }

    @Test
    void anyBytesAreReadOrRefusedInWords() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] table =
                    (CsvText.HEADER + CsvText.JOB + other()).getBytes(StandardCharsets.UTF_8);
            var dirty = new ByteArrayOutputStream();
            for (byte b : table) {
                int dice = random.nextInt(60);
                dirty.write(dice == 0 ? random.nextInt(256) : dice == 1 ? '"' : b);
            }
            try {
                var trace = CsvText.read(folder, CsvText.MAPPING, dirty.toByteArray());
                assertThat(trace.report().jobsUsed()).isLessThanOrEqualTo(2);
            } catch (TraceException refused) {
                assertThat(refused).hasMessageContaining("t.csv");
            }
        }
    }
}
