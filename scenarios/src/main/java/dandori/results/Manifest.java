package dandori.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what made a results folder, and whether it is complete. The only file that
 * may bear paths, the command, threads and elapsed time.
 *
 * @param program the program's version and commit
 * @param command the words of the call
 * @param seeds the seeds that were asked for; {@code run.until} may add more
 * @param inputs SHA-256 of each input file's bytes, by its path
 * @param cellsPlanned how many simulations the folder is to hold
 */
public record Manifest(
        String program,
        List<String> command,
        List<Long> seeds,
        Map<String, String> inputs,
        int cellsPlanned) {

    /** The file's name in the folder. */
    public static final String NAME = "manifest.json";

    /** Copies the collections, in their order. */
    public Manifest {
        command = List.copyOf(command);
        seeds = List.copyOf(seeds);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * In what a manifest says that a study was begun otherwise than it would be now, in a sentence:
     * by another program or with other inputs. Empty if in nothing that results depend on.
     *
     * @throws DamagedResultsException if there is no manifest that could be read
     */
    public static Optional<String> difference(Path folder, Manifest now) throws IOException {
        Path file = folder.resolve(NAME);
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException broken) {
            throw new DamagedResultsException(file);
        }
        String program = tree.path("program").asString("");
        if (!program.equals(now.program())) {
            return Optional.of(
                    "it was begun by '%s', but this is '%s'.".formatted(program, now.program()));
        }
        for (Map.Entry<String, String> input : now.inputs().entrySet()) {
            String hash = tree.path("inputs").path(input.getKey()).asString("");
            if (!hash.equals(input.getValue())) {
                return Optional.of(
                        hash.isEmpty()
                                ? "it was begun without '%s'.".formatted(input.getKey())
                                : "'%s' has changed since.".formatted(input.getKey()));
            }
        }
        return Optional.empty();
    }

    /** The same for a study that has grown to so many simulations. */
    public Manifest withCells(int planned) {
        return new Manifest(program, command, seeds, inputs, planned);
    }

    /** Says in the folder that so many cells are done and the rest is on its way. */
    public void writeRunning(Path folder, int cellsDone) throws IOException {
        write(folder, cellsDone, "running", null);
    }

    /** Says in the folder that everything is there. */
    public void writeComplete(Path folder, double elapsedSeconds) throws IOException {
        write(folder, cellsPlanned, "complete", elapsedSeconds);
    }

    private void write(Path folder, int cellsDone, String state, @Nullable Double elapsed)
            throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("program", program);
        tree.put("java", Runtime.version().toString());
        tree.put("command", command);
        tree.put("seeds", seeds);
        tree.put("inputs", inputs);
        tree.put("cells_planned", cellsPlanned);
        tree.put("cells_done", cellsDone);
        tree.put("state", state);
        if (elapsed != null) {
            tree.put("elapsed_s", elapsed);
        }
        WholeFile.write(folder.resolve(NAME), JsonText.of(tree));
    }
}
