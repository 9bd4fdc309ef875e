package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to be slow with a viewer of little patience: it ends, and others are served in it. */
final class SlowClientsTest {

    private static final long LARGE_BYTES = 50_000_000; // more than the system takes for a reader
    private static final int FILES_AT_ONCE = 8;
    private static final String LARGE = "/api/study/file?at=study&name=summary.json";

    @TempDir Path results;
    private Viewer viewer;

    @BeforeEach
    void serve() throws Exception {
        Path study = Files.createDirectory(results.resolve("study"));
        Files.writeString(study.resolve("manifest.json"), "{\"state\": \"complete\"}");
        try (RandomAccessFile large =
                new RandomAccessFile(study.resolve("summary.json").toFile(), "rw")) {
            large.setLength(LARGE_BYTES);
        }
        start(Duration.ofSeconds(1));
    }

    private void start(Duration little) throws IOException {
        viewer =
                Viewer.start(
                        new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false),
                        new NotingDesk(),
                        new Patience.Limits(little, little, little, little));
    }

    @AfterEach
    void stop() {
        viewer.close();
    }

    private void assertOthersAreServed() throws Exception {
        assertThat(Wire.get(viewer.address(), "/api/studies").status()).isEqualTo(200);
    }

    private String head(String request) {
        return request + " HTTP/1.1\r\nHost: " + viewer.address().getAuthority() + "\r\n";
    }

    /** Sends what there is byte by byte until it is at its end or the server closes. */
    private void drip(Wire wire, String text) throws Exception {
        wire.socket().setSoTimeout(100);
        for (int at = 0; at < text.length(); at++) {
            try {
                wire.send(text.substring(at, at + 1));
                if (wire.socket().getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException quiet) {
                assertOthersAreServed();
            } catch (SocketException closed) {
                return;
            }
        }
        throw new AssertionError("The server took it all.");
    }

    @Test
    void aHeadByteByByte() throws Exception {
        try (Wire wire = new Wire(viewer.address())) {
            drip(wire, head("GET /api/studies") + "X: " + "x".repeat(1_000));
        }
    }

    @Test
    void aScenarioByteByByte() throws Exception {
        String text = "{\"at\": \"\", \"text\": \"" + "x".repeat(1_000) + "\"}";
        try (Wire wire = new Wire(viewer.address())) {
            wire.send(
                    head("POST /api/scenario/check")
                            + "Content-Type: application/json\r\nContent-Length: "
                            + text.length()
                            + "\r\n\r\n");
            drip(wire, text);
        }
    }

    @Test
    void largeFilesThatNobodyTakes() throws Exception {
        viewer.close();
        start(Duration.ofSeconds(6)); // all have to be asked for before the first is let go
        List<Wire> wires = new ArrayList<>();
        try {
            for (int one = 0; one < FILES_AT_ONCE; one++) {
                Wire wire = new Wire(viewer.address());
                wires.add(wire);
                wire.send(head("GET " + LARGE) + "\r\n");
                assertThat(wire.first().status()).isEqualTo(200);
            }
            Wire.Answer further = Wire.get(viewer.address(), LARGE.replace("study/f", "run/f"));
            assertThat(further.status()).as("one limit, however it is asked").isEqualTo(503);
            assertThat(further.head()).contains("retry-after: ");
            assertOthersAreServed();
            while (further.status() != 200) { // for ever if they were kept
                Thread.sleep(100);
                further = Wire.get(viewer.address(), LARGE);
            }
            assertThat(further.body()).hasSize((int) LARGE_BYTES);
            assertThat(wires.get(0).rest().text().length()).isLessThan((int) LARGE_BYTES / 2);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    @Test
    void whoSaysNoMoreAfterItsRequestIsAnswered() throws Exception {
        try (Wire wire = new Wire(viewer.address())) {
            wire.send(head("GET /api/studies") + "\r\n");
            wire.socket().shutdownOutput();
            assertThat(wire.rest().status()).isEqualTo(200);
        }
    }

    @Test
    void whoSaysNoMoreWithinItsRequestIsLetGo() throws Exception {
        for (String half :
                List.of(
                        "",
                        "GET /api/st",
                        head("GET /api/studies"),
                        head("POST /api/scenario/check")
                                + "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{")) {
            try (Wire wire = new Wire(viewer.address())) {
                wire.send(half);
                wire.socket().shutdownOutput();
                Wire.Answer answer = wire.rest();
                assertThat(answer.status()).as(half).isIn(0, 400, 408);
                assertThat(answer.text()).doesNotContain("\tat ", "Exception");
            }
            assertOthersAreServed();
        }
    }

    @Test
    void whoSaysNothing() throws Exception {
        try (Wire wire = new Wire(viewer.address())) {
            assertThat(wire.rest().status()).isEqualTo(0);
        }
        assertOthersAreServed();
    }

    @Test
    void manyWhoBreakOffWhatTheyHandInTakeNoPlaceInTheQueue() throws Exception {
        String half =
                head("POST /api/scenario/check")
                        + "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
        for (boolean isReset : new boolean[] {false, true}) {
            for (int one = 0; one < 300; one++) {
                try (Wire wire = new Wire(viewer.address())) {
                    wire.send(half);
                    wire.socket().setSoLinger(isReset, 0);
                }
            }
            assertOthersAreServed();
        }
        List<Wire> wires = new ArrayList<>();
        for (int one = 0; one < 300; one++) {
            Wire wire = new Wire(viewer.address());
            wires.add(wire);
            wire.send(half);
        }
        for (Wire wire : wires) {
            assertThat(wire.rest().status()).isIn(0, 400);
            wire.close();
        }
        assertOthersAreServed();
    }
}
