package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many who ask at once as connections can be had, and as many who do nothing else. */
final class CrowdTest {

    private static final int CROWD = 10_000;

    @TempDir Path results;
    private Viewer viewer;
    private final List<Wire> wires = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Files.createDirectory(results.resolve("study"));
        Files.writeString(
                results.resolve("study/manifest.json"), "{\"state\": \"complete\", \"cells\": 1}");
        viewer = Viewer.start(new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false));
    }

    @AfterEach
    void stop() throws Exception {
        for (Wire wire : wires) {
            wire.close();
        }
        viewer.close();
    }

    /** Opens a connection for each of the crowd; both ends are in this process. */
    private void gather() throws Exception {
        ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
        long files =
                (Long)
                        ManagementFactory.getPlatformMBeanServer()
                                .getAttribute(system, "MaxFileDescriptorCount");
        long most = Math.min(CROWD, files / 2 - 500);
        for (int one = 0; one < most; one++) {
            wires.add(new Wire(viewer.address()));
        }
    }

    private String request() {
        return "GET /api/studies HTTP/1.1\r\nHost: "
                + viewer.address().getAuthority()
                + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void allWhoAskAtOnceAreAnsweredOrToldToComeAgain() throws Exception {
        gather();
        for (Wire wire : wires) {
            wire.send(request());
        }
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Wire wire : wires) {
            answers.merge(wire.rest().status(), 1, Integer::sum);
        }
        assertThat(answers.keySet()).isSubsetOf(200, 503).contains(200);
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(wires.size());
    }

    @Test
    void thoseWhoSayNothingOrHalfKeepNobodyOut() throws Exception {
        gather();
        for (int one = 0; one < wires.size(); one += 2) {
            wires.get(one).send("GET /api/studies HTTP/1.1\r\nHost: ");
        }
        assertThat(Wire.get(viewer.address(), "/api/studies").status()).isEqualTo(200);
    }

    @Test
    void thoseWhoHandInSlowlyOrTakeNothingKeepNobodyOut() throws Exception {
        URI at = viewer.address();
        for (int one = 0; one < 200; one++) {
            Wire wire = new Wire(at);
            wires.add(wire);
            wire.send(
                    "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");
        }
        for (int one = 0; one < 200; one++) {
            Wire wire = new Wire(at);
            wires.add(wire);
            wire.socket().setReceiveBufferSize(1_024);
            wire.send(
                    "GET /library/uplot/uPlot.esm.js HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .repeat(3));
        }
        assertThat(Wire.get(at, "/api/studies").status()).isEqualTo(200);
    }
}
