package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: each is refused in plain words, and the next one is served. */
final class MalformedRequestsTest {

    @TempDir Path results;
    private Viewer viewer;

    @BeforeEach
    void start() throws Exception {
        viewer = Viewer.start(new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false));
    }

    @AfterEach
    void stop() {
        viewer.close();
    }

    /** Sends it; {@code H} stands for the line that names the host. */
    private Wire.Answer ask(String request) throws Exception {
        String host = "Host: " + viewer.address().getAuthority();
        return Wire.ask(
                viewer.address(), request.replace("|H|", "|" + host + "|").split("\\|", -1));
    }

    private void assertServed() throws Exception {
        Wire.Answer answer = Wire.get(viewer.address(), "/api/studies");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE||",
                "GET||",
                "GET / HTTP/9.9|H|||",
                "GET / HTTP/1.1|Host: localhost|Host: evil.example|Connection: close||",
                "GET / HTTP/1.1|H|no colon|Connection: close||",
                "GET / HTTP/1.1|H| folded: line|Connection: close||",
                "GET / HTTP/1.1|H|Bad\u0000Name: x|Connection: close||",
                "GET http://evil.example/ HTTP/1.1|Host: localhost|Connection: close||",
                "GET http://evil.example/ HTTP/1.1|Host: evil.example|Connection: close||",
                "GET evil.example:80 HTTP/1.1|H|Connection: close||",
                "OPTIONS * HTTP/1.1|H|Connection: close||",
                "GET * HTTP/1.1|H|Connection: close||",
                "OPTIONS / HTTP/1.1|H|Connection: close||",
                "TRACE / HTTP/1.1|H|Connection: close||",
                "PUT / HTTP/1.1|H|Content-Length: 2|Connection: close||{}",
                "DELETE /api/studies HTTP/1.1|H|Connection: close||",
                "PATCH /api/studies HTTP/1.1|H|Content-Length: 0|Connection: close||",
                "BREW /api/studies HTTP/1.1|H|Connection: close||",
                "get / HTTP/1.1|H|Connection: close||",
                "POST /api/studies HTTP/1.1|H|Content-Length: 2|Connection: close||{}",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Content-Length: -5|Connection: close||",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Content-Length: 5|Content-Length: 6|Connection: close||abcdef",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Content-Length: 99999999999999999999|Connection: close||",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Content-Length: 3000000|Connection: close||",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Transfer-Encoding: chunked|Connection: close||ZZ|abc|",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Transfer-Encoding: chunked|Connection: close||ffffffffffffffff|abc|",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Transfer-Encoding: chunked|Content-Length: 4|Connection: close||0||",
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Transfer-Encoding: gzip|Connection: close||abc",
                "GET /%zz HTTP/1.1|H|Connection: close||",
                "GET /%00 HTTP/1.1|H|Connection: close||",
                "GET /page/..%2f..%2fViewer.class HTTP/1.1|H|Connection: close||",
                "GET /page/%2e%2e/Viewer.class HTTP/1.1|H|Connection: close||",
                "GET /page/../Viewer.class HTTP/1.1|H|Connection: close||",
                "GET /page/..\\Viewer.class HTTP/1.1|H|Connection: close||",
                "GET /page/%252e%252e/Viewer.class HTTP/1.1|H|Connection: close||",
                "GET /page/..;/Viewer.class HTTP/1.1|H|Connection: close||",
                "GET /library/uplot/../../../dandori/web/Viewer.class HTTP/1.1|H|Connection: close||",
                "GET //evil.example/ HTTP/1.1|H|Connection: close||",
                "GET /../../etc/passwd HTTP/1.1|H|Connection: close||",
                "GET /\u00ff\u00fe HTTP/1.1|H|Connection: close||",
                "GET /api/studies?%zz=%f HTTP/1.1|Host: elsewhere|Connection: close||",
                "GET / HTTP/1.1|H|Expect: miracles|Connection: close||",
                "GET / HTTP/1.0|Connection: close||",
                "PRI * HTTP/2.0||SM||",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003||"
            })
    void isRefusedInPlainWords(String request) throws Exception {
        Wire.Answer answer = ask(request);
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
        assertThat(answer.text())
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("javalin")
                .doesNotContain("\tat ", "Exception", "root:");
        assertThat(answer.body()).contains("{\"problem\":\"");
        assertServed();
    }

    @Test
    void aHugeHeadIsRefused() throws Exception {
        String head = "GET / HTTP/1.1|H|X: " + "x".repeat(1_000_000) + "|Connection: close||";
        assertThat(ask(head).status()).isIn(0, 431);
        String target = "GET /?" + "x".repeat(1_000_000) + " HTTP/1.1|H|Connection: close||";
        assertThat(ask(target).status()).isIn(0, 414);
        String many = "GET / HTTP/1.1|H|" + "X: x|".repeat(100_000) + "Connection: close||";
        assertThat(ask(many).status()).isIn(0, 431);
        assertServed();
    }

    @Test
    void aHugeBodyIsRefused() throws Exception {
        String head =
                "POST /api/studies HTTP/1.1|H|Content-Type: application/json|Transfer-Encoding:"
                        + " chunked|Connection: close||";
        String chunks = ("10000|" + "x".repeat(65_536) + "|").repeat(100) + "0||";
        assertThat(ask(head + chunks).status()).isIn(0, 404, 413);
        assertServed();
    }

    @Test
    void itLeadsToNoOtherServer() throws Exception {
        try (Wire wire = new Wire(viewer.address())) {
            wire.send("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.first().status()).isIn(400, 405);
        }
        assertServed();
    }

    @Test
    void anOldBrowserThatNamesTheHostIsServed() throws Exception {
        assertThat(ask("GET /api/studies HTTP/1.0|H||").status()).isEqualTo(200);
    }

    @Test
    void rangesOfAnythingAreNoFailure() throws Exception {
        List<String> ranges =
                List.of(
                        "bytes=0-18446744073709551616",
                        "bytes=-1",
                        "bytes=9-1",
                        "bytes=" + "0-,".repeat(2_000),
                        "lines=1-2");
        for (String range : ranges) {
            Wire.Answer page = Wire.get(viewer.address(), "/page/app.js", "Range: " + range);
            assertThat(page.status()).as(range).isIn(200, 206, 416);
        }
    }

    @Test
    void aLongNameIsOfNoFile() throws Exception {
        for (String folder : List.of("/page/", "/library/uplot/")) {
            String name = folder + "a/".repeat(3_900) + "a.js";
            assertThat(Wire.get(viewer.address(), name).status()).as(folder).isEqualTo(404);
        }
    }

    @Test
    void theHeadAloneSaysTheSame() throws Exception {
        Wire.Answer answer = ask("HEAD /page/app.js HTTP/1.1|H|Connection: close||");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("content-security-policy: default-src 'none'");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void severalRequestsInOneBreathAreAnsweredInOrder() throws Exception {
        String host = "Host: " + viewer.address().getAuthority();
        String one = "GET /api/studies HTTP/1.1\r\n" + host + "\r\n";
        String last = "GET /nothing HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
        try (Wire wire = new Wire(viewer.address())) {
            wire.send((one + "\r\n").repeat(50) + last);
            String came = wire.rest().text();
            List<String> states =
                    Arrays.stream(came.split("HTTP/1.1 "))
                            .skip(1)
                            .map(s -> s.substring(0, 3))
                            .toList();
            assertThat(states).hasSize(51).endsWith("200", "404");
            assertThat(states.subList(0, 50)).containsOnly("200");
        }
    }
}
