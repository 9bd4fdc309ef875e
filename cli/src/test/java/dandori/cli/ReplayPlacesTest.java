package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code replay} where it matters on which nodes jobs run. */
class ReplayPlacesTest {

    @TempDir private Path folder;

    private Path trace = Path.of("");

    @BeforeEach
    void writeTrace() {
        trace =
                TinyTrace.write(
                        folder,
                        "few.swf",
                        TinyTrace.HEADER.replace("MaxProcs: 4", "MaxProcs: 158976")
                                + TinyTrace.line(1, 0, -1, 3600, 100, 7200)
                                + TinyTrace.line(2, 10, -1, 3600, 400, 7200)
                                + TinyTrace.line(3, 20, -1, 3600, 90000, 7200)
                                + TinyTrace.line(4, 30, -1, 3600, 60, 7200)
                                + TinyTrace.line(5, 4000, -1, 3600, 200000, 7200));
    }

    private Call replay(String words) {
        List<Object> call = new ArrayList<>(List.of("replay", trace, "--backfill", "easy"));
        call.addAll(Arrays.asList(words.split(" ")));
        return Call.of(call.toArray());
    }

    @Test
    void aMachineHasItsOwnPlacement() {
        assertThat(replay("--machine fugaku").out())
                .contains("machine           fugaku, 158,976 nodes, torus\n")
                .contains("placement         torus:shelf\n");
        assertThat(replay("--machine sakura-hokkaido").out()).contains("placement         count\n");
        assertThat(replay("--machine abci-3 --groups").out())
                .contains("placement         rail-packing\n");
        assertThat(replay("--nodes 9").out()).doesNotContain("placement");
        assertThat(replay("--machine fugaku --placement random:7").out())
                .contains("placement         random:7\n");
    }

    /** A backfill that reserves nodes has all jobs of a pool in one group without a name. */
    @Test
    void reservingNodesMakesNoGroups() {
        Object[] words = {
            "replay", trace, "--backfill", "identity-easy", "--placement", "first-fit"
        };
        Call call = Call.of(words);

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("placement         first-fit\n")
                .doesNotContain("by resource");
    }

    @Test
    void groupsTakeJobsByTheirSizeAndTheirWaitsAreShown() {
        Call call = replay("--machine fugaku --groups");

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("fugaku, 158,976 nodes, torus, resource groups\n")
                .contains("rejected          1 job larger than the machine\n")
                .contains(
                        "rejected          1 job of a size that no resource group takes: job 3 (90,000 nodes)\n")
                .contains("small      20,736 nodes\n", "large     110,592 nodes\n")
                .contains(
                        """

                        Waits by resource group
                          Group   Jobs   Wait, mean   Median   p95   Node hours
                          small      2          0 s      0 s   0 s          160
                          large      1          0 s      0 s   0 s          432
                        """);
    }

    @Test
    void jsonAndFilesSayTheSame() throws IOException {
        Path out = folder.resolve("out");
        Call call = replay("--machine fugaku --groups --json --out " + out);

        assertThat(call.out())
                .contains(
                        "\"groups\" : true",
                        "\"placement\" : \"torus:shelf\"",
                        "\"network\" : \"none\"",
                        "\"partitions\" : {",
                        "\"fugaku/large\" : {")
                .doesNotContain("\"communication\"");
        assertThat(Files.readString(out.resolve("summary.json")))
                .contains("\"placement\" : \"torus:shelf\"", "\"spot-large\" : {");
    }

    @Test
    void theNetworkSlowsWhoLiesBadly() {
        trace =
                TinyTrace.write(
                        folder,
                        "pods.swf",
                        TinyTrace.line(1, 0, -1, 3600, 40, 9000)
                                + TinyTrace.line(2, 10, -1, 3600, 30, 9000)
                                + TinyTrace.line(3, 4000, -1, 3600, 50, 9000));
        String words =
                "--machine sakuraone --network static --communication all-to-all:200GB/s"
                        + " --placement ";
        Call packed = replay(words + "rail-packing");
        Call random = replay(words + "random");

        assertThat(packed.out())
                .contains(
                        "network           static; jobs of 2 nodes or more send: all-to-all,"
                                + " 200 GB/s a node\n");
        assertThat(stalledPerCent(packed)).isZero();
        assertThat(stalledPerCent(random)).isPositive();
        assertThat(replay(words + "random --json").out())
                .contains("\"communication\" : \"all-to-all:200 GB/s\"");
    }

