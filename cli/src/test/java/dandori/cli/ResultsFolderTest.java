package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code replay --out} writes. */
class ResultsFolderTest {

    private static final String HEAD =
            "job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,"
                    + "runtime_s,state,wait_s,first_wait_s,restarts,lost_s,node_set,cause\n";

    @TempDir private Path folder;

    @Test
    void everyJobHasALineWithItsNodes() throws IOException {
        Path out = replay(TinyTrace.five(folder), "--placement", "first-fit");
        assertThat(unpacked(out.resolve("jobs.csv.gz")))
                .isEqualTo(
                        HEAD
                                + "1,1,2,tiny,1,0,0,10,2,10,10,completed,0,0,0,0,0-1,\n"
                                + "2,1,3,tiny,1,1,10,20,4,10,10,completed,9,9,0,0,0-3,\n"
                                + "3,1,1,tiny,1,2,2,10,1,8,8,completed,0,0,0,0,2,\n"
                                + "4,1,2,tiny,1,3,20,31,1,11,11,killed,17,17,0,0,0,\n"
                                + "5,1,3,tiny,1,4,,,8,5,0,rejected,,,0,0,,too-large\n");
    }

    @Test
    void nodeSetsThatAreNoRangeHaveBlanksBetween() throws IOException {
        // 1 holds node 0, 2 holds 1, 3 holds 2; when 1 and 3 are gone, 4 gets what they had.
        String text =
                TinyTrace.HEADER
                        + TinyTrace.line(1, 0, -1, 5, 1, 5)
                        + TinyTrace.line(2, 0, -1, 50, 1, 50)
                        + TinyTrace.line(3, 0, -1, 5, 1, 5)
                        + TinyTrace.line(4, 1, -1, 5, 3, 5);
        Path out = replay(TinyTrace.write(folder, "gaps.swf", text), "--placement", "first-fit");
        assertThat(unpacked(out.resolve("jobs.csv.gz"))).endsWith(",0,0,0 2-3,\n");
    }

    @Test
    void theSeriesIsAsComputedByHand() throws IOException {
        Path out = replay(TinyTrace.five(folder));
        // Waiting: job 2 asks for 4 × 10 s = 0.011 node hours, job 4 for 1 × 11 s = 0.003.
        assertThat(unpacked(out.resolve("series.csv.gz")))
                .isEqualTo(
                        """
                        time_s,machine,pool,nodes_up,nodes_busy,jobs_running,jobs_waiting,node_hours_waiting,power_kw
                        0,tiny,tiny,4,2,1,0,0.000,
                        1,tiny,tiny,4,2,1,1,0.011,
                        2,tiny,tiny,4,3,2,1,0.011,
                        3,tiny,tiny,4,3,2,2,0.014,
                        4,tiny,tiny,4,3,2,2,0.014,
                        10,tiny,tiny,4,4,1,1,0.003,
                        20,tiny,tiny,4,1,1,0,0.000,
                        31,tiny,tiny,4,0,0,0,0.000,
                        """);
    }

    @Test
    void theManifestSaysWhatMadeTheFolder() throws IOException {
        Path trace = TinyTrace.five(folder);
        Path out = replay(trace, "--seed", "3");
        JsonNode manifest = JsonMapper.shared().readTree(out.resolve("manifest.json").toFile());
        assertThat(manifest.get("state").asString()).isEqualTo("complete");
        assertThat(manifest.get("cells_planned").asInt()).isEqualTo(1);
        assertThat(manifest.get("cells_done").asInt()).isEqualTo(1);
        assertThat(manifest.get("seeds").get(0).asInt()).isEqualTo(3);
        assertThat(manifest.get("program").asString()).startsWith("dandori ");
        assertThat(manifest.get("inputs").get(trace.toString()).asString()).matches("[0-9a-f]{64}");
        assertThat(manifest.get("command").get(0).asString()).isEqualTo("replay");
        JsonNode summary = JsonMapper.shared().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.at("/all/wait_mean_s").asDouble()).isEqualTo(6.5);
        assertThat(summary.get("seed").asInt()).isEqualTo(3);
    }

    @Test
    void nothingButTheFilesIsLeft() throws IOException {
        Path out = replay(TinyTrace.five(folder));
        assertThat(names(out))
                .containsExactly(
                        "jobs.csv.gz",
                        "machine.json",
                        "manifest.json",
                        "series.csv.gz",
                        "summary.json");
    }

    @Test
    void tablesAreThereAsParquetWhereThatIsAskedFor() throws IOException {
        Path out = replay(TinyTrace.five(folder), "--parquet", "--explain");
        assertThat(names(out))
                .contains("jobs.csv.gz", "jobs.parquet", "series.parquet", "waits.parquet");
        byte[] bytes = Files.readAllBytes(out.resolve("jobs.parquet"));
        assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
    }

    @Test
    void equalCallsInTwoJvmsWriteEqualParquet() throws IOException {
        Path trace = TinyTrace.five(folder);
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Path out = folder.resolve(name);
            List<String> words = new ArrayList<>(Call.javaWords(List.of()));
            words.addAll(List.of("replay", trace.toString(), "--parquet", "--out", out.toString()));
            Call call = Call.ofProcess(folder, words);
            assertThat(call.err()).isEmpty();
            assertThat(call.status()).isZero();
            files.add(Files.readAllBytes(out.resolve("jobs.parquet")));
        }
        assertThat(files.get(0)).isEqualTo(files.get(1));
    }

    @Test
    void jobsKeepTheOrderOfTheTrace() throws IOException {
        String text =
                TinyTrace.HEADER
                        + TinyTrace.line(7, 5, -1, 3, 1, 3)
                        + TinyTrace.line(3, 0, -1, 3, 1, 3)
                        + TinyTrace.line(9, 2, -1, 3, 1, 3);
        Path out = replay(TinyTrace.write(folder, "unsorted.swf", text));
        assertThat(unpacked(out.resolve("jobs.csv.gz")).lines().skip(1))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("7", "3", "9");
    }

    @Test
    void aNameWithACommaIsQuoted() throws IOException {
        Path trace = TinyTrace.write(folder, "tiny, \"2\".swf", TinyTrace.FIVE);
        Path out = replay(trace);
        assertThat(unpacked(out.resolve("jobs.csv.gz")))
                .contains("\n1,1,2,\"tiny, \"\"2\"\"\",1,0,0,10,");
    }

    @Test
    void equalCallsWriteEqualBytes() throws IOException {
        Path trace = TinyTrace.five(folder);
        Path one = replay(trace);
        Path other = folder.resolve("other");
        Call.of("replay", trace, "--backfill", "easy", "--out", other);
        for (String name : List.of("jobs.csv.gz", "series.csv.gz")) {
            assertThat(unpacked(other.resolve(name))).isEqualTo(unpacked(one.resolve(name)));
        }
        assertThat(other.resolve("summary.json"))
                .hasSameBinaryContentAs(one.resolve("summary.json"));
    }

    private Path replay(Path trace, String... options) {
        Path out = folder.resolve("out");
        Object[] words = new Object[options.length + 6];
        System.arraycopy(
                new Object[] {"replay", trace, "--backfill", "easy", "--out", out}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        Call call = Call.of(words);
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        return out;
    }

    static String unpacked(Path file) throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
