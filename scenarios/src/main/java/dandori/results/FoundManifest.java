package dandori.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the manifest of a results folder says; what it does not say is empty or 0.
 *
 * @param program the version and commit of the program that made it
 * @param command the words of the call that made it
 * @param inputs SHA-256 of each input file's bytes, by its path
 * @param shard which part of a study the folder holds, such as {@code 3/4}; empty for the whole
 * @param check how much each run checks itself, the word of {@code --check}
 * @param cellsPlanned how many simulations it is to hold
 * @param cellsDone how many are over
 * @param isComplete whether everything is there
 */
public record FoundManifest(
        String program,
        List<String> command,
        Map<String, String> inputs,
        String shard,
        String check,
        int cellsPlanned,
        int cellsDone,
        boolean isComplete) {

    /** Copies the collections, in their order. */
    public FoundManifest {
        command = List.copyOf(command);
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
        } catch (JacksonException | CharacterCodingException broken) {
            throw new DamagedResultsException(file);
        }
        List<String> command = new ArrayList<>();
        tree.path("command").forEach(word -> command.add(word.asString("")));
        Map<String, String> inputs = new LinkedHashMap<>();
        tree.path("inputs").forEachEntry((path, hash) -> inputs.put(path, hash.asString("")));
        return new FoundManifest(
                tree.path("program").asString(""),
                command,
                inputs,
                tree.path("shard").asString(""),
                tree.path("check").asString(""),
                tree.path("cells_planned").asInt(0),
                tree.path("cells_done").asInt(0),
                tree.path("state").asString("").equals("complete"));
    }
}
