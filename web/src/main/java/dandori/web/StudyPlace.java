package dandori.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A results folder in the list of studies, by its manifest.
 *
 * @param at its path within the served folder
 * @param folder where it is
 */
record StudyPlace(String at, Path folder) {

    static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json"));
    }

    /** Its line in the list: what it is, its state, and how far it is. */
    Map<String, @Nullable Object> line() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("at", at);
        Path file = folder.resolve("manifest.json");
        try {
            JsonNode manifest = JsonMapper.shared().readTree(file.toFile());
            line.put("state", manifest.path("state").stringValue("unknown"));
            line.put("cells_planned", manifest.path("cells_planned").longValue(0));
            line.put("cells_done", manifest.path("cells_done").longValue(0));
            line.put("changed_s", Files.getLastModifiedTime(file).toMillis() / 1000);
        } catch (JacksonException | IOException broken) {
            line.put("state", "damaged");
            line.put("problem", at + "/manifest.json cannot be read.");
        }
        return line;
    }
}
