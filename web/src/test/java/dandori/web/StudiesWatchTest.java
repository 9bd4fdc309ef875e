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

    /** The studies of the next piece of news. */
    private static JsonNode next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = lines.readLine();
        }
        String text = line == null ? "{}" : line.substring("data: ".length());
        return JsonMapper.shared().readTree(text).path("studies");
    }

    @Test
    void aPageHearsOfEachChange() throws Exception {
        manifest(1);
        try (Asked asked = new Asked(folder)) {
            HttpURLConnection events = asked.open("/api/studies/events");
            events.setRequestProperty("Accept", "text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    events.getInputStream(), StandardCharsets.UTF_8))) {
                JsonNode first = next(lines);
                assertThat(first.path(0).path("state").stringValue()).isEqualTo("running");
                assertThat(first.path(0).path("cells_done").intValue()).isEqualTo(1);
                manifest(2);
                int done = 1;
                while (done == 1) { // a change of times alone may come before
                    done = next(lines).path(0).path("cells_done").intValue(-1);
                }
                assertThat(done).isEqualTo(2);
            }
        }
    }
}
