package dandori.trace.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Workload;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Job tables as a replay reads them: clean, dirty, and no tables at all. */
class JobTableTest {

    private static final String HEAD =
            "job_id,submit_s,wait_s,run_s,walltime_s,requested_processors,user,group,size_unit\n";
    private static final String JOB = "1,5,0,60.5,120,4,ada,7,processor\n";

    @TempDir private Path folder;

    private ImportedTrace read(String text) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, text);
        return Traces.read(file, ImportRules.dandori(), (read, all) -> {});
    }

    private List<String> notes(String text) throws IOException {
        return read(text).report().notes().stream()
                .filter(note -> note.key().startsWith("table"))
                .map(JobTableTest::words)
                .toList();
    }

    private static String words(ImportNote note) {
        return note.kind().text() + " " + note.count() + " " + note.key();
    }

    @Test
    void aCleanTableIsReadToTheLastField() throws IOException {
        Workload jobs =
                read("\uFEFF" + HEAD.replace("\n", "\r\n") + "\r\n" + JOB.strip()).workload();
        assertThat(jobs.count()).isEqualTo(1);
        assertThat(jobs.jobs().id(0)).isEqualTo(1);
        assertThat(jobs.jobs().submitMillis(0)).isEqualTo(5_000);
        assertThat(jobs.runMillis(0)).isEqualTo(60_500);
        assertThat(jobs.jobs().walltimeMillis(0)).isEqualTo(120_000);
        assertThat(jobs.jobs().nodes(0)).isEqualTo(4);
        assertThat(jobs.users()).containsExactly("ada");
        assertThat(jobs.organizations()).containsExactly("7");
        assertThat(notes(HEAD + JOB)).isEmpty();
    }

    @Test
    void linesOfAnotherLengthAreSkipped() throws IOException {
        assertThat(notes(HEAD + JOB + "2,6\n")).containsExactly("skipped 1 table-fields");
    }

    @Test
    void valuesOfAnotherKindAreSkipped() throws IOException {
        assertThat(notes(HEAD + JOB + JOB.replace("60.5", "soon")))
                .containsExactly("skipped 1 table-value");
        assertThat(notes(HEAD + JOB + JOB.replace("60.5", "1e99999999")))
                .doesNotContain("skipped 1 table-value"); // beyond range, as in all formats
    }

    @Test
    void jobsWithoutNumberOrTimeAreSkipped() throws IOException {
        assertThat(notes(HEAD + JOB + JOB.replace("1,5,", ",5,")))
                .containsExactly("skipped 1 table-no-submit");
    }

    @Test
    void furtherColumnsAreIgnored() throws IOException {
        assertThat(notes(HEAD.strip() + ",mood\n" + JOB.strip() + ",good\n"))
                .containsExactly("header 1 table-further-columns");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> read("job_id,submit_s,a\n"))
                .hasMessageEndingWith(
                        "t.csv: holds a line of columns only, and no job.\nMaybe the file is incomplete.");
        assertThatThrownBy(() -> read("job_id;submit_s\n1;2\n"))
                .hasMessageContaining("'job_id;submit_s'");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
    }

    @Test
    void linesWithoutEndAndQuotesWithoutEndAreSkipped() throws IOException {
        String late = JOB.replaceFirst("1,", "2,");
        assertThat(notes(HEAD + JOB + "2,\"6")).containsExactly("skipped 1 table-open-quote");
        String name = "x".repeat(1 << 20);
        ImportedTrace trace = read(HEAD + JOB + JOB.replace("ada", name) + late);
        assertThat(trace.workload().count()).isEqualTo(2);
        assertThat(trace.report().count("table-too-long")).isEqualTo(1);
        assertThat(
                        read(HEAD + JOB + ",".repeat(1 << 21) + "\n" + late)
                                .report()
                                .count("table-too-long"))
                .isEqualTo(1);
    }

    @Test
    void namesKeepTheirBlanks() throws IOException {
        assertThat(read(HEAD + JOB.replace("ada", "\" ada, \"\"a\"\" \"")).workload().users())
                .containsExactly(" ada, \"a\" ");
    }

    @Test
    void onlyItsFirstLineIsRecognized() {
        JobTable table = new JobTable();
        assertThat(table.recognizes(HEAD.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(table.recognizes("job_id,organization,user\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(table.recognizes(new byte[0])).isFalse();
    }

    @Test
    void equalBytesGiveEqualJobs() throws IOException {
        assertThat(read(HEAD + JOB).report()).isEqualTo(read(HEAD + JOB).report());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e18", "-1e18", "999999999999999999", "-999999999999999999"})
    void aTimeBeyondWhatCanBeIsNotTakenForAnother(String time) throws IOException {
        ImportedTrace trace = read(HEAD + JOB + JOB.replace("1,5,", "2," + time + ","));
        assertThat(trace.report().jobsUsed()).isEqualTo(1);
        assertThat(trace.report().notes().stream().map(JobTableTest::words))
                .contains("skipped 1 beyond-range");
    }
}
