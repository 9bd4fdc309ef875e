package dandori.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the manifest of a results folder says; what it does not say is empty or 0.
 *
 * @param program the version and commit of the program that made it
 * @param inputs SHA-256 of each input file's bytes, by its path
 * @param shard which part of a study the folder holds, such as {@code 3/4}; empty for the whole
 * @param check how much each run checks itself, the word of {@code --check}
 * @param cellsPlanned how many simulations it is to hold
 * @param cellsDone how many are over
 * @param isComplete whether everything is there
 */
public record FoundManifest(
        String program,
        Map<String, String> inputs,
        String shard,
        String check,
        int cellsPlanned,
        int cellsDone,
        boolean isComplete) {

    /** Keeps the inputs in their order. */
    public FoundManifest {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * That of a folder.
     *
     * @throws DamagedResultsException if there is none that could be read
     */
    public static FoundManifest read(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            throw new DamagedResultsException(file);
        }
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException broken) {
            throw new DamagedResultsException(file);
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        tree.path("inputs").forEachEntry((path, hash) -> inputs.put(path, hash.asString("")));
        return new FoundManifest(
                tree.path("program").asString(""),
                inputs,
                tree.path("shard").asString(""),
                tree.path("check").asString(""),
                tree.path("cells_planned").asInt(0),
                tree.path("cells_done").asInt(0),
                tree.path("state").asString("").equals("complete"));
    }
}
