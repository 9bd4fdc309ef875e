package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.scenario.text.ScenarioException;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping file may say, and what is told of a wrong one. */
class CsvMappingTest {

    @TempDir private Path folder;

    private String jobs(String mapping, String table) throws IOException {
        return CsvText.jobs(CsvText.read(folder, mapping, table));
    }

    @Test
    void numbersCountInTheUnitThatIsSaid() throws IOException {
        String columns = "columns: {submit: s, run: r, walltime: w, nodes: n}\n";
        String table = "s,r,w,n\n60,30,1:00,2\n";

        assertThat(jobs(columns, table)).isEqualTo("1: at 60, 2 for 30 of 60");
        assertThat(jobs(columns + "times: {unit: min}", table))
                .isEqualTo("1: at 3600, 2 for 1800 of 60");
        assertThat(jobs(columns + "times: {unit: ms, durations: h}", "s,r,w,n\n5000,1.5,2,2\n"))
                .isEqualTo("1: at 5, 2 for 5400 of 7200");
    }

    @Test
    void numbersCountFromTheDateThatIsSaidOrSeen() throws IOException {
        String columns = "columns: {submit: s, run: r, nodes: n}\n";

        assertThat(jobs(columns, "s,r,n\n1775001600,5,1\n")).isEqualTo("1: at 0, 1 for 5 of 5");
        assertThat(jobs(columns + "times: {since: start}", "s,r,n\n1775001600,5,1\n"))
                .isEqualTo("1: at 1775001600, 1 for 5 of 5");
        assertThat(jobs(columns + "times: {since: 2026-04-01T12:00:00Z}", "s,r,n\n60,5,1\n"))
                .isEqualTo("1: at 43260, 1 for 5 of 5");
    }

    @Test
    void millisecondsAreNotTakenForSeconds() throws IOException {
        String columns = "columns: {submit: s, run: r, nodes: n}\n";
        String table = "s,r,n\n1775001600000,5,1\n";

        assertThatThrownBy(() -> jobs(columns, table))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("beyond the year 5000")
                .hasMessageContaining("Maybe it counts milliseconds");
        assertThat(jobs(columns + "times: {unit: ms, durations: s}", table))
                .isEqualTo("1: at 0, 1 for 5 of 5");
    }

    @Test
    void accountingOfGridEngineIsReadWithTheMappingOfThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/data/csv-mapping.md"));
        String mapping = page.substring(page.indexOf("delimiter: colon"));
        String rest =
                ":0:0:9:8:NONE:defaultdepartment:mpi:16:0:1.5:0.1:0.0:-l h_rt=900 -pe mpi 16:0.0\n";
        String job =
                "all.q:n1:staff:ann:solve:7:sge:0:1586131200:1586131260:1586131860:0:1:600:1.0"
                        + ":0.5:1:0:0:0:0:2:0:0:0.0:24:0"
                        + rest;

