package dandori.web.timeline;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The runs that were looked at last. One is read once, in the background, and again if its files
 * have changed; those that nobody has looked at for longest make room for others.
 */
public final class Runs implements AutoCloseable {

    private static final int READERS = 2;
    private static final int MOST_RUNS = 64;

    private final long mostJobs;
    private final Path served;
    private final Map<Path, Run> runs = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    READERS,
                    work -> {
                        Thread reader = new Thread(work, "reads jobs");
                        reader.setDaemon(true);
                        return reader;
                    });

    /**
     * No runs yet.
     *
     * @param served the folder that is served; nothing outside it is read
     * @param mostJobs at most so many jobs are kept, but those of the last run always
     */
    public Runs(Path served, long mostJobs) {
        this.served = served;
        this.mostJobs = mostJobs;
    }

    /** The run of a folder, perhaps still being read. */
    public Run at(Path folder) {
        String stamp = FileStamp.of(folder);
        synchronized (runs) {
            Run known = runs.get(folder);
            if (known != null && known.stamp().equals(stamp)) {
                return known;
            }
        }
        return keep(
                folder, new Run(folder, served, stamp)); // which reads files, so that others go on
    }

    /** Begins to read a run, unless another has come first with the same. */
    private Run keep(Path folder, Run run) {
        synchronized (runs) {
            Run known = runs.get(folder);
            if (known != null && known.stamp().equals(run.stamp())) {
                return known;
            }
            if (known != null) {
                known.abandon();
            }
            runs.put(folder, run);
            makeRoom(run);
            readers.execute(() -> {
                run.read();
                synchronized (runs) {
                    makeRoom(run);
                }
            });
            return run;
        }
    }

    /** How many runs are kept. */
    int count() {
        synchronized (runs) {
            return runs.size();
        }
    }

    private void makeRoom(Run last) {
        long jobs = runs.values().stream().mapToLong(run -> run.jobs().count()).sum();
        Iterator<Run> oldest = runs.values().iterator();
        while ((jobs > mostJobs || runs.size() > MOST_RUNS) && oldest.hasNext()) {
            Run run = oldest.next();
            if (run != last) {
                jobs -= run.jobs().count();
                run.abandon();
                oldest.remove();
            }
        }
    }

    @Override
    public void close() {
        synchronized (runs) {
            runs.values().forEach(Run::abandon);
        }
        readers.shutdown();
    }
}
