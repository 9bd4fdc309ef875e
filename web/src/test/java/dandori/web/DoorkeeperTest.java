package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, told by real requests. */
final class DoorkeeperTest {

    private static final Pattern COOKIE =
            Pattern.compile("Set-Cookie: (dandori-\\d+=[\\w-]+);", Pattern.CASE_INSENSITIVE);

    @TempDir Path results;

    private Viewer start(String host) throws Exception {
        return Viewer.start(new ViewerOptions(results, host, 0, false));
    }

    /** Where a viewer of all addresses is found from here. */
    private static URI here(Viewer viewer) {
        URI shown = viewer.address();
        return URI.create("http://127.0.0.1:" + shown.getPort() + "/?" + shown.getQuery());
    }

    private static Wire.Answer named(Viewer viewer, String host, String... more) throws Exception {
        String lines = more.length == 0 ? "" : String.join("\r\n", more) + "\r\n";
        return Wire.ask(
                viewer.address(),
                "GET /api/studies HTTP/1.1",
                "Host: " + host,
                lines + "Connection: close",
                "",
                "");
    }

    @Test
    void onlyItsOwnNamesAreAnswered() throws Exception {
        try (Viewer viewer = start(ViewerOptions.LOOPBACK)) {
            int port = viewer.address().getPort();
            for (String own : List.of("localhost", "127.0.0.1", "[::1]", "LOCALHOST")) {
                assertThat(named(viewer, own + ":" + port).status()).as(own).isEqualTo(200);
                assertThat(named(viewer, own + ":9999").status()).as("forwarded").isEqualTo(200);
                assertThat(named(viewer, own).status()).as(own).isEqualTo(200);
            }
            for (String other :
                    List.of(
                            "evil.example",
                            "evil.example:" + port,
                            "localhost.evil.example",
                            "localhost.",
                            "127.0.0.1.evil.example",
                            "0.0.0.0:" + port,
                            "[::]:" + port,
                            "127.0.0.2",
                            "2130706433")) {
                Wire.Answer answer = named(viewer, other);
                assertThat(answer.status()).as(other).isIn(400, 421);
                assertThat(answer.body()).contains("problem");
            }
        }
    }

