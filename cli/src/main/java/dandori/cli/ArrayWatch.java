package dandori.cli;

import dandori.experiment.Shard;
import dandori.results.DamagedResultsException;
import dandori.results.FoundManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows an array until all of its shards are complete. A shard is complete when its manifest says
 * so; one that is not, and of which the batch system has known nothing for two looks, is submitted
 * again, twice at most. One that ended with status 2 or 3 would do so again, and is not.
 */
final class ArrayWatch {

    /** How often a shard is submitted again. */
    static final int AGAIN = 2;

    private static final int LOG_LINES = 5;

    private final ShardArray array;
    private final Path shards;
    private final int cells;
    private final Progress shown;
    private final Map<Integer, Integer> looksWithout = new TreeMap<>();
    private final Map<Integer, Integer> submittedAgain = new TreeMap<>();
    private final Map<Integer, String> failed = new TreeMap<>();
    private final Set<Integer> complete = new HashSet<>();
    private ArrayState state;
    private int worstStatus = Failures.UNFINISHED;

    /** What happens between two looks. */
    interface Pause {
        /** Waits; after so many looks. */
        void after(int looks) throws InterruptedException;
    }

    /**
     * A watch.
     *
     * @param array the batch system
     * @param state which jobs play the shards
     * @param shards the folder of all shards
     * @param cells how many cells they have together
     * @param shown is told how many are done
     */
    ArrayWatch(ShardArray array, ArrayState state, Path shards, int cells, Progress shown) {
        this.array = array;
        this.state = state;
        this.shards = shards;
        this.cells = cells;
        this.shown = shown;
    }

    /** The jobs that play the shards now. */
    synchronized ArrayState state() {
        return state;
    }

    /**
     * Follows until all shards are complete.
     *
     * @throws BatchException if some cannot be; the others have ended then
     */
    void follow(Pause pause) throws IOException, InterruptedException {
        for (int looks = 1; ; looks++) {
            Optional<Map<Integer, String>> active = active();
            List<Integer> over = look(active);
            if (complete.size() == state.count()) {
                return;
            }
            submitAgain(over);
            if (complete.size() + failed.size() == state.count()) {
                throw new BatchException(
                        worstStatus,
                        String.join("\n", failed.values()),
                        "mend what the logs say, then the same call with --resume: what is done"
                                + " stays.");
            }
            pause.after(looks);
        }
    }

    /** What waits or runs; empty if the batch system does not answer. */
    private Optional<Map<Integer, String>> active() throws IOException, InterruptedException {
        Map<Integer, String> all = new TreeMap<>();
        for (String job : openJobs()) {
            Optional<Map<Integer, String>> its = array.active(job);
            if (its.isEmpty()) {
                return Optional.empty();
            }
            its.get()
                    .forEach((shard, word) -> {
                        if (job.equals(state.jobs().get(shard))) {
                            all.put(shard, word);
                        }
                    });
        }
        return Optional.of(all);
    }

    private List<String> openJobs() {
        return state.jobs().entrySet().stream()
                .filter(entry -> !complete.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** Looks at each shard; those that are over and not complete come back. */
    private List<Integer> look(Optional<Map<Integer, String>> active) throws IOException {
        List<Integer> over = new ArrayList<>();
        long done = 0;
        for (int number = 1; number <= state.count(); number++) {
            Shard shard = new Shard(number, state.count());
            try {
                FoundManifest manifest = FoundManifest.read(shards.resolve(shard.folder()));
                done += manifest.cellsDone();
                if (manifest.isComplete()) {
                    complete.add(number);
                    continue;
                }
            } catch (DamagedResultsException notYet) {
                // it has not begun
            }
            boolean isActive = active.isEmpty() || active.get().containsKey(number);
            int looks = isActive ? 0 : looksWithout.getOrDefault(number, 0) + 1;
            looksWithout.put(number, looks);
            if (looks >= 2 && !failed.containsKey(number)) {
                over.add(number);
            }
        }
        shown.at(done, cells);
        shown.says("%d of %d cells, %s".formatted(done, cells, words(active)));
        return over;
    }

    private static String words(Optional<Map<Integer, String>> active) {
        if (active.isEmpty()) {
            return "no answer";
        }
        long running = active.get().values().stream().filter("RUNNING"::equals).count();
        return running + " run, " + (active.get().size() - running) + " wait";
    }

    private void submitAgain(List<Integer> over) throws IOException, InterruptedException {
        List<Integer> again = new ArrayList<>();
        for (int number : over) {
            Shard shard = new Shard(number, state.count());
            int status = status(shard);
            boolean isForGood = status == Failures.WRONG_INPUT || status == Failures.CHECK_FAILED;
            int times = submittedAgain.merge(number, 1, Integer::sum);
            if (isForGood || times > AGAIN) {
                String what =
                        isForGood
                                ? "ended with status " + status
                                : "was broken off " + times + " times";
                failed.put(number, "shard %s %s.%s".formatted(shard.text(), what, log(shard)));
                worstStatus = isForGood ? Math.max(worstStatus, status) : worstStatus;
            } else {
                again.add(number);
            }
        }
        if (!again.isEmpty()) {
            String job = array.submit(again);
            synchronized (this) {
                state = state.with(job, again);
            }
            state.write(shards);
            again.forEach(looksWithout::remove);
        }
    }

    /** The exit status that the last task of a shard has left; 0 if it was killed before. */
    private int status(Shard shard) throws IOException {
        Path file = shards.resolve(shard.folder() + ".status");
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private String log(Shard shard) throws IOException {
        Path file = shards.resolve(shard.folder() + ".log");
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines =
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        return " The end of %s:\n%s"
                .formatted(
                        file,
                        lines.stream()
                                .skip(Math.max(0, lines.size() - LOG_LINES))
                                .map(line -> "  " + line)
                                .collect(Collectors.joining("\n")));
    }
}
