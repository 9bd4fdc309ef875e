package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules of others, start by start, from the command line to {@code jobs.csv.gz}. */
class GoldenReplayTest {

    @TempDir private Path folder;

    @Test
    void easyOnKthIsThatOfSc15() throws IOException {
        Path golden = Shared.file("golden/sc15-KTH-SP2.csv.gz");
        Path trace = Shared.file("traces/swf/KTH-SP2-1996-2.swf.gz");
        equal(golden, "start_easy_s", trace, "easy", "sc15");
    }

    @ParameterizedTest
    @CsvSource({
        "endfirst-fcfs, none, dandori",
        "endfirst-easy, easy, dandori",
        "endfirst-cons, conservative, dandori",
        "pyss-easy, easy, sc15",
        "pyss-cons, conservative, sc15"
    })
    void smallLogsAreThoseOfPeers(String peer, String backfill, String conventions)
            throws IOException {
        for (String log : List.of("hpc2n3k", "sdsc5k")) {
            Path golden = Shared.file("golden/peer/ref-%s-%s.csv.gz".formatted(peer, log));
            Path trace = Shared.file("golden/peer/" + log + ".swf");
            equal(golden, "start", trace, backfill, conventions);
        }
    }

    private void equal(Path golden, String column, Path trace, String backfill, String conventions)
            throws IOException {
        Path out = folder.resolve(trace.getFileName() + backfill);
        Call call =
                Call.of(
                        "replay",
                        trace,
                        "--backfill",
                        backfill,
                        "--conventions",
                        conventions,
                        "--out",
                        out,
                        "--processors",
                        trace.toString().contains("hpc2n")
                                ? 240
                                : trace.toString().contains("sdsc5k") ? 128 : 100);
        assertThat(call.err()).isEmpty();
        List<String> starts = starts(out.resolve("jobs.csv.gz"), "start_s");
        assertThat(starts).hasSizeGreaterThan(3_000).isEqualTo(starts(golden, column));
    }

    /** Number and start of each job, in the order of their numbers. */
    private static List<String> starts(Path table, String column) throws IOException {
        List<String[]> rows =
                ResultsFolderTest.unpacked(table).lines().map(line -> line.split(",")).toList();
        int place = Arrays.asList(rows.get(0)).indexOf(column);
        return rows.stream().skip(1).map(row -> row[0] + " " + row[place]).sorted().toList();
    }
}