        assertThat(jobs(mapping.substring(0, mapping.indexOf("```")), "# Version: 6.2\n#\n" + job))
                .isEqualTo("7: at 0, 16 for 600 of 600");
    }

    @Test
    void datesAreWrittenAsThePatternSays() throws IOException {
        String mapping =
                """
                delimiter: semicolon
                columns: {submit: a, start: b, end: c, processors: n}
                times: {pattern: 'dd.MM.yyyy HH:mm', zone: Europe/Berlin}
                """;

        assertThat(
                        jobs(
                                mapping,
                                "a;b;c;n\n01.04.2026 08:00;01.04.2026 08:30;01.04.2026 10:00;16\n"))
                .isEqualTo("1: at 28800, 16 for 5400 of 5400");
    }

    @Test
    void columnsMayHaveNumbersOrNamesFromTheMapping() throws IOException {
        String rest = "times: {since: start}\n";

        assertThat(
                        jobs(
                                "header: false\ncolumns: {submit: 2, run: 3, nodes: 1}\n" + rest,
                                "4,9,8\n"))
                .isEqualTo("1: at 9, 4 for 8 of 8");
        String named = "names: [n, s, r]\ncolumns: {submit: s, run: r, nodes: n}\n" + rest;
        assertThat(jobs(named, "4,9,8\n")).isEqualTo("1: at 9, 4 for 8 of 8");
        assertThat(jobs(named, "n,s,r\n4,9,8\n")).isEqualTo("1: at 9, 4 for 8 of 8");
    }

    @Test
    void aSizeMayBeAProduct() throws IOException {
        String mapping =
                "columns: {submit: s, run: r, accelerators: {product: [n, g], per: 100}}\n";

        assertThat(jobs(mapping, "s,r,n,g\n0,5,3,50\n")).isEqualTo("1: at 0, 2 for 5 of 5");
        assertThat(jobs(mapping, "s,r,n,g\n0,5,3,100.0\n")).isEqualTo("1: at 0, 3 for 5 of 5");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        String wrong =
                """
                columns: {submt: a, nodes: [1]}
                times: {unit: d, zone: Mars, pattern: 'qqqqqqq', since: today}
                count: gpus
                states: {OK: fine}
                """;

        assertThatThrownBy(() ->
                        CsvMappingReader.read("m.yaml", wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("columns.submt (line 1): there is no key 'submt' here.")
                .hasMessageContaining("Maybe 'submit'")
                .hasMessageContaining("columns (line 1): nothing says when jobs were submitted.")
                .hasMessageContaining("columns (line 1): nothing says how long jobs ran.")
                .hasMessageContaining("times.unit (line 2)")
                .hasMessageContaining("times.zone (line 2): there is no zone 'Mars'.")
                .hasMessageContaining("times.pattern (line 2)")
                .hasMessageContaining("times.since (line 2)")
                .hasMessageContaining("count (line 3)")
                .hasMessageContaining("states.OK (line 4)");
        assertThatThrownBy(() -> CsvMappingReader.read("m.yaml", new byte[0]))
                .isInstanceOf(ScenarioException.class);
    }

    @Test
    void columnsThatAreMissingAreToldAtOnce() {
        String mapping = "columns: {submit: submitted, run: ran, nodes: size}\n";

        assertThatThrownBy(() -> CsvText.read(folder, mapping, "submited,run_s,size\n1,2,3\n"))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(
                        "t.csv:1: there is no column 'submitted' (submit), 'ran' (run), which the"
                                + " mapping names.\nMaybe 'submited'.");
    }

    @Test
    void whatIsNoTableOfJobsIsRefused() {
        String mapping = "columns: {submit: s, run: r, nodes: n}\n";

        assertThatThrownBy(() -> CsvText.read(folder, mapping, ""))
                .hasMessageEndingWith(
                        "t.csv: is empty, where a table of jobs is expected.\n"
                                + "Maybe the download or the copy failed.");
        assertThatThrownBy(() -> CsvText.read(folder, mapping, "s,r,n\n"))
                .hasMessageContaining("t.csv: holds the names of its columns only, and no job.");
        assertThatThrownBy(() -> CsvText.read(folder, mapping, "s\0,\0r\0\n"))
                .hasMessageContaining("found bytes that are no text");
        assertThatThrownBy(() -> CsvText.read(folder, mapping, "<html>\n<body>\n"))
                .hasMessageContaining("there is no column 's' (submit), 'r' (run), 'n' (nodes)");
    }

    @Test
    void aLogThatIsHandedOnHasItsDaysInTheZoneOfTheMapping() throws IOException {
        Path columns = Files.writeString(folder.resolve("columns.yaml"), CsvText.MAPPING);
        Path file = Files.writeString(folder.resolve("t.csv"), CsvText.HEADER + CsvText.JOB);
        LogOptions options = new LogOptions(null, null, null, columns);
        try (LogFile log = LogFile.open(file, options, null, (read, total) -> {})) {
            LoggedJob job = new LoggedJob();
            assertThat(log.next(job)).isTrue();
            assertThat(job.submitMillis).isEqualTo(9 * 3_600_000);
            assertThat(log.origin()).hasToString("2026-04-01T00:00+09:00[Asia/Tokyo]");
        }
    }
}
