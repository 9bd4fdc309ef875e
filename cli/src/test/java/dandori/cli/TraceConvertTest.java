package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dandori trace convert} and {@code anonymize} print and leave. */
class TraceConvertTest {

    private static final String LOG =
            """
            ; Computer: Ours
            ; MaxProcs: 8
            ; MaxNodes: 8
            ; UnixStartTime: 1000000000
            ; TimeZoneString: Asia/Tokyo
            1 0 7 60 4 -1 -1 4 120 -1 1 2 3 -1 4 5 -1 -1
            2 90 7 -1 4 -1 -1 4 120 -1 5 6 3 -1 4 5 -1 -1
            three
            """;

    @TempDir private Path folder;

    private Path log() {
        return written("log.swf", LOG);
    }

    private Path written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void aTraceIsConvertedAndReported() throws IOException {
        Path out = folder.resolve("out.json");
        Call call = Call.of("trace", "convert", log(), "--out", out);
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .isEqualTo(
                        """
                        log: 8 lines; 2 jobs used
                          skipped   1   not 18 numbers
                        Wrote OUT: 1 job, batsim
                          1 job of unknown size or run time: left out
                        No place there for:
                          how long it waited (known of 2 jobs)
                          how it ended (known of 2 jobs)
                          its user (known of 2 jobs)
                          its group (known of 2 jobs)
                          its queue (known of 2 jobs)
                          its partition (known of 2 jobs)
                          the size that a job had, where it differs from what it asked for
                          the date of time 0 and what else the log's header says
                        """
                                .replace("OUT", out.toString()));
        assertThat(text(out)).contains("\"nb_res\":8").contains("\"profile\":\"60\"");
    }

    @Test
    void onlyUsableJobsGoOnIfWished() throws IOException {
        Path out = folder.resolve("out.swf");
        Call call = Call.of("trace", "convert", log(), "--usable", "--out", out);
        assertThat(call.out()).contains("skipped   1   run time unknown (below 0)");
        assertThat(text(out)).contains("; MaxJobs: 1\n").doesNotContain("\n2 90");
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Path out = written("out.swf", "mine");
        Call call = Call.of("trace", "convert", log(), "--out", out);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo(
                        "dandori: --out: there is a file '%s' already.\nMaybe another name, or --force to replace it.\n"
                                .formatted(out));
        assertThat(text(out)).isEqualTo("mine");
        assertThat(Call.of("trace", "convert", log(), "--out", out, "--force").status()).isZero();
        assertThat(text(out)).startsWith("; Version: 2.2\n");
        Path log = log();
        assertThat(Call.of("trace", "convert", log, "--out", log, "--force").err())
                .contains("is what is read.");
        assertThat(text(log)).isEqualTo(LOG);
    }

    @Test
    void whatSaysHowItIsReadStays() throws IOException {
        Path key = written("our.swf", "0123456789abcdef\n");
        Path mapping =
                written("map.swf", "columns: {id: job, submit: at, run: took, nodes: size}\n");
        Path table = written("t.csv", "job,at,took,size\n9,1e9,5,2\n");

        for (Call call :
                List.of(
                        Call.of("trace", "anonymize", log(), "--key", key, "--out", key, "--force"),
                        Call.of(
                                "trace",
                                "convert",
                                table,
                                "--mapping",
                                mapping,
                                "--out",
                                mapping,
                                "--force"),
                        Call.of(
                                "generate",
                                "--like",
                                table,
                                "--mapping",
                                mapping,
                                "--fit-out",
                                mapping,
                                "--force"))) {
            assertThat(call.err()).endsWith("is what is read.\nMaybe another name.\n");
            assertThat(call.status()).isEqualTo(2);
        }
        assertThat(text(key)).startsWith("0123");
        assertThat(text(mapping)).startsWith("columns");
    }

    @Test
    void aJobOfTwoMonthsIsWrittenOnce() throws IOException {
        String names = "JobIDRaw|User|Submit|Start|End|State|NNodes\n";
        String across =
                "2|bob|2026-05-31T23:00:00|2026-05-31T23:30:00|2026-06-01T01:00:00|COMPLETED|4\n";
        Path may = written("may.txt", names + across);
        Path june = written("june.txt", names + across + across.replace("2|bob", "3|ada"));
        Path out = folder.resolve("out.csv");
        Path anonymous = folder.resolve("anonymous.csv");
        assertThat(Call.of("trace", "convert", may, june, "--out", out).out())
                .contains("skipped   1   the same job in another of the logs")
                .contains("Wrote " + out + ": 2 jobs, csv");
        assertThat(Call.of("trace", "anonymize", may, june, "--out", anonymous).out())
                .contains("Wrote " + anonymous + ": 2 jobs, csv");
    }