    @Test
    void aPageOfAnotherSiteGetsNothing() throws Exception {
        try (Viewer viewer = start(ViewerOptions.LOOPBACK)) {
            URI at = viewer.address();
            String question = "/api/studies";
            String own = "Origin: http://" + at.getAuthority();
            assertThat(Wire.get(at, question, own).status()).isEqualTo(200);
            for (String origin :
                    List.of(
                            "https://" + at.getAuthority(),
                            "http://localhost:1",
                            "http://evil.example",
                            "http://" + at.getAuthority() + ".evil.example",
                            "null",
                            "file://")) {
                assertThat(Wire.get(at, question, "Origin: " + origin).status())
                        .as(origin)
                        .isEqualTo(403);
            }
            for (String site : List.of("cross-site", "same-site")) {
                String from = "Sec-Fetch-Site: " + site;
                String visit = "Sec-Fetch-Mode: navigate";
                assertThat(Wire.get(at, question, from).status()).isEqualTo(403);
                assertThat(Wire.get(at, question, from, visit).status()).isEqualTo(403);
                assertThat(Wire.get(at, "/page/app.js", from).status()).isEqualTo(403);
                assertThat(Wire.get(at, "/study?at=x", from, visit).status())
                        .as("a link to a page of ours")
                        .isEqualTo(200);
            }
            assertThat(Wire.get(at, question, "Sec-Fetch-Site: none").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsHandedInIsJson() throws Exception {
        try (Viewer viewer = start(ViewerOptions.LOOPBACK)) {
            for (String type :
                    List.of(
                            "text/plain",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x",
                            "text/plain; application/json",
                            "")) {
                assertThat(post(viewer, type).status()).as(type).isEqualTo(415);
            }
            assertThat(post(viewer, "application/json; charset=utf-8").status())
                    .as("let in, though nothing is there")
                    .isEqualTo(404);
        }
    }

    private static Wire.Answer post(Viewer viewer, String type) throws Exception {
        return Wire.ask(
                viewer.address(),
                "POST /api/nothing HTTP/1.1",
                "Host: " + viewer.address().getAuthority(),
                "Content-Type: " + type,
                "Content-Length: 2",
                "Connection: close",
                "",
                "{}");
    }

    @Test
    void everyAnswerForbidsWhatIsNotOfThisServer() throws Exception {
        try (Viewer viewer = start(ViewerOptions.LOOPBACK)) {
            for (String target : List.of("/", "/study", "/page/app.js", "/api/studies", "/none")) {
                assertThat(Wire.get(viewer.address(), target).head())
                        .as(target)
                        .contains(
                                "content-security-policy: default-src 'none'; script-src 'self';",
                                "frame-ancestors 'none'",
                                "x-content-type-options: nosniff",
                                "referrer-policy: no-referrer",
                                "cross-origin-resource-policy: same-origin")
                        .doesNotContain("\nserver:", "unsafe", "access-control");
            }
        }
    }

    @Test
    void othersThanThisMachineNeedTheToken() throws Exception {
        try (Viewer viewer = start("0.0.0.0")) {
            URI at = here(viewer);
            String token = at.getQuery();
            assertThat(token).matches("token=[\\w-]{32}");
            assertThat(Wire.get(at, "/").status()).isEqualTo(401);
            assertThat(Wire.get(at, "/api/studies").status()).isEqualTo(401);
            assertThat(Wire.get(at, "/page/app.js").status()).isEqualTo(401);
            assertThat(Wire.get(at, "/?token=").status()).isEqualTo(401);
            assertThat(Wire.get(at, "/", "Sec-Fetch-Mode: navigate").body())
                    .isEqualTo(
                            "This viewer asks for a token.\n"
                                    + "Maybe the whole address that 'dandori serve' printed.");
            assertThat(Wire.get(at, "/?" + token.substring(0, 30)).status()).isEqualTo(401);

            Wire.Answer let = Wire.get(at, "/study?at=a%20b&" + token + "&variant=2");
            assertThat(let.status()).isEqualTo(303);
            assertThat(let.head())
                    .contains("location: ", "/study?at=a%20b&variant=2\r\n")
                    .contains("httponly", "samesite=lax", "dandori-" + at.getPort() + "=");
            assertThat(let.head().lines().filter(line -> line.startsWith("location")))
                    .singleElement()
                    .asString()
                    .doesNotContain("token", "evil");
            Matcher cookie = COOKIE.matcher(let.text());
            assertThat(cookie.find()).isTrue();
            assertThat(Wire.get(at, "/api/studies", "Cookie: " + cookie.group(1)).status())
                    .isEqualTo(200);
            assertThat(Wire.get(at, "//evil.example/?" + token).status())
                    .as("it leads to no other site")
                    .isEqualTo(404);
        }
    }

    @Test
    void whetherATokenIsNeededTheAddressSaysAndNotItsName() throws Exception {
        InetAddress outside =
                InetAddress.getByAddress("127.evil.example", new byte[] {10, 0, 0, 1});
        assertThat(new Listening("127.evil.example", outside).isLoopback()).isFalse();
        assertThat(new Doorkeeper(new Listening("127.evil.example", outside), false).token())
                .isNotEmpty();
        assertThat(new Doorkeeper(Listening.at("localhost"), false).token()).isEmpty();
        assertThat(new Doorkeeper(Listening.at("::1"), false).token()).isEmpty();
        assertThat(new Doorkeeper(Listening.at("127.0.0.9"), false).token()).isEmpty();
        assertThat(new Doorkeeper(Listening.at("::"), false).token()).isNotEmpty();
    }

    @Test
    void whereScenariosMayBeRunATokenIsNeededOnTheLoopbackAddressToo() throws Exception {
        ViewerOptions options = new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, true);
        try (Viewer viewer = Viewer.start(options)) {
            URI at = viewer.address();
            assertThat(Wire.get(at, "/api/studies").status()).isEqualTo(401);
            assertThat(Wire.get(at, "/api/studies?" + at.getQuery()).status()).isEqualTo(200);
        }
    }

    @Test
    void twoViewersHaveTwoTokens() throws Exception {
        try (Viewer one = start("0.0.0.0");
                Viewer other = start("0.0.0.0")) {
            assertThat(one.address().getQuery()).isNotEqualTo(other.address().getQuery());
        }
    }
}
