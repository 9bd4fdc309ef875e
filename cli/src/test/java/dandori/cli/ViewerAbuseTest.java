package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every question that the viewer answers, found in its sources, is asked with every parameter and
 * values that nobody means: none is a failure of the server, and none leads out of the folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ViewerAbuseTest {

    private static final Path SOURCES = Path.of("../web/src/main/java/dandori/web");
    private static final Pattern ROUTE =
            Pattern.compile("routes\\.(get|post|sse)\\(\\s*\"(/api/[^\"]+)\"");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?:Parameters\\.\\w+|size)\\(\\s*request,\\s*\"(\\w+)\"|queryParams?\\(\"(\\w+)\"\\)");

    private static final String SECRET = "root-of-all-secrets";

    private static final String SCENARIO =
            """
            scenario: small
            description: Who <b>gains</b>?
            machines: {m: {nodes: 8}}
            workload: {streams: [{organization: o, generate: {load: 0.7, nodes: {max: 8}}}]}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 1d, warmUp: 0d, seeds: 1..2, keep: tables}
            """;

    private static final List<String> NASTY =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1",
                    "99999999999999999999",
                    "1e308",
                    "-1e308",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "1,2",
                    "٣",
                    "../secret",
                    "../secret/summary.json",
                    "/etc/passwd",
                    "small/../../secret",
                    "..\\secret",
                    "%2e%2e%2fsecret",
                    "%252e%252e%252fsecret",
                    "linked",
                    "linked/summary.json",
                    "small/cells/0000/../../../linked",
                    "nul\u0000byte",
                    "line\r\nSet-Cookie: x=y",
                    "<script>alert(1)</script>",
                    "'; drop table jobs; --",
                    "\ud83d\ude80 \u202e",
                    "x".repeat(4_000),
                    "(a+)+$".repeat(20));

    private static final List<String> NASTY_BODIES =
            List.of(
                    "",
                    "{",
                    "null",
                    "[]",
                    "1",
                    "\"x\"",
                    "{}",
                    "{\"at\": 1, \"text\": [], \"name\": {}, \"sets\": \"x\"}",
                    "{\"at\": \"../secret\", \"text\": \"scenario: x\", \"name\": \"x\"}",
                    "{\"at\": \"\", \"text\": \"a: &a [*a, *a]\", \"name\": \"../../x\", \"sets\": []}",
                    "{\"text\": \"" + "[".repeat(50_000) + "\", \"name\": \"y\"}",
                    "[".repeat(100_000),
                    "{\"text\": \"workload: {streams: [{trace: ../secret/summary.json}]}\"}",
                    "{\"text\": \"workload: {streams: [{trace: /etc/passwd}]}\", \"name\": \"z\"}",
                    "{\"text\": \"\\u0000\", \"name\": \"\\u0000\", \"sets\": [null, 1, {}]}");

    private final List<String> failures = new ArrayList<>();
    private Path above = Path.of("");
    private @Nullable Viewer viewer;
    private final HttpClient client = HttpClient.newHttpClient();

    private record Route(String method, String path) {}

    @BeforeAll
    void serve(@TempDir Path given) throws Exception {
        above = given;
        Path results = Files.createDirectories(above.resolve("results"));
        PlayedStudy.play(results, "small", SCENARIO);
        Path secret = Files.createDirectories(above.resolve("secret"));
        for (String name : List.of("summary.json", "manifest.json", "scenario.yaml")) {
            Files.writeString(secret.resolve(name), "{\"state\": \"" + SECRET + "\"}");
        }
        Files.createSymbolicLink(results.resolve("linked"), secret);
        Path half = Files.createDirectories(results.resolve("half"));
        Files.createSymbolicLink(half.resolve("summary.json"), secret.resolve("summary.json"));
        Files.writeString(half.resolve("manifest.json"), "{\"state\": \"complete\"}");
        ViewerOptions options =
                new ViewerOptions(
                        results,
                        ViewerOptions.LOOPBACK,
                        0,
                        true,
                        failure -> failures.add(String.valueOf(failure)));
        viewer = Viewer.start(options, new ProgramDesk());
    }

    @AfterAll
    void close() {
        Objects.requireNonNull(viewer).close();
    }

    private URI address(String path) {
        return Objects.requireNonNull(viewer).address().resolve(path);
    }

    private static List<Route> routes() throws Exception {
        List<Route> routes = new ArrayList<>();
        for (String source : sources()) {
            Matcher route = ROUTE.matcher(source);
            while (route.find()) {
                routes.add(new Route(route.group(1), route.group(2)));
            }
        }
        return routes;
    }

    private static Set<String> parameters() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String source : sources()) {
            Matcher name = PARAMETER.matcher(source);
            while (name.find()) {
                names.add(name.group(1) == null ? name.group(2) : name.group(1));
            }
        }
        return names;
    }

    private static List<String> sources() throws Exception {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }

    private void assertHarmless(String asked, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode())
                .as("%s: %s %s", asked, answer.body(), failures)
                .isLessThan(500);
        assertThat(answer.body())
                .as(asked)
                .doesNotContain(
                        SECRET,
                        "root:x:",
                        "Exception",
                        "dandori.web",
                        above.resolve("secret").toString());
        assertThat(answer.headers().firstValue("set-cookie")).as(asked).isEmpty();
        String type = answer.headers().firstValue("content-type").orElse("");
        if (answer.statusCode() >= 400) {
            assertThat(type).as(asked).startsWith("application/json");
            assertThat(JsonMapper.shared().readTree(answer.body()).path("problem").isString())
                    .as(asked)
                    .isTrue();
        }
    }

    private HttpResponse<String> get(String path, String... pairs) throws Exception {
        StringBuilder query = new StringBuilder();
        for (int one = 0; one < pairs.length; one += 2) {
            query.append(one == 0 ? "?" : "&").append(pairs[one]).append('=');
            query.append(URLEncoder.encode(pairs[one + 1], StandardCharsets.UTF_8));
        }
        URI at = address(path + query);
        return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
    }

    @Test
    void everyQuestionBearsEveryValueOfEveryParameter() throws Exception {
        Set<String> parameters = parameters();
        assertThat(parameters).contains("at", "variant", "machine", "width", "from");
        int asked = 0;
        for (Route route : routes()) {
            if (!route.method().equals("get")) {
                continue;
            }
            assertHarmless(route.path(), get(route.path()));
            for (String name : parameters) {
                for (String value : NASTY) {
                    String what = route.path() + " " + name + "=" + value;
                    boolean isPlace = name.equals("at");
                    assertHarmless(
                            what,
                            isPlace
                                    ? get(route.path(), "at", value, "name", "summary.json")
                                    : get(route.path(), "at", place(route), name, value));
                    asked++;
                }
            }
            assertHarmless(route.path(), get(route.path(), "at", "half", "name", "summary.json"));
        }
        assertThat(asked).isGreaterThan(1_000);
    }

    private static String place(Route route) {
        boolean isRun = route.path().startsWith("/api/run") || route.path().startsWith("/api/job");
        return isRun ? "small/cells/0000" : "small";
    }

    @Test
    void whatIsHandedInMayBeAnything() throws Exception {
        Set<Path> before = files();
        int posts = 0;
        for (Route route : routes()) {
            if (!route.method().equals("post")) {
                continue;
            }
            for (String body : NASTY_BODIES) {
                HttpRequest request =
                        HttpRequest.newBuilder(address(route.path()))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build();
                String start = body.substring(0, Math.min(80, body.length()));
                assertHarmless(
                        route.path() + " " + start, client.send(request, BodyHandlers.ofString()));
                posts++;
            }
        }
        assertThat(posts).isGreaterThan(30);
        assertThat(files()).as("nothing was written").isEqualTo(before);
    }

    private Set<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(above)) {
            return new TreeSet<>(files.toList());
        }
    }

    @Test
    void aStreamOfEventsIsBegunForThisPageOnly() throws Exception {
        for (Route route : routes()) {
            if (route.method().equals("sse")) {
                HttpRequest request =
                        HttpRequest.newBuilder(address(route.path()))
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Accept", "text/event-stream")
                                .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(403);
            }
        }
    }
}
