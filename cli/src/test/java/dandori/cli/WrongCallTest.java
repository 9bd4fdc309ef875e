package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls and traces that are wrong: exit status 2, and a first line that says what is wrong. */
class WrongCallTest {

    @TempDir private Path folder;

    private Path tiny = Path.of("");

    @BeforeEach
    void writeTrace() {
        tiny = TinyTrace.five(folder);
    }

    private static Call wrong(String firstLine, String secondLine, Object... words) {
        Call call = Call.of(words);
        assertThat(call.err()).isEqualTo("dandori: " + firstLine + "\n" + secondLine + "\n");
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
        return call;
    }

    private static Object[] replay(Path trace, String options) {
        return Stream.concat(Stream.of("replay", trace), Arrays.stream(options.split(" ")))
                .toArray();
    }

    @Test
    void parquetNeedsAFolder() {
        wrong(
                "--parquet: there is no folder to write the files into.",
                "Maybe '--out DIR'.",
                replay(tiny, "--parquet"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--order fcf       | there is no order 'fcf'     | 'fcfs'. Known: drf, f1, f2, f3,",
                "--backfill esay   | there is no backfill 'esay' | 'easy'. Known: afs, as-logged, cl",
                "--backfill replann| there is no backfill 'replann' | 'replan'. Known: afs, a",
                "--placement frst-fit | there is no placement 'frst-fit' | 'first-fit'. Known: b",
                "--estimates exatc | there is no 'exatc'         | 'exact'. Known: requested, exact, predicted.",
                "--conventions sc5 | there is no 'sc5'           | 'sc15'. Known: dandori, sc15.",
                "--overrun extnd   | there is no 'extnd'         | 'extend'. Known: kill, extend.",
                "--check ful       | there is no 'ful'           | 'full'. Known: off, cheap, full.",
                "--progress bra    | there is no 'bra'           | 'bar'. Known: auto, bar, plain, none."
            })
    void anUnknownWordIsToldTheNearest(String option, String problem, String maybe) {
        String name = option.substring(0, option.indexOf(' '));
        Call call = Call.of(replay(tiny, option));
        assertThat(call.err())
                .startsWith("dandori: %s: %s.\nMaybe %s".formatted(name, problem, maybe));
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--processors 0  | --processors: must be at least 1, but is 0.",
                "--nodes 0       | --nodes: must be at least 1, but is 0.",
                "--processors -3 | --processors: must be at least 1, but is -3.",
                "--processors 4x | --processors: must be a whole number of at most 2,147,483,647, but is '4x'.",
                "--seed one      | --seed: must be a whole number of at most 9,223,372,036,854,775,807, but is 'one'.",
                "--order         | --order: needs a value, NAME.",
                "--backfill depth | --backfill: after 'depth:' comes how many jobs hold a reservation, but it is ''.",
                "--backfill depth:0 | --backfill: after 'depth:' comes how many jobs hold a reservation, but it is '0'.",
                "--backfill easy --backfill none | --backfill: is given more than once.",
                "--nodes 2 --processors 4 | --processors=N, --nodes=N: only one of them may be given.",
                "--processors-per-node 0 | --processors-per-node: must be at least 1, but is 0.",
                "--nodes 2147483647 --processors-per-node 4 | --nodes: 2,147,483,647 nodes of 4 processors are more than can be counted.",
                "--from yesterday | --from: is no date: 'yesterday'.",
                "--to 2010-13-01  | --to: is no date: '2010-13-01'.",
                "--from 2010-06-02 --to 2010-06-01 | --to: must lie after --from (2010-06-02), but is 2010-06-01.",
                "--backfil easy   | there is no option '--backfil' here.",
                "other.swf        | there is no command or argument 'other.swf' here."
            })
    void anImpossibleCallIsRefused(String options, String firstLine) {
        Call call = Call.of(replay(tiny, options));
        assertThat(call.err().lines().toList())
                .hasSize(2)
                .startsWith("dandori: " + firstLine)
                .last()
                .asString()
                .startsWith("Maybe ");
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void commandsAreNeeded() {
        wrong("there is no command in this call.", "Maybe see dandori --help.");
        wrong("TRACE: is missing.", "Maybe see dandori replay --help.", "replay");
        wrong(
                "SHELL: is missing.",
                "Maybe one of: bash, zsh; see dandori completion --help.",
                "completion");
        wrong(
                "there is no command or argument 'inof' here.",
                "Maybe 'info'; see dandori trace --help.",
                "trace",
                "inof");
        wrong(
                "TOPIC: there is no 'polices'.",
                "Maybe 'policies'. Known: generators, machines, models, organizations, policies, schema.",
                "catalogue",
                "polices");
        wrong(
                "--processors: must be at least 1, but is 0.",
                "Maybe leave it out: the trace's header may say it.",
                "trace",
                "info",
                tiny,
                "--processors",
                0);
    }

    @Test
    void aMissingFileAndAnEmptyFolderAreNoTrace() throws IOException {
        Path absent = folder.resolve("absent.swf");
        wrong(
                absent + ": there is no such file.",
                "Maybe it lies elsewhere; this is " + Path.of("").toAbsolutePath() + ".",
                "replay",
                absent);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        wrong(
                empty + ": is a folder without a file.",
                "Maybe the log lies elsewhere.",
                "replay",
                empty);
    }

    @Test
    void anEmptyTraceIsNone() {
        Path empty = TinyTrace.write(folder, "empty.swf", "");
        wrong(
                empty + ": is empty, where lines of 18 numbers are expected.",
                "Maybe the download or the copy failed.",
                "replay",
                empty);
        Path comments = TinyTrace.write(folder, "comments.swf", TinyTrace.HEADER);
        wrong(
                comments + ": holds comments only (4 lines), and no job.",
                "Maybe the file is incomplete.",
                "replay",
                comments);
    }

    @Test
    void aTruncatedGzipLeavesNothingBehind() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream bytes = new GZIPOutputStream(packed)) {
            bytes.write(TinyTrace.FIVE.getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.swf.gz");
        Files.write(cut, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        Path out = folder.resolve("out");
        wrong(
                cut + ": ends in the middle of its gzip data.",
                "Maybe the download or the copy was interrupted: fetch it again.",
                "replay",
                cut,
                "--out",
                out);
        assertThat(out).doesNotExist();
    }

    @Test
    void semicolonsAreNoBlanks() {
        Path table = TinyTrace.write(folder, "table.swf", TinyTrace.FIVE.replace(' ', ';'));
        Call call = Call.of("replay", table);
        assertThat(call.err())
                .startsWith(
                        "dandori: " + table + ":5: found 18 fields separated by ';', '1;0;0;10;")
                .contains("where 18 numbers separated by blanks are expected", "\nMaybe ");
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void aSizeAndADateNeedAHeader() {
        Path bare =
                TinyTrace.write(
                        folder, "bare.swf", TinyTrace.FIVE.substring(TinyTrace.HEADER.length()));
        wrong(
                bare + ": the trace's header does not say how large its machine is.",
                "Maybe --processors N. Its largest job asks for 8.",
                "replay",
                bare);
        wrong(
                "--from: the trace's header does not say the date of its time 0 (UnixStartTime).",
                "Maybe leave it out.",
                "replay",
                bare,
                "--processors",
                4,
                "--from",
                "2010-06-01");
    }

    @Test
    void aResultsFolderIsNoFile() {
        String line = "--out: %s is a file, where a folder is expected.".formatted(tiny);
        wrong(line, "Maybe another name.", "replay", tiny, "--out", tiny);
        wrong(line, "Maybe another name.", "replay", tiny, "--out", tiny.resolve("below"));
        wrong("--out: is empty.", "Maybe '--out .' for this folder.", "replay", tiny, "--out", "");
    }

    @Test
    void timesAndAmountsBeyondCountingAreSaid() {
        Path far =
                TinyTrace.write(
                        folder,
                        "far.swf",
                        TinyTrace.HEADER
                                + TinyTrace.line(1, 0, -1, 1_000_000_000_000_000_000L, 1, 1));
        wrong(
                far + ": none of its 1 job lines can be used (1: a number beyond what can be).",
                "Maybe other rules or limits fit this trace better.",
                "replay",
                far);
        long years = 9_000_000_000L;
        Path large =
                TinyTrace.write(
                        folder,
                        "large.swf",
                        TinyTrace.line(1, 0, -1, years, 2_000_000_000, years)
                                + TinyTrace.line(2, years, -1, years, 2_000_000_000, years));
        wrong(
                "a time or an amount is too large to be counted (long overflow).",
                "Maybe a number of the input is wrong: 'dandori trace info' shows the largest.",
                "replay",
                large,
                "--processors",
                2_000_000_000);
    }

    @Test
    void aStackTraceIsForThoseWhoAsk() {
        Call call = Call.of("replay", folder.resolve("absent.swf"), "--stacktrace");
        assertThat(call.err()).contains("\tat dandori.", "there is no such file");
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void longListsOfNamesGoOnInTheNextLine() {
        String names = "Maybe 'reliability'. Known: " + "reliability, ".repeat(9) + "site.";
        String wrapped = Failures.wrapped("ours.yaml has 1 problem.\n\n  here: no.\n  " + names);

        assertThat(wrapped.lines())
                .hasSize(5)
                .startsWith("ours.yaml has 1 problem.", "", "  here: no.")
                .last()
                .isEqualTo("    reliability, reliability, reliability, reliability, site.");
        assertThat(wrapped.lines()).allMatch(line -> line.length() <= 100);
        assertThat(Failures.wrapped("a: " + "b".repeat(120))).hasSize(123);
        String call = "Maybe sacct -P --format=" + "JobID,".repeat(20);
        assertThat(Failures.wrapped(call)).isEqualTo(call);
    }

    @Test
    void longIssuesGoOnInTheNextLine() {
        String wrapped =
                Failures.wrapped("ours.yaml has 1 problem.\n\n  key: " + "is long ".repeat(20));

        assertThat(wrapped.lines()).hasSize(4).allMatch(line -> line.length() <= 100);
        assertThat(wrapped.lines()).last().asString().startsWith("    ");
    }

    @Test
    void namesThatAreNearlyRightAreSuggested() throws IOException {
        wrong(
                "--keep: there is no 'users'.",
                "Maybe 'user'. Known: user, group, queue, partition, application.",
                "trace",
                "anonymize",
                tiny,
                "--keep",
                "users",
                "--out",
                folder.resolve("out.swf"));
        assertThat(Call.of("trace", "info", tiny, "--format", "slurm").err())
                .startsWith("dandori: " + tiny + ": there is no format 'slurm' of traces.\n")
                .contains("Maybe 'sacct'. Known: ");
        Files.writeString(folder.resolve("model.json"), "{}");
        wrong(
                folder.resolve("modell.json") + ": there is no such file.",
                "Maybe 'model.json'.",
                "generate",
                "--fit",
                folder.resolve("modell.json"),
                "--out",
                folder.resolve("drawn.swf"));
    }

    @Test
    void theResultsOfAnotherReplayStay() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Call.of("replay", tiny, "--backfill", "easy", "--out", out).status()).isZero();
        String earlier = Files.readString(out.resolve("summary.json"));
        Call other = Call.of("replay", tiny, "--out", out);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err())
                .startsWith(
                        "dandori: --out: '%s' holds the results of another call,".formatted(out))
                .contains(" --backfill easy ")
                .endsWith("Maybe another folder, or --force to replace them.\n");
        assertThat(Files.readString(out.resolve("summary.json"))).isEqualTo(earlier);
        Object[] again = {"replay", tiny, "--backfill", "easy", "--out", out, "--progress", "none"};
        assertThat(Call.of(again).status()).as("the same once more").isZero();
        String log = Files.readString(tiny);
        Files.writeString(tiny, log + TinyTrace.line(99, 99, 0, 10, 1, 10));
        assertThat(Call.of(again).err())
                .contains("holds the results of this call with another '%s'".formatted(tiny));
        Files.writeString(tiny, log);
        assertThat(Call.of("replay", tiny, "--backfill", "easy", "--out=" + out + "/.").status())
                .as("the same folder in other words")
                .isZero();
        assertThat(Call.of("replay", tiny, "--out", out, "--force").status()).isZero();
        assertThat(Files.readString(out.resolve("summary.json"))).isNotEqualTo(earlier);
    }

    @Test
    void aMisspeltOptionIsToldWithWhatIsMissing() {
        wrong(
                "there is no option '--backfil' here. TRACE: is missing.",
                "Maybe '--backfill'; see dandori replay --help.",
                "replay",
                "--backfil=easy");
    }

    @Test
    void nothingIsWrittenIntoWhatIsRead() throws IOException {
        Path months = Files.createDirectory(folder.resolve("months"));
        Path month = Files.copy(tiny, months.resolve("april.swf"));
        for (String command : List.of("convert", "anonymize")) {
            wrong(
                    "--out: '%s' lies in the folder that is read, '%s', and would be read with it from then on."
                            .formatted(months.resolve("all.swf"), months),
                    "Maybe another folder.",
                    "trace",
                    command,
                    months,
                    "--out",
                    months.resolve("all.swf"));
        }
        assertThat(Call.of("replay", months, "--out", months.resolve("out")).status()).isEqualTo(2);
        assertThat(Call.of("replay", months, "--out", months).err())
                .contains("--out: '%s' is what is read.".formatted(months));
        Path same = months.resolve("..").resolve("model.json");
        wrong(
                "--fit-out: '%s' is --out too.".formatted(folder.resolve("model.json")),
                "Maybe another name.",
                "generate",
                "--like",
                month,
                "--out",
                same,
                "--fit-out",
                folder.resolve("model.json"));
        assertThat(months.resolve("all.swf")).doesNotExist();
        assertThat(folder.resolve("model.json")).doesNotExist();
        assertThat(Call.of("trace", "convert", months, "--out", months.resolve(".x.swf")).status())
                .as("what begins with a dot is not read")
                .isZero();
    }

    @Test
    void linksAreFollowedAsTheSystemDoes() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("real/sub"));
        Path log = Files.copy(tiny, folder.resolve("real/a.swf"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
        Path hard = Files.createLink(folder.resolve("hard.swf"), log);
        for (Path out : List.of(link.resolve("../a.swf"), hard)) {
            wrong(
                    "--out: '%s' is what is read.".formatted(out),
                    "Maybe another name.",
                    "trace",
                    "convert",
                    log,
                    "--out",
                    out,
                    "--force");
        }
    }

    @Test
    void aPipeMayBeRead() throws IOException, InterruptedException {
        assumeThat(Path.of("/dev/stdin")).exists();
        Path out = folder.resolve("piped.csv");
        Call call =
                Call.ofProcess(
                        folder,
                        List.of(
                                "/bin/sh",
                                "-c",
                                "cat '%s' | '%s' -cp '%s' dandori.cli.Main trace convert /dev/stdin --out '%s'"
                                        .formatted(
                                                tiny,
                                                ProcessHandle.current()
                                                        .info()
                                                        .command()
                                                        .orElseThrow(),
                                                System.getProperty("java.class.path"),
                                                out)));
        assertThat(call.status()).as(call.err()).isZero();
        assertThat(out).exists();
    }

    @Test
    void aReplayOnAMachineThatHasChangedIsAnother() throws IOException {
        String text =
                """
                machine: m
                title: 8 nodes
                sources: {us: "made up"}
                totals: {nodes: [8, assumed, us]}
                """;
        Path machine = Files.writeString(folder.resolve("m.yaml"), text);
        Object[] call = {"replay", tiny, "--machine", machine, "--out", folder.resolve("out")};
        assertThat(Call.of(call).status()).isZero();
        assertThat(Call.of(call).status()).isZero();
        Files.writeString(machine, text.replace("[8,", "[6,"));
        assertThat(Call.of(call).err())
                .contains("holds the results of this call with another '%s'.".formatted(machine));
    }

    @Test
    void aSizeOfAnotherUnitIsToldAloud() {
        assertThat(Call.of("replay", tiny, "--nodes", 4).out())
                .contains(
                        "header        jobs count processors, and --nodes counts nodes: taken as 4 processors")
                .contains("(--processors-per-node C makes nodes of processors; or --processors N")
                .contains("machine           4 processors\n");
        assertThat(Call.of("replay", tiny, "--accelerators", 4).out())
                .contains("--accelerators counts accelerators: taken as 4 processors");
        assertThat(Call.of("replay", tiny, "--nodes", 4, "--processors-per-node", 2).out())
                .contains("machine           4 nodes\n")
                .doesNotContain("taken as");
        assertThat(Call.of("replay", tiny, "--processors", 4).out()).doesNotContain("taken as");
        String taken = "jobs count processors, and --nodes counts nodes: taken as 4 processors";
        assertThat(Call.of("trace", "info", tiny, "--nodes", 4).out())
                .contains(taken)
                .doesNotContain("per-node");
        Path out = folder.resolve("out.swf");
        assertThat(Call.of("trace", "convert", tiny, "--nodes", 4, "--out", out).out())
                .contains(taken);
    }
}
