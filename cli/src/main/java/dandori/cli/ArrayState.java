package dandori.cli;

import dandori.results.DamagedResultsException;
import dandori.results.JsonLine;
import dandori.results.JsonText;
import dandori.results.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code shards/slurm.json}: which job plays each shard of a study, so that one may go away and
 * come back.
 *
 * @param count how many shards there are
 * @param jobs the job that plays each shard, or played it last, by the shard's number
 */
record ArrayState(int count, Map<Integer, String> jobs) {

    static final String NAME = "slurm.json";

    /** Keeps the jobs in order of the shards. */
    ArrayState {
        jobs = new TreeMap<>(jobs);
    }

    /** With another job for some shards. */
    ArrayState with(String job, List<Integer> shards) {
        Map<Integer, String> all = new TreeMap<>(jobs);
        shards.forEach(shard -> all.put(shard, job));
        return new ArrayState(count, all);
    }

    /** The jobs, each once. */
    List<String> ids() {
        return jobs.values().stream().distinct().toList();
    }

    /** That in the folder of a study's shards; empty if there is none. */
    static Optional<ArrayState> read(Path shards) throws IOException {
        Path file = shards.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> tree = JsonLine.read(Files.readString(file));
            Map<Integer, String> jobs = new TreeMap<>();
            if (tree.get("jobs") instanceof Map<?, ?> known) {
                known.forEach((shard, job) ->
                        jobs.put(Integer.valueOf(shard.toString()), String.valueOf(job)));
            }
            return tree.get("shards") instanceof Integer count
                    ? Optional.of(new ArrayState(count, jobs))
                    : Optional.empty();
        } catch (IllegalArgumentException broken) {
            throw new DamagedResultsException(file);
        }
    }

    /** Writes it into the folder of a study's shards. */
    void write(Path shards) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("shards", count);
        Map<String, Object> byShard = new LinkedHashMap<>();
        jobs.forEach((shard, job) -> byShard.put(String.valueOf(shard), job));
        tree.put("jobs", byShard);
        WholeFile.write(shards.resolve(NAME), JsonText.of(tree));
    }
}
