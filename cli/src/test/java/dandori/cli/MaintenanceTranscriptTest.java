package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planned outages as {@code replay}, {@code run} and {@code describe} tell of them. */
class MaintenanceTranscriptTest {

    @TempDir Path folder;

    /** Two jobs of a day's limit, and of a day; the second comes 12 hours after the first. */
    private String trace(String start) throws IOException {
        return Files.writeString(
                        folder.resolve("two.swf"),
                        """
                        ; UnixStartTime: %d
                        1 0 -1 86400 384 -1 -1 384 86400 -1 1 7 3 -1 1 1 -1 -1
                        2 43200 -1 86400 384 -1 -1 384 86400 -1 1 8 5 -1 1 1 -1 -1
                        """
                                .formatted(Instant.parse(start).getEpochSecond()))
                .toString();
    }

    private StudyCall replay(String start, String... more) throws IOException {
        String[] words = new String[4 + more.length];
        words[0] = "replay";
        words[1] = trace(start);
        words[2] = "--machine";
        words[3] = "fugaku";
        System.arraycopy(more, 0, words, 4, more.length);
        return StudyCall.of(words);
    }

    @Test
    void nothingRunsIntoFugakusMaintenance() throws IOException {
        // It begins 24 hours after the first job comes and lasts 87: the second waits for 99.
        for (String groups : new String[] {"--conventions=dandori", "--groups"}) {
            StudyCall call = replay("2025-10-05T15:00:00Z", groups, "--check", "full");
            assertThat(call.err()).isEmpty();
            assertThat(call.out())
                    .contains(
                            "  maintenance       1 date fell into the run: all nodes, 2025-10-07 00:00 to"
                                    + " 2025-10-10 15:00 +09:00\n")
                    .contains("max 4.1 d");
        }
    }

    @Test
    void nothingIsSaidWhereNoDateFellIntoTheRun() throws IOException {
        assertThat(replay("2024-05-01T00:00:00Z").out()).doesNotContain("maintenance");
        assertThat(replay("2026-05-01T00:00:00Z").out()).doesNotContain("maintenance");
    }

    @Test
    void aStudySaysHowManyFellIntoARun() throws IOException {
        Path scenario =
                Files.writeString(
                        folder.resolve("s.yaml"),
                        """
                        scenario: closed
                        machines: {fugaku: {from: catalogue/fugaku}}
                        workload:
                          streams:
                            - {organization: us, trace: {file: %s}}
                        policies: {easy: {backfill: easy}}
                        maintenance:
                          - {from: 6h, to: 9h, nodes: 1000}
                          - {from: 40d, to: 50d}
                        """
                                .formatted(trace("2025-10-05T15:00:00Z")));
        String out = folder.resolve("out").toString();
        StudyCall call = StudyCall.of("run", scenario.toString(), "--out", out);
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("Maintenance: 2 planned outages fell into a run.");
    }

    @Test
    void aDateWithoutAnyToMeasureItByIsRefused() throws IOException {
        String trace = trace("2025-10-05T15:00:00Z");
        Files.writeString(
                Path.of(trace), Files.readString(Path.of(trace)).replaceFirst(";.*\n", ""));
        Path scenario =
                Files.writeString(
                        folder.resolve("s.yaml"),
                        """
                        scenario: undated
                        machines: {one: {nodes: 384}}
                        workload:
                          streams:
                            - {organization: us, trace: {file: %s}}
                        policies: {easy: {backfill: easy}}
                        maintenance:
                          - {from: 2025-10-07T00:00+09:00, to: 2025-10-10T15:00+09:00}
                        """
                                .formatted(trace));
        String out = folder.resolve("out").toString();
        StudyCall call = StudyCall.of("run", scenario.toString(), "--out", out);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains(
                        "maintenance[0].from: is a date, but the trace does not say when it begins.");
    }

    @Test
    void describeShowsItWithSourceAndCertainty() {
        assertThat(StudyCall.of("describe", "fugaku").out())
                .contains(
                        """

                        Planned maintenance
                          all nodes, 2025-10-07 00:00 to 2025-10-10 15:00 +09:00   published    S4       sample calendar; 6
                        """);
    }
}
