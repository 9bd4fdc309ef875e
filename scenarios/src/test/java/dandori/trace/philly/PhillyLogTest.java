package dandori.trace.philly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in the form of Philly's, made up by hand. */
class PhillyLogTest {

    private static final String TWO_ATTEMPTS =
            """
            {"status": "Pass", "vc": "v1", "jobid": "application_1", "attempts": [
              {"start_time": "2017-10-07 01:10:00", "end_time": "2017-10-07 01:20:00",
               "detail": [{"ip": "m1", "gpus": ["gpu0"]}]},
              {"start_time": "2017-10-07 02:00:00", "end_time": "2017-10-07 03:00:00",
               "detail": [{"ip": "m1", "gpus": ["gpu0", "gpu1"]}, {"ip": "m2", "gpus": ["gpu0"]}]}],
             "submitted_time": "2017-10-07 01:00:00", "user": "u1"}
            """;
    private static final String NEVER_RAN =
            """
            {"status": "Killed", "vc": "v1", "jobid": "application_2", "attempts": [],
             "submitted_time": "2017-10-07 02:00:00", "user": "u1"}
            """;

    @TempDir private Path folder;

    private ImportedTrace read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("jobs.json"), text);
        return Traces.read(file, ImportRules.dandori(), (read, total) -> {});
    }

    private static List<String> notes(ImportedTrace trace) {
        return trace.report().notes().stream()
                .map(note -> note.key() + " " + note.count())
                .toList();
    }

    @Test
    void aRunIsFromTheFirstAttemptToTheLastAndAsLargeAsTheLargest() throws IOException {
        ImportedTrace trace = read("[" + TWO_ATTEMPTS + "]");

        assertThat(trace.workload().jobs().nodes(0)).isEqualTo(3);
        assertThat(trace.workload().runMillis(0)).isEqualTo(110 * 60_000);
        assertThat(trace.workload().jobs().submitMillis(0)).isEqualTo(3_600_000);
        assertThat(trace.workload().organizations()).containsExactly("v1");
        assertThat(notes(trace)).contains("philly-attempts 1");
    }

    @Test
    void whatIsNoJobIsCounted() throws IOException {
        String odd =
                "[%s, %s, 5, {}, %s"
                        .formatted(
                                TWO_ATTEMPTS,
                                NEVER_RAN,
                                TWO_ATTEMPTS.replace("2017-10-07 01:00:00", "2017-10-07 01:15:00"));

        ImportedTrace trace = read(odd + ", {\"status\": \"Pa");
        assertThat(trace.workload().count()).isEqualTo(2);
        assertThat(trace.report().jobLines()).isEqualTo(6);
        assertThat(notes(trace))
                .contains(
                        "philly-no-attempts 1",
                        "philly-no-submit 1",
                        "philly-no-job 1",
                        "philly-broken 1",
                        "philly-start-before-submit 1",
                        "philly-attempts 2");
        assertThat(notes(read(odd + "]"))).doesNotContain("philly-broken 1");
    }

    @Test
    void listsOneBehindTheOtherAreOneLog() throws IOException {
        String list = "[" + TWO_ATTEMPTS + "]\n";
        assertThat(read(list + list + " []\n").workload().count()).isEqualTo(2);
        ImportedTrace cut = read(list + "[" + TWO_ATTEMPTS + ", {\"status\": \"Pa");
        assertThat(cut.workload().count()).isEqualTo(2);
        assertThat(notes(cut)).contains("philly-broken 1");
    }

    @Test
    void whatElseStandsBehindAListIsToldWithItsLine() {
        for (String behind : List.of("garbage {{{", "]", "5", "{}", "\0")) {
            assertThatThrownBy(() -> read("[" + TWO_ATTEMPTS + "]\n" + behind))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining(
                            "jobs.json:8: has something else behind its list of jobs.\nMaybe ");
        }
    }

    @Test
    void everyNoteIsExplained() throws IOException {
        String page = Files.readString(Path.of("../docs/data/philly.md"));
        for (PhillyOddity oddity : PhillyOddity.values()) {
            assertThat(page).contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
        }
    }

    @Test
    void whatIsNoListOfJobsIsRefused() throws IOException {
        String text = "{\"vc\": 1, \"jobid\": 2, \"attempts\": 3}";
        Path file = Files.writeString(folder.resolve("jobs.json"), text);

        assertThatThrownBy(() ->
                        Traces.read(
                                file,
                                ImportRules.dandori()
                                        .withLog(new LogOptions("philly-jobs", null, null, null)),
                                (read, total) -> {}))
                .hasMessageContaining("jobs.json: is no list in JSON, where Philly's");
    }

    @Test
    void anEntryWithoutEndIsSkipped() throws IOException {
        String gpus = "\"gpu0\"," + "\"gpu1\", ".repeat(300_000);
        String huge = TWO_ATTEMPTS.replaceFirst("\"gpu0\"", gpus + "\"gpu2\"");
        ImportedTrace trace = read("[" + huge + "," + TWO_ATTEMPTS + "]");

        assertThat(trace.workload().count()).isEqualTo(1);
        assertThat(notes(trace)).contains("philly-too-long 1").doesNotContain("philly-broken 1");
    }
}