    @Test
    void sizesThatNobodyKnowsAreRefused() {
        Path out = folder.resolve("out.swf");
        Call call = Call.of("trace", "convert", log(), "--count", "nodes", "--out", out);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo(
                        """
                        dandori: LOG: none of its 2 jobs says how many nodes it asked for or had, which --count names.
                        Maybe leave --count out: it counts processors.
                        """
                                .replace("LOG", log().toString()));
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsNotCleanLeavesNoFileIfStrict() throws IOException {
        Path out = folder.resolve("out.csv");
        for (String command : new String[] {"convert", "anonymize"}) {
            Call call = Call.of("trace", command, log(), "--strict", "--out", out);
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err()).contains("is not clean, as --strict wants it");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("log.swf"));
        }
    }

    @Test
    void whatNamesNoFormatIsToldTheFormats() {
        assertThat(Call.of("trace", "convert", log(), "--out", folder.resolve("out.txt")).err())
                .contains("the ending of", "names no format.\nMaybe --to FORMAT");
        assertThat(Call.of("trace", "convert", log(), "--to", "xml", "--out", "x").err())
                .contains("--to: Traces are not written as 'xml'.\nMaybe one of: batsim, csv, ");
    }

    @Test
    void equalKeysGiveEqualPseudonymsAndNobodyIsNamed() throws IOException {
        Path key = written("key", "0123456789abcdef\n");
        Path table =
                written(
                        "t.csv",
                        "job_id,submit_unix_s,run_s,requested_nodes,user,size_unit\n9,1e9,5,2,zoe,node\n");
        Path one = folder.resolve("one.swf");
        Path other = folder.resolve("other.swf");
        Call call = Call.of("trace", "anonymize", table, "--key", key, "--out", one);
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("  user                    a number for each of 1\n")
                .doesNotContain("zoe", "0123456789");
        Call.of("trace", "anonymize", table, "--key", key, "--out", other);
        assertThat(text(one)).isEqualTo(text(other)).doesNotContain("zoe", "t.csv");
        Path drawn = folder.resolve("drawn.swf");
        assertThat(Call.of("trace", "anonymize", table, "--out", drawn).out())
                .contains("the key was drawn and is gone");
        assertThat(text(drawn)).isNotEqualTo(text(one));
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        Path key = written("key", "secret\n");
        assertThat(Call.of("trace", "anonymize", log(), "--key", key, "--out", "x.swf").err())
                .contains("must have at least 16 bytes, but has 6.")
                .doesNotContain("secret");
        Path endless = Path.of("/dev/zero"); // of size 0, as it says
        if (Files.exists(endless)) {
            assertThat(
                            Call.of("trace", "anonymize", log(), "--key", endless, "--out", "x.swf")
                                    .err())
                    .contains("--key: '/dev/zero' is no file of at most 1 MB.");
        }
        assertThat(
                        Call.of(
                                        "trace",
                                        "anonymize",
                                        log(),
                                        "--key-env",
                                        "NO_SUCH",
                                        "--out",
                                        "x.swf")
                                .err())
                .contains("there is no variable 'NO_SUCH'");
        assertThat(
                        Call.of("trace", "anonymize", log(), "--round-times", "0", "--out", "x.swf")
                                .err())
                .contains("--round-times: must be from 1 to 86400 seconds, but is 0.");
    }

    @Test
    void datesThatNoFileCanSayAreRefused() throws IOException {
        Path log = folder.resolve("x.swf");
        Path out = folder.resolve("y.swf");
        Files.writeString(log, TinyTrace.FIVE);
        assertThat(Call.of("trace", "anonymize", log, "--out", out, "--shift", "-3000").err())
                .isEqualTo(
                        "dandori: --shift: 3,000 weeks back, time 0 lies before 1970, which no trace can"
                                + " say.\nMaybe fewer weeks: --shift -2107.\n");
        assertThat(Call.of("trace", "anonymize", log, "--out", out, "--shift", "-2107").status())
                .isZero();
        assertThat(Call.of("trace", "info", out).out()).contains("1970-01-");
        assertThat(
                        Call.of(
                                        "trace",
                                        "convert",
                                        log,
                                        "--out",
                                        out,
                                        "--force",
                                        "--from=+999999999-01-01")
                                .err())
                .startsWith("dandori: --from: is no date: '+999999999-01-01'.\n");
        assertThat(Call.of("replay", log, "--to=+999999999-01-01").err())
                .startsWith("dandori: --to: is no date: '+999999999-01-01'.\n");
    }

    @Test
    void programsReadJson() {
        Path out = folder.resolve("out.swf");
        assertThat(Call.of("trace", "convert", log(), "--json", "--out", out).out())
                .contains("\"format\" : \"swf\"", "\"jobs\" : 2", "\"key\" : \"not-numbers\"");
    }
}
