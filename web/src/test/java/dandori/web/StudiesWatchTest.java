package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The news of studies that run. */
@Timeout(60)
final class StudiesWatchTest {

    @TempDir private Path folder;

    private void manifest(int done) throws IOException {
        Files.createDirectories(folder.resolve("s"));
        Files.writeString(folder.resolve("s/.lock"), "x");
        Path whole = folder.resolve("s/.manifest.json.part");
        Files.writeString(
                whole,
                "{\"state\": \"running\", \"cells_planned\": 12, \"cells_done\": %d}"
                        .formatted(done));
        Files.move(
                whole,
                folder.resolve("s/manifest.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The next piece of news. */
    private static JsonNode next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return JsonMapper.shared()
                .readTree(line == null ? "{}" : line.substring("data: ".length()));
    }

    private static BufferedReader listen(Asked asked) throws IOException {
        HttpURLConnection events = asked.open("/api/studies/events");
        events.setRequestProperty("Accept", "text/event-stream");
        return new BufferedReader(
                new InputStreamReader(events.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int done(JsonNode news) {
        return news.path("studies").path(0).path("cells_done").intValue(-1);
    }

    private static void awaitDone(BufferedReader lines, int wanted) throws IOException {
        int done = -1;
        while (done != wanted) { // a change of times alone may come before
            JsonNode news = next(lines);
            assertThat(news.path("all").booleanValue(true)).isFalse();
            done = done(news);
        }
    }

    @Test
    void theNewsAreAtOneAddressOnlySoThatNoneTakesATurnForEver() throws Exception {
        try (Asked asked = new Asked(folder)) {
            for (String other : new String[] {"/api/studies/events/", "/api/studies//events"}) {
                HttpURLConnection events = asked.open(other);
                events.setRequestProperty("Accept", "text/event-stream");
                assertThat(events.getResponseCode()).as(other).isNotEqualTo(200);
            }
        }
    }

    @Test
    void eachPageHearsOfAllAndThenOfEachChangeAlsoWhereItCameLate() throws Exception {
        manifest(1);
        try (Asked asked = new Asked(folder);
                BufferedReader early = listen(asked)) {
            JsonNode first = next(early);
            assertThat(first.path("all").booleanValue(false)).isTrue();
            assertThat(first.path("studies").path(0).path("state").stringValue())
                    .isEqualTo("running");
            assertThat(done(first)).isEqualTo(1);
            manifest(2);
            awaitDone(early, 2);
            try (BufferedReader late = listen(asked)) {
                JsonNode all = next(late);
                assertThat(all.path("all").booleanValue(false)).isTrue();
                assertThat(done(all)).isEqualTo(2);
                manifest(3);
                awaitDone(early, 3);
                awaitDone(late, 3);
            }
        }
    }

    @Test
    void aStudyThatIsRemovedIsTold() throws Exception {
        manifest(1);
        try (Asked asked = new Asked(folder);
                BufferedReader lines = listen(asked)) {
            assertThat(done(next(lines))).isEqualTo(1);
            Files.delete(folder.resolve("s/manifest.json"));
            JsonNode news = next(lines);
            while (news.path("gone").isEmpty()) {
                news = next(lines);
            }
            assertThat(news.path("gone").path(0).stringValue()).isEqualTo("s");
        }
    }
}