    @Test
    void whoTheNetworkMakesTooLongIsCountedApart() throws IOException {
        trace =
                TinyTrace.write(
                        folder,
                        "tight.swf",
                        TinyTrace.line(1, 0, -1, 3600, 40, 3601)
                                + TinyTrace.line(2, 10, -1, 3600, 30, 9000)
                                + TinyTrace.line(3, 20, -1, 3600, 1, 1800)
                                + TinyTrace.line(4, 40000, -1, 3600, 50, 9000));
        Path out = folder.resolve("out");
        String words =
                "--machine sakuraone --network static --communication all-to-all:200GB/s"
                        + " --placement random --out ";
        Call call = replay(words + out);

        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains(
                        "2 completed   2 killed at their walltime, 1 because the network slowed it\n");
        assertThat(Files.readString(out.resolve("summary.json")))
                .contains("\"killed\" : 2,\n    \"killed_slowed\" : 1,");
        assertThat(replay(words.replace("random --out ", "rail-packing")).out())
                .contains("3 completed   1 killed at their walltime\n");
    }

    private static double stalledPerCent(Call call) {
        Matcher share =
                Pattern.compile("([0-9.]+) % waiting for the network\n").matcher(call.out());
        assertThat(share.find()).isTrue();
        return Double.parseDouble(share.group(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--groups | --groups: resource groups are those of a machine. | '--machine fugaku --groups'.",
                "--groups --machine sakuraone | --groups: 'sakuraone' has no resource groups. | leave it out.",
                "--groups --machine fugaku --placement count | --placement: 'count' gives jobs no places, but --groups goes by places. | leave it out: it is then the one that suits the machine.",
                "--machine fugaku --network statc | --network: there is no 'statc'. | 'static'. Known: none, static, max-min.",
                "--network static --communication all-to-all:1GB | --network: 'static' needs a machine whose wiring is known. | '--machine fugaku' or another that is wired: dandori catalogue machines.",
                "--machine ricc --network static --communication all-to-all:1GB | --network: 'ricc' is flat, so that its network slows nobody. | '--machine fugaku' or another that is wired: dandori catalogue machines.",
                "--machine fugaku --network static | --network: a trace does not say what its jobs send. | add '--communication ring-all-reduce:1GB/s'.",
                "--machine fugaku --communication all-to-all:1GB | --communication: costs nothing without a network. | add '--network static'.",
                "--machine fugaku --network static --communication all-to-al:1GB | --communication: there is no pattern 'all-to-al'. | 'all-to-all'. Known: ring-all-reduce, tree-all-reduce, torus-all-reduce, all-to-all,/  neighbour-exchange.",
                "--machine fugaku --network static --communication all-to-all:1 | --communication: after 'all-to-all:' comes how much a node sends, above 0, but it is '1'. | 'all-to-all:10GB' over the whole run, or 'all-to-all:1GB/s'.",
                "--machine fugaku --network static --communication all-to-all:0GB | --communication: after 'all-to-all:' comes how much a node sends, above 0, but it is '0GB'. | 'all-to-all:10GB' over the whole run, or 'all-to-all:1GB/s'.",
                "--machine fugaku --network static --communication all-to-all:1GB --estimates exact | --network: changes run times, so that nobody can know them beforehand. | '--estimates requested', and another backfill than 'clairvoyant'.",
                "--machine fugaku --placement random:x | --placement: 'seed' must be a whole number, but is 'x'. | see dandori catalogue policies.",
                "--machine fugaku --placement first-fit:3 | --placement: 'first-fit' takes no value. | 'first-fit'.",
                "--machine fugaku --placement torus:shelf,smal=3 | --placement: 'torus:shelf' has no option 'smal'. | 'small'. Known: small, slack, contact, gather, shelfX, shelfY, shelfZ.",
                "--machine fugaku --placement torus:shelf,small | --placement: 'small' is no key=value. | 'torus:shelf,key=value'.",
                "--machine fugaku --placement random:3,seed=4 | --placement: 'seed=4' gives an option twice. | 'random,key=value'."
            })
    void wrongWordsAreRefused(String words, String problem, String maybe) {
        Call call = replay(words);

        assertThat(call.err())
                .isEqualTo(
                        "dandori: " + problem + "\nMaybe " + maybe.replace("/  ", "\n  ") + "\n");
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void boundsKnowNoGroups() {
        Call call =
                Call.of(
                        "replay",
                        trace,
                        "--machine",
                        "fugaku",
                        "--groups",
                        "--backfill",
                        "unlimited");

        assertThat(call.err())
                .startsWith("dandori: --groups: backfill 'unlimited' gives jobs no nodes");
        assertThat(call.status()).isEqualTo(2);
    }
}
