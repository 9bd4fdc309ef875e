package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server does with scenarios, and what it refuses. */
final class ScenarioRoutesTest {

    private static final String TEXT = "scenario: tiny\nrun: {length: 1d}\n";

    @TempDir Path folder;
    private final NotingDesk desk = new NotingDesk();
    private @Nullable Viewer viewer;

    @AfterEach
    void close() {
        if (viewer != null) {
            viewer.close();
        }
    }

    private Path serve(boolean allowRun) throws IOException {
        Path results = Files.createDirectories(folder.resolve("results"));
        Path study = Files.createDirectories(results.resolve("deep/before"));
        Files.writeString(study.resolve("manifest.json"), "{\"state\": \"complete\"}");
        Files.writeString(study.resolve("scenario.yaml"), TEXT);
        Files.writeString(results.resolve("deep/mine.yaml"), TEXT);
        Files.writeString(results.resolve("machine.yaml"), "machine: ours\n");
        Files.writeString(folder.resolve("outside.yaml"), TEXT);
        viewer =
                Viewer.start(new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, allowRun), desk);
        return results;
    }

    private record Answer(int status, JsonNode body) {
        String problem() {
            return body.path("problem").stringValue("");
        }
    }

    private Answer ask(String question) throws Exception {
        return send(HttpRequest.newBuilder(address(question)));
    }

    private Answer post(String what, Object body) throws Exception {
        return send(
                HttpRequest.newBuilder(address(what))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body))));
    }

    private URI address(String what) {
        URI shown = Objects.requireNonNull(viewer).address();
        String token = shown.getQuery() == null ? "" : shown.getQuery(); // where one is asked for
        return shown.resolve("/api/" + what + (what.contains("?") ? "&" : "?") + token);
    }

    private static Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    private static Map<String, Object> order(String at, String name) {
        return Map.of("at", at, "name", name, "text", TEXT, "sets", List.of("run.seeds=1..2"));
    }

    @Test
    void scenariosAreListedButMachinesAreNot() throws Exception {
        serve(false);
        assertThat(ask("scenario/list").body().path("scenarios").findValuesAsString("at"))
                .containsExactly("deep/before", "deep/mine.yaml");
    }

    @Test
    void theScenarioOfAStudyAndOneOfItsOwnAreOpened() throws Exception {
        serve(false);
        for (String at : List.of("deep/before", "deep/mine.yaml")) {
            Answer opened = ask("scenario?at=" + at);
            assertThat(opened.body().path("text").stringValue("")).isEqualTo(TEXT);
            assertThat(opened.body().path("at").stringValue("")).isEqualTo(at);
            assertThat(opened.body().path("may_run").booleanValue(true)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside.yaml", "/etc/passwd", "deep/../../outside.yaml", "deep", ""})
    void nothingElseIsOpened(String at) throws Exception {
        serve(false);
        assertThat(ask("scenario?at=" + at).status()).isEqualTo(404);
        assertThat(
                        post("scenario/check", Map.of("at", at.isEmpty() ? "." : at, "text", TEXT))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsReadWhereItsScenarioLies() throws Exception {
        Path results = serve(false).toRealPath();
        Answer answer = post("scenario/check", order("deep/mine.yaml", ""));
        assertThat(answer.body().path("size").stringValue("")).isEqualTo("as noted");
        assertThat(desk.read)
                .containsExactly(
                        new Draft(
                                TEXT,
                                List.of("run.seeds=1..2"),
                                results.resolve("deep"),
                                results,
                                List.of(TEXT)));
    }

    @Test
    void nothingIsPlayedWhereThatIsNotAllowed() throws Exception {
        Path results = serve(false);
        for (String what : List.of("run", "resume", "cancel")) {
            Answer answer = post("scenario/" + what, order("deep/before", "new"));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).contains("--allow-run");
        }
        assertThat(results.resolve("new")).doesNotExist();
        assertThat(desk.started).isEmpty();
    }

    @Test
    void aStudyGetsANewFolderAndItsTextBesideIt() throws Exception {
        Path results = serve(true).toRealPath();
        Answer answer = post("scenario/run", order("deep/mine.yaml", "new-1"));
        assertThat(answer.body().path("at").stringValue("")).isEqualTo("deep/new-1");
        assertThat(results.resolve("deep/new-1")).isEmptyDirectory();
        assertThat(results.resolve("deep/new-1.yaml")).hasContent(TEXT);
        assertThat(desk.started)
                .containsExactly(results.resolve("deep/new-1.yaml") + " [run.seeds=1..2] false");

        Answer again = post("scenario/run", order("deep/mine.yaml", "new-1"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(desk.started).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../x", "a/b", "/x", ".hidden", "a\\b", "a b", "名", "a\n"})
    void whatIsNoNameOfANewFolderIsRefused(String name) throws Exception {
        Path results = serve(true);
        Answer answer = post("scenario/run", order("deep/before", name));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).startsWith("name: '");
        assertThat(results.toFile().list()).containsExactlyInAnyOrder("deep", "machine.yaml");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("results", "outside.yaml");
    }

    @Test
    void aNameHasEightyLettersAtMost() throws Exception {
        serve(true);
        assertThat(post("scenario/run", order("", "a".repeat(81))).status()).isEqualTo(400);
        assertThat(post("scenario/run", order("", "a".repeat(80))).status()).isEqualTo(200);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need rights there.")
    void linksLeadNowhere() throws Exception {
        Path results = serve(true);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(results.resolve("link"), elsewhere);
        Files.createSymbolicLink(results.resolve("dangling"), folder.resolve("gone"));
        Files.createSymbolicLink(results.resolve("linked.yaml"), folder.resolve("outside.yaml"));
        for (String name : List.of("link", "dangling", "linked")) {
            assertThat(post("scenario/run", order("", name)).status()).isEqualTo(409);
        }
        assertThat(ask("scenario?at=linked.yaml").status()).isEqualTo(404);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(ask("scenario/list").body().path("scenarios").findValuesAsString("at"))
                .doesNotContain("linked.yaml");
    }

    @Test
    void whatIsNotValidIsNotWritten() throws Exception {
        Path results = serve(true);
        desk.issue = new DraftIssue("run.length", 2, "must be longer.", null);
        Answer answer = post("scenario/run", order("", "new"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).contains("1 problem", "run.length: must be longer.");
        assertThat(results.resolve("new")).doesNotExist();
        assertThat(results.resolve("new.yaml")).doesNotExist();
    }

    @Test
    void onlyJsonOfBoundedSizeIsTaken() throws Exception {
        serve(true);
        Answer form =
                send(
                        HttpRequest.newBuilder(address("scenario/run"))
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"new\"}")));
        assertThat(form.status()).isEqualTo(415);
        assertThat(post("scenario/check", Map.of("text", "x".repeat((1 << 20) + 1))).problem())
                .startsWith("text: is 1,048,577 bytes long");
        assertThat(post("scenario/check", Map.of("text", 7)).problem())
                .isEqualTo("text: must be a text.");
        assertThat(
                        post("scenario/check", Map.of("sets", List.of("a=" + "x".repeat(100_000))))
                                .problem())
                .startsWith("sets:");
        assertThat(desk.read).isEmpty();
    }

    @Test
    void aStudyOfTheCommandLineDoesNotGoOnFromHere() throws Exception {
        serve(true);
        Answer answer = post("scenario/resume", Map.of("at", "deep/before"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).contains("'deep/before.yaml'");
    }

    @Test
    void aStudyGoesOnWithTheSettingsThatItBeganWith() throws Exception {
        Path results = serve(true).toRealPath();
        post("scenario/run", order("", "new"));
        Files.writeString(
                results.resolve("new/manifest.json"),
                """
                {"command": ["run", "/etc/passwd", "--out", "/elsewhere", "--set", "run.seeds=1..2",
                             "--set", "--set"], "state": "running"}
                """);
        assertThat(post("scenario/resume", Map.of("at", "new")).status()).isEqualTo(200);
        assertThat(desk.started.get(1))
                .isEqualTo(results.resolve("new.yaml") + " [run.seeds=1..2, --set] true");
    }

    @Test
    void aStudyThatCannotBeginLeavesNothingAndItsNameIsFree() throws Exception {
        Path results = serve(true);
        desk.isFull = true;
        Answer refused = post("scenario/run", order("deep/mine.yaml", "new"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).contains("20 studies wait already");
        assertThat(results.resolve("deep")).isDirectoryNotContaining("glob:**/new*");
        desk.isFull = false;
        assertThat(post("scenario/run", order("deep/mine.yaml", "new")).status()).isEqualTo(200);
    }
}
