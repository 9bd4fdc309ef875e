package dandori.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what made a results folder, and whether it is complete. The only file that
 * may bear paths, the command, threads and elapsed time.
 *
 * @param program the program's version and commit
 * @param command the words of the call
 * @param seeds the seeds that were asked for; {@code run.until} may add more
 * @param inputs SHA-256 of each input file's bytes, by its path
 * @param cellsPlanned how many simulations the folder is to hold
 * @param shard which part of a study they are, such as {@code 3/4}; empty for the whole
 * @param check how much each run checks itself, the word of {@code --check}; empty: not told
 */
public record Manifest(
        String program,
        List<String> command,
        List<Long> seeds,
        Map<String, String> inputs,
        int cellsPlanned,
        String shard,
        String check) {

    /** The file's name in the folder. */
    public static final String NAME = "manifest.json";

    /** That of a replay. */
    public Manifest(
            String program,
            List<String> command,
            List<Long> seeds,
            Map<String, String> inputs,
            int cellsPlanned) {
        this(program, command, seeds, inputs, cellsPlanned, "", "");
    }

    /** Copies the collections, in their order. */
    public Manifest {
        command = List.copyOf(command);
        seeds = List.copyOf(seeds);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** The same of a part of the study. */
    public Manifest of(String part, int cells) {
        return new Manifest(program, command, seeds, inputs, cells, part, check);
    }

    /**
     * In what a manifest says that a study was begun otherwise than it would be now, in a sentence:
     * by another program or with other inputs. Empty if in nothing that results depend on; how much
     * runs check themselves is nothing of that kind.
     *
     * @throws DamagedResultsException if there is no manifest that could be read
     */
    public static Optional<String> difference(Path folder, Manifest now) throws IOException {
        FoundManifest found = FoundManifest.read(folder);
        if (!found.program().equals(now.program())) {
            return Optional.of(
                    "it was begun by '%s', but this is '%s'."
                            .formatted(found.program(), now.program()));
        }
        for (Map.Entry<String, String> input : now.inputs().entrySet()) {
            String hash = found.inputs().getOrDefault(input.getKey(), "");
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
        return new Manifest(program, command, seeds, inputs, planned, shard, check);
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
        if (!shard.isEmpty()) {
            tree.put("shard", shard);
        }
        if (!check.isEmpty()) {
            tree.put("check", check);
        }
        tree.put("cells_planned", cellsPlanned);
        tree.put("cells_done", cellsDone);
        tree.put("state", state);
        if (elapsed != null) {
            tree.put("elapsed_s", elapsed);
        }
        WholeFile.write(folder.resolve(NAME), JsonText.of(tree));
    }
}
