package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.AllocationUnit;
import dandori.network.Fidelity;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.results.JsonText;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import dandori.trace.StreamedTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay that streams writes and says, byte for byte, what one says that keeps all its jobs. */
class StreamedReplayTest {

    @TempDir Path folder;

    /** How to play. */
    private record Way(
            String order, String backfill, Estimates estimates, Conventions conventions) {

        static Way of(String order, String backfill) {
            return new Way(order, backfill, Estimates.REQUESTED, Conventions.DANDORI);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fcfs, none",
        "fcfs, easy",
        "sjf, easy",
        "fair-tree, easy",
        "wfp3, conservative",
        "fcfs, slack",
        "lxf, replan",
        "fcfs, depth:3",
        "multifactor, slurm",
        "fcfs, tcs",
        "saf, selective",
        "fcfs, los",
        "fcfs, clairvoyant",
        "fcfs, unlimited",
        "fcfs, as-logged"
    })
    void theSameOfRandomTraces(String order, String backfill) throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            Path trace = folder.resolve("random" + seed + ".swf");
            Files.writeString(trace, random(seed, seed % 2 == 1));
            Estimates estimates = seed == 2 ? Estimates.PREDICTED : Estimates.REQUESTED;
            same(trace, 64, new Way(order, backfill, estimates, Conventions.DANDORI));
        }
    }

    @ParameterizedTest
    @CsvSource({"fcfs, easy", "fair-tree, easy", "wfp3, conservative"})
    void theSameWhereAJobStaysFromTheBeginningToTheEnd(String order, String backfill)
            throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            Path trace = folder.resolve("random" + seed + ".swf");
            String stays = "0 0 -1 90000000 3 -1 -1 3 90000000 -1 1 1 1 1 1 1 -1 -1\n";
            Files.writeString(trace, stays + random(seed, seed % 2 == 1));
            same(trace, 64, Way.of(order, backfill));
        }
    }

    @Test
    void theSameByTheConventionsOfOthers() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            Path trace = folder.resolve("random.swf");
            Files.writeString(trace, random(seed, seed % 2 == 1));
            same(trace, 64, new Way("sjf", "easy", Estimates.REQUESTED, Conventions.SC15));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swf/KTH-SP2-1996-2.swf.gz",
                "swf/NASA-iPSC-1993-3.1-cln.swf.gz",
                "swf/UniLu-Gaia-2014-1.swf.gz",
                "dirty/NASA-iPSC-1993-3.swf"
            })
    void theSameOfRealTraces(String name) throws IOException {
        Path trace = Shared.file("traces/" + name);
        same(trace, 128, Way.of("fcfs", "easy"));
    }

    private void same(Path trace, int processors, Way way) throws IOException {
        Path kept = folder.resolve("kept");
        Path streamed = folder.resolve("streamed");
        ReplayResult expected = play(trace, processors, way, kept, Integer.MAX_VALUE);
        ReplayResult result = play(trace, processors, way, streamed, 0);
        assertThat(result.trace()).isInstanceOf(StreamedTrace.class);
        assertThat(files(streamed)).as("%s", way).isEqualTo(files(kept));
        assertThat(said(result)).isEqualTo(said(expected));
        assertThat(JsonText.of(ReplayTree.of(result)))
                .isEqualTo(JsonText.of(ReplayTree.of(expected)));
    }

    private static String said(ReplayResult result) {
        return ReplayText.of(
                new ReplayResult(
                        result.trace(),
                        result.machine(),
                        result.rules(),
                        result.outcome(),
                        result.rejections(),
                        1));
    }

    private static ReplayResult play(Path trace, int processors, Way way, Path out, int keptJobs)
            throws IOException {
        boolean isAsLogged = way.backfill().equals("as-logged");
        ReplayTrace input =
                new ReplayTrace(
                        trace,
                        new GivenSize(AllocationUnit.PROCESSOR, processors),
                        null,
                        1,
                        way.conventions(),
                        null,
                        null,
                        isAsLogged,
                        false,
                        new TraceOptions());
        Policy policy =
                new PolicyWords().policy(way.order(), way.backfill(), "count", way.estimates());
        ReplayRules rules =
                new ReplayRules(
                        policy,
                        way.order(),
                        "count",
                        Fidelity.NONE,
                        null,
                        way.conventions(),
                        isAsLogged ? Overrun.EXTEND : Overrun.KILL,
                        Checking.CHEAP,
                        false,
                        1);
        return new Replay(
                        input, rules, out, true, false, keptJobs, List.of("replay"), List.of(trace))
                .run(Progress.Form.NONE, new PrintWriter(new StringWriter()));
    }

    /** All result files by name, but the one that has times of day in it. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("manifest.json")) {
                    all.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(all).containsKeys("jobs.csv.gz", "series.csv.gz", "summary.json");
        return all;
    }

    /** A dirty log with jobs that are too large, too long, or of nobody. */
    private static String random(int seed, boolean isOutOfOrder) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("; UnixStartTime: 1000000000\n; MaxProcs: 60\n");
        long clock = 0;
        for (int id = 1; id <= 400; id++) {
            clock += random.nextInt(60);
            boolean isMoved = isOutOfOrder && random.nextInt(4) == 0;
            long submit = isMoved ? clock - random.nextInt(5_000) : clock;
            int most = random.nextBoolean() ? 4 : 40;
            int nodes = random.nextInt(30) == 0 ? 70 : 1 + random.nextInt(most);
            int run = random.nextInt(20) == 0 ? -1 : random.nextInt(400);
            int estimate = random.nextInt(10) == 0 ? -1 : run + random.nextInt(500) - 40;
            int wait = random.nextInt(5) == 0 ? -1 : random.nextInt(900);
            int user = random.nextInt(6) - 1;
            text.append(
                    "%d %d %d %d %d -1 -1 %d %d -1 1 %d %d 1 %d 1 -1 -1\n"
                            .formatted(
                                    id, submit, wait, run, nodes, nodes, estimate, user, user / 2,
                                    user % 3));
        }
        return text.toString();
    }
}
