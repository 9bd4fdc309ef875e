package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments that no job can have: what becomes of the job, and which note says so. */
class CsvMomentsTest {

    private static final String MAPPING =
            """
            columns: {id: id, submit: submit, start: start, run: run, nodes: size}
            times: {since: 1970, unit: UNIT, durations: s}
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1e20, '', skipped beyond-range 1",
        "-1e20, '', skipped beyond-range 1",
        "SOUND, 1e20, skipped beyond-range 1",
        "-1e20, SOUND, skipped beyond-range 1",
        "SOUND, -1e20, repaired csv-start-before-submit 1",
        "SOUND, -9223372036854775807, repaired csv-start-before-submit 1",
        "-9223372036854775808, '', skipped csv-no-submit 1",
        "SOUND, -9223372036854775808, noted wait-unknown 1"
    })
    void farFromAll(String submit, String start, String note) throws IOException {
        assertNote("s", "1775034000", submit, start, note);
        assertNote("ms", "1775034000000", submit, start, note);
        assertNote("h", "493065", submit, start, note);
    }

    private void assertNote(String unit, String sound, String submit, String start, String note)
            throws IOException {
        String table =
                "id,submit,start,run,size\n1,%s,%s,60,4\n2,%s,%s,60,4\n"
                        .formatted(
                                sound,
                                sound,
                                submit.replace("SOUND", sound),
                                start.replace("SOUND", sound));

        var trace = CsvText.read(folder, MAPPING.replace("UNIT", unit), table);

        boolean isSkipped = note.startsWith("skipped");
        assertThat(trace.workload().count()).isEqualTo(isSkipped ? 1 : 2);
        assertThat(CsvText.notes(trace)).contains(note);
        if (!isSkipped) {
            assertThat(trace.workload().jobs().loggedWaitMillis(1)).isEqualTo(-1);
        }
        boolean isEarly = note.contains("csv-start-before-submit");
        assertThat(CsvText.notes(trace).toString().contains("csv-start-before-submit"))
                .isEqualTo(isEarly);
    }
}
