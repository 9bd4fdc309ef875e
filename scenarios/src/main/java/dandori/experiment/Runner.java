package dandori.experiment;

import dandori.metric.Observer;
import dandori.scenario.SeedWorkload;
import dandori.scenario.Workloads;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays the cells of an experiment, several at once, each on one thread.
 *
 * <p>Cells share nothing but the jobs of their seed, which do not change, and results are kept by
 * the number of the cell: the study is the same for any number of threads, and for any order in
 * which a {@link CellQueue} gives them out. A cell that fails does not stop the others. Memory: the
 * jobs of as many seeds as there are threads, at most.
 */
public final class Runner {

    private static final int TOLD_EVERY = 1 << 12; // jobs; a power of two

    private final Experiment experiment;
    private final Workloads workloads;
    private final SharedWorkloads shared;
    private final RunSettings settings;
    private final RunListener listener;
    private final @Nullable CellResult[] results;
    private final @Nullable CellFailure[] failures;
    private final Object telling = new Object();
    private long jobsEnded;
    private int cellsEnded;

    /** A runner of an experiment, for one run. */
    public Runner(
            Experiment experiment,
            Workloads workloads,
            RunSettings settings,
            RunListener listener) {
        this.experiment = experiment;
        this.workloads = workloads;
        this.settings = settings;
        this.listener = listener;
        shared = new SharedWorkloads(workloads, experiment);
        results = new CellResult[experiment.cells().size()];
        failures = new CellFailure[experiment.cells().size()];
    }

    /**
     * The jobs of the first seed; reads the traces.
     *
     * @throws dandori.scenario.text.ScenarioException if there are none
     * @throws dandori.trace.TraceException if a trace cannot be read
     */
    public SeedWorkload firstJobs() {
        return shared.of(experiment.cells().get(0).seed());
    }

    /** Plays all cells. */
    public Study run() throws InterruptedException {
        int jobs = firstJobs().workload().count();
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        settings.threads(),
                        task -> {
                            Thread thread = new Thread(task, "cell");
                            thread.setDaemon(true);
                            return thread;
                        });
        CellQueue queue = new CellQueue(experiment.cells(), settings.threads());
        for (int i = 0; i < experiment.cells().size(); i++) {
            threads.execute(() -> {
                Cell cell = queue.next();
                long beginNanos = System.nanoTime();
                play(cell, jobs);
                queue.ended(cell, System.nanoTime() - beginNanos);
            });
        }
        threads.shutdown();
        boolean isOver = false;
        while (!isOver) {
            isOver = threads.awaitTermination(1, TimeUnit.HOURS);
        }
        List<CellResult> played =
                new ArrayList<>(Stream.of(results).filter(Objects::nonNull).toList());
        List<CellFailure> failed =
                new ArrayList<>(Stream.of(failures).filter(Objects::nonNull).toList());
        return new Study(
                experiment, played, failed, workloads.importReports(), workloads.warnings(), jobs);
    }

    private void play(Cell cell, int jobs) {
        Ends ends = new Ends((long) jobs * experiment.cells().size());
        try {
            SeedWorkload its = shared.of(cell.seed());
            results[cell.number()] =
                    new CellRun(experiment.scenario(), cell, its, settings).run(ends);
        } catch (
                Throwable
                        failure) { // an error of a user's own part too: no cell is lost in silence
            failures[cell.number()] = new CellFailure(cell, failure);
        } finally {
            shared.release(cell.seed());
            synchronized (telling) {
                jobsEnded += jobs - ends.told;
                listener.jobsEnded(jobsEnded, ends.all);
                listener.cellsEnded(++cellsEnded);
            }
        }
    }

    /** Counts jobs that have ended in one cell, and tells of them now and then. */
    private final class Ends implements Observer {

        private final long all;
        private long done;
        private long told;

        Ends(long all) {
            this.all = all;
        }

        @Override
        public void jobEnded(int job, Situation now) {
            if ((++done & (TOLD_EVERY - 1)) == 0) {
                synchronized (telling) {
                    jobsEnded += TOLD_EVERY;
                    listener.jobsEnded(jobsEnded, all);
                }
                told = done;
            }
        }
    }
}
