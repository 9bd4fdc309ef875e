package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand who ask at once, each on a connection, and many who do nothing else. The server and
 * those who ask are processes of their own, as each may have so many files open only.
 */
@EnabledOnOs({OS.LINUX, OS.MAC}) // 'ulimit' says how many files may be open
final class CrowdTest {

    private static final int CROWD = 10_000;
    private static final int PROCESSES = 4;

    @TempDir Path results;
    private final List<Program> programs = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private URI address = URI.create("http://localhost/");

    @BeforeEach
    void write() throws Exception {
        Files.createDirectory(results.resolve("study"));
        Files.writeString(
                results.resolve("study/manifest.json"), "{\"state\": \"complete\", \"cells\": 1}");
    }

    @AfterEach
    void stop() throws Exception {
        for (Wire wire : wires) {
            wire.close();
        }
        for (Program program : programs) {
            program.close();
        }
    }

    private Program serve(int openFiles) throws Exception {
        Program server = new Program(ServedAlone.class, openFiles, results.toString());
        programs.add(server);
        address = URI.create("http://localhost:" + server.line() + "/");
        return server;
    }

    private void assertServed() throws Exception {
        Wire.Answer answer = Wire.get(address, "/api/studies");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** How many got which answer. */
    private Map<String, Integer> crowd() throws Exception {
        List<Program> asking = new ArrayList<>();
        for (int one = 0; one < PROCESSES; one++) {
            String port = String.valueOf(address.getPort());
            asking.add(new Program(Crowd.class, 0, port, String.valueOf(CROWD / PROCESSES)));
        }
        programs.addAll(asking);
        Map<String, Integer> answers = new TreeMap<>();
        for (Program one : asking) {
            for (String line : one.rest()) {
                int space = line.lastIndexOf(' ');
                answers.merge(
                        line.substring(0, space),
                        Integer.valueOf(line.substring(space + 1)),
                        Integer::sum);
            }
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_024, 256})
    void allWhoAskAtOnceAreAnsweredOrToldToComeAgain(int openFiles) throws Exception {
        Program server = serve(openFiles);
        Map<String, Integer> answers = crowd();
        assertThat(answers.keySet()).isSubsetOf("200", "503", "refused").contains("200");
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CROWD);
        assertServed();
        assertThat(server.rest()).as("what it says of it").isEmpty();
    }

    @Test
    void thoseWhoSayNothingOrHalfKeepNobodyOut() throws Exception {
        serve(256);
        for (int one = 0; one < 300; one++) {
            wires.add(new Wire(address));
            if (one % 2 == 0) {
                wires.get(one).send("GET /api/studies HTTP/1.1\r\nHost: ");
            }
        }
        assertServed();
    }

    @Test
    void thoseWhoHandInSlowlyOrTakeNothingKeepNobodyOut() throws Exception {
        serve(1_024);
        for (int one = 0; one < 300; one++) {
            Wire wire = new Wire(address);
            wires.add(wire);
            wire.send(
                    "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");
        }
        for (int one = 0; one < 300; one++) {
            Wire wire = new Wire(address);
            wires.add(wire);
            wire.socket().setReceiveBufferSize(1_024);
            wire.send(
                    "GET /library/uplot/uPlot.esm.js HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .repeat(3));
        }
        assertServed();
    }
}
