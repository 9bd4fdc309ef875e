package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} and {@code run} on machines of the catalogue. */
class ReplayMachineTest {

    @TempDir Path folder;
    private String trace = "";

    @BeforeEach
    void writeTrace() throws IOException {
        trace =
                Files.writeString(
                                folder.resolve("two.swf"),
                                """
                                1 0 -1 60 4 -1 -1 4 120 -1 1 7 3 -1 1 1 -1 -1
                                2 30 -1 60 101 -1 -1 101 120 -1 1 8 5 -1 1 1 -1 -1
                                """)
                        .toString();
    }

    @Test
    void theMachineIsOnePoolOfAllItsNodes() {
        StudyCall call = StudyCall.of("replay", trace, "--machine", "sakuraone");

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("machine           sakuraone, 100 nodes, rail-optimized\n")
                .contains("rejected          1 job larger than the machine\n")
                .doesNotContain("Assumed");
    }

    @Test
    void theFolderSaysHowItIsWired() throws IOException {
        Path out = folder.resolve("out");
        StudyCall.of("replay", trace, "--machine", "sakuraone", "--out", out.toString());

        assertThat(Files.readString(out.resolve("machine.json")))
                .contains("\"name\" : \"sakuraone\"", "\"rails\" : 8", "\"nodes_per_switch\"");
    }

    @Test
    void whatWasAssumedAndUsedIsSaidAtTheEnd() {
        StudyCall call =
                StudyCall.of(
                        "replay",
                        trace,
                        "--machine",
                        "sakura-hokkaido",
                        "--placement",
                        "first-fit");

        assertThat(call.out())
                .endsWith(
                        """

                         Assumed, because nobody published it: sakura-hokkaido's wiring (nodes per pod, spine
                         oversubscription).
                        """);
    }

    @Test
    void nodesAreMadeOfProcessors() {
        StudyCall call =
                StudyCall.of("replay", trace, "--machine", "vela", "--processors-per-node", "64");

        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("machine           vela, 360 nodes, fat-tree");
        assertThat(call.out()).doesNotContain("rejected");
    }

    @Test
    void aSecondSizeIsRefused() {
        StudyCall call =
                StudyCall.of("replay", trace, "--machine", "fugaku", "--processors", "158976");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--processors=N, --machine=NAME: only one of them");
    }

    @Test
    void machinesThatAreNotThereAndUnitsThatDoNotFit() {
        assertThat(StudyCall.of("replay", trace, "--machine", "sakura-one").err())
                .startsWith(
                        "dandori: --machine: there is no machine 'sakura-one' in the catalogue.\n"
                                + "Maybe 'sakuraone'.");
        assertThat(
                        StudyCall.of(
                                        "replay",
                                        trace,
                                        "--machine",
                                        "ricc",
                                        "--processors-per-node",
                                        "8")
                                .err())
                .startsWith("dandori: --processors-per-node: 'ricc' hands out processors");
        assertThat(
                        StudyCall.of(
                                        "replay",
                                        trace,
                                        "--machine",
                                        "fugaku",
                                        "--processors-per-node",
                                        "99999")
                                .status())
                .isEqualTo(2);
    }

    @Test
    void aRunEndsWithWhatWasAssumed() throws IOException {
        String scenario =
                Files.writeString(
                                folder.resolve("small.yaml"),
                                """
                                scenario: small
                                machines: {abci: {from: catalogue/abci-3}}
                                workload: {streams: [{organization: us, generate: {load: 0.1}}]}
                                policies: {easy: {backfill: easy, placement: first-fit}}
                                run: {length: 2d}
                                """)
                        .toString();
        Path out = folder.resolve("out");

        StudyCall call = StudyCall.of("run", scenario, "--out", out.toString());

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains(
                        "\n Assumed, because nobody published it: abci's wiring (nodes per pod,"
                                + " spine oversubscription).\n\nDetails: ");
        assertThat(Files.readString(out.resolve("machine.json")))
                .contains("\"interconnect\" : \"rail-optimized\"");
        assertThat(Files.readString(out.resolve("scenario.yaml")))
                .contains("from: catalogue/abci-3");
    }
}
