package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code generate} writes and says, and what it refuses. */
class GenerateCommandTest {

    @TempDir private Path folder;

    private Call lublin(Path out, Object... more) {
        Object[] words = {"generate", "lublin", "--nodes", "128", "--load", "0.8", "--out", out};
        return more(words, more);
    }

    private static Call more(Object[] words, Object... more) {
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Call.of(all);
    }

    @Test
    void aTraceSaysHowItWasMadeAndIsReadBack() throws IOException {
        Path file = folder.resolve("lublin.swf");
        Call call = lublin(file, "--set", "batch.serial=0.3");

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        List<String> lines = Files.readAllLines(file);
        long jobs = lines.stream().filter(line -> !line.startsWith(";")).count();
        assertThat(call.out())
                .startsWith("model 'lublin': %,d jobs for 128 nodes, in %s%n".formatted(jobs, file))
                .containsPattern("\n  jobs of one node in % +30 +[23][0-9.]+\n")
                .containsPattern("\n  load +0.8 +0.[0-9]+\n");
        assertThat(lines)
                .contains(
                        "; MaxJobs: " + jobs,
                        "; UnixStartTime: 1767571200",
                        "; TimeZoneString: UTC",
                        "; MaxNodes: 128",
                        "; Note: Expected load 0.8, 28 days, seed 1")
                .anyMatch(line ->
                        line.startsWith("; Note: Options: nodes.max=unlimited ")
                                && line.contains(" batch.serial=0.3 "));
        Call replay = Call.of("replay", file, "--backfill", "easy");
        assertThat(replay.status()).isZero();
        assertThat(replay.out())
                .contains("128 processors")
                .contains("%,d completed".formatted(jobs));
    }

    @Test
    void equalCallsGiveEqualBytesPackedOrNot() throws IOException {
        Path plain = folder.resolve("a.swf");
        Path packed = folder.resolve("b.swf.gz");
        lublin(plain);
        lublin(packed);
        byte[] first = Files.readAllBytes(plain);
        assertThat(lublin(plain).err())
                .contains("--out: there is a file '%s' already.".formatted(plain))
                .contains("--force");
        assertThat(lublin(plain, "--force").status()).isZero();

        assertThat(Files.readAllBytes(plain)).isEqualTo(first);
        try (var unpacked = new java.util.zip.GZIPInputStream(Files.newInputStream(packed))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(first);
        }
        lublin(plain, "--seed", "2", "--force");
        assertThat(Files.readAllBytes(plain)).isNotEqualTo(first);
    }

    @Test
    void popularTimeLimitsCanBeAskedFor() throws IOException {
        Path file = folder.resolve("popular.swf");
        Call call = lublin(file, "--estimates", "tsafrir:36h");

        assertThat(call.out())
                .containsPattern("jobs with the 20 commonest time limits in % +89 +[89][0-9.]+\n");
        long longest =
                Files.readAllLines(file).stream()
                        .filter(line -> line.split(" ").length == 18 && !line.startsWith(";"))
                        .mapToLong(line -> Long.parseLong(line.split(" ")[8]))
                        .max()
                        .orElseThrow();
        assertThat(longest).isEqualTo(36 * 3_600);
    }

    @Test
    void aTraceOfNoJobsIsNone() {
        Path file = folder.resolve("none.swf");
        Call call = Call.of("generate", "lublin", "--nodes", "9", "--load", "1e-6", "--out", file);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("--days: no job came in 28 days.\nMaybe more days, or a larger --load.");
        assertThat(file).doesNotExist();
    }

    @Test
    void moreThanTheMachineCanDoIsWarnedOf() {
        Object[] words = {"generate", "lublin", "--nodes", 128, "--out", folder.resolve("o.swf")};
        Call call = more(words, "--force", "--days", 1, "--load", 80);
        Call json = more(words, "--force", "--days", 1, "--load", 2, "--json");
        Call half = more(words, "--force", "--days", 1, "--load", 0.5);

        assertThat(call.out())
                .contains("\nWarning: The jobs need 80.00 times what the machine can do: ");
        assertThat(json.out()).contains("\"warnings\" : [ \"The jobs need 2.000 times");
        assertThat(half.out()).doesNotContain("Warning");
    }

    @Test
    void everyModelWritesATrace() {
        for (String model : List.of("daily-cycle", "downey", "development", "fugaku-general")) {
            Call call =
                    Call.of(
                            "generate",
                            model,
                            "--nodes",
                            "64",
                            "--jobs-per-day",
                            "50",
                            "--days",
                            "3",
                            "--json",
                            "--out",
                            folder.resolve(model + ".swf"));
            assertThat(call.status()).as(model + call.err()).isZero();
            assertThat(call.out())
                    .startsWith("{\n")
                    .contains("\"made_by\" : \"model '" + model + "'\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate lubln --nodes 9 --load 1 --out x | MODEL: there is no model 'lubln'.",
                "generate lublin --nodes 0 --load 1 --out x | --nodes: must be at least 1, but is 0.",
                "generate lublin --nodes 9 --out x | --load: is missing: how many jobs come?",
                "generate lublin --nodes 9 --load 0 --out x | --load: must be from 1.0E-9 to 100, but is 0.",
                "generate lublin --nodes 9 --load 1 --days -1 --out x | --days: must be from 0.001",
                "generate lublin --nodes 9 --load 1 --start 1.1. --out x | --start: is no date: '1.1.'.",
                "generate lublin --nodes 9 --load 1 --start 1960-01-04 --out x | --start: must lie after"
                        + " 1970-01-01 and before the year 10000, but is 1960-01-04.",
                "generate lublin --nodes 9 --load 1 --start +999999999-12-31T00:00Z --out x | --start:"
                        + " must lie after 1970-01-01",
                "generate lublin --nodes 9 --load 1 --estimates x --out x | --estimates: must be tsafrir",
                "generate lublin --nodes 9 --load 1 --set users=0 --out x | users (--set): must be",
                "generate lublin --nodes 9 --load 1 --set a --out x | must be path.to.key=VALUE",
                "generate lublin --nodes 9 --load 1 --set runTime.longest=60s --out x | is shorter than",
                "generate lublin --nodes 9 --jobs-per-day 1e9 --out x | --jobs-per-day: makes 2.80e+10"
                        + " jobs, but 50,000,000 are the most"
            })
    void wrongCallsAreRefused(String words, String says) {
        Call call = Call.of((Object[]) words.split(" "));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(says);
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void theCatalogueListsModelsWithTheirSources() {
        Call call = Call.of("catalogue", "generators");

        assertThat(call.status()).isZero();
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.out())
                .contains("\n  downey ", "\n  lublin ", "Lublin and Feitelson, JPDC 63(11), 2003");
    }
}
