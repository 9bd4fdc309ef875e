package dandori.experiment;

import dandori.metric.Observer;
import dandori.scenario.KnownParts;
import dandori.scenario.Workloads;
import dandori.scenario.sweep.Variant;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays the cells of an experiment, several at once, each on one thread.
 *
 * <p>Cells share nothing but the jobs of their draw, which do not change, and results are kept by
 * the number of the cell: what comes out is the same for any number of threads, and for any order
 * in which a {@link CellQueue} gives them out. A cell that fails does not stop the others. Memory:
 * the jobs of as many draws as there are threads, at most.
 */
public final class Runner {

    private static final int TOLD_EVERY = 1 << 12; // jobs; a power of two

    private final VariantWorkloads workloads;
    private final RunSettings settings;
    private final CellStore store;
    private final RunListener listener;
    private final KnownParts parts = KnownParts.found(); // once: looking takes a millisecond
    private final Object telling = new Object();
    private final WarmUps warmUps;
    private final SortedMap<Integer, CellResult> results = new TreeMap<>();
    private final SortedMap<Integer, CellFailure> failures = new TreeMap<>();
    private long jobsEnded;

    /**
     * A runner.
     *
     * @param workloads where jobs come from
     * @param settings how cells are played
     * @param store where they are kept that are done; what it holds is not played again
     * @param listener is told how far it has come
     */
    public Runner(
            VariantWorkloads workloads,
            RunSettings settings,
            CellStore store,
            RunListener listener) {
        this.workloads = workloads;
        this.settings = settings;
        this.store = store;
        this.listener = listener;
        warmUps = new WarmUps(workloads, parts, settings);
    }

    /** Plays an experiment, and what it grows by, round by round. */
    public ExperimentResult play(Experiment experiment, Rounds rounds) throws InterruptedException {
        int round = 1;
        listener.roundBegins(round, experiment.cells().size());
        ExperimentResult result = play(experiment);
        Optional<Experiment> more = rounds.after(result);
        while (more.isPresent()) {
            listener.roundBegins(++round, more.get().cells().size());
            result = play(more.get());
            more = rounds.after(result);
        }
        return result;
    }

    /** Plays all cells that were not played before, by this runner or by what the store kept. */
    public ExperimentResult play(Experiment experiment) throws InterruptedException {
        Cell first = experiment.cells().get(0);
        int jobs = workloads.makeAhead(first.variant(), first.seed());
        List<Cell> open = open(experiment);
        warmUps.find(experiment, open);
        playAll(open, jobs);
        workloads.forget();
        return result(experiment);
    }

    /** The cells that are still to be played; the results of others are there then. */
    private List<Cell> open(Experiment experiment) {
        List<Cell> asked =
                experiment.cells().stream()
                        .filter(cell -> !results.containsKey(cell.number()))
                        .filter(cell -> !failures.containsKey(cell.number()))
                        .toList();
        List<Optional<CellResult>> kept =
                SideBySide.each(asked, settings.threads(), cell -> store.kept(cell, workloads));
        List<Cell> open = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Cell cell = asked.get(i);
            kept.get(i)
                    .ifPresentOrElse(
                            result -> results.put(cell.number(), result), () -> open.add(cell));
        }
        return open;
    }

    /** The threads on which cells are played; they end with the program. */
    static ExecutorService threads(RunSettings settings) {
        return Executors.newFixedThreadPool(
                settings.threads(),
                task -> {
                    Thread thread = new Thread(task, "cell");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private void playAll(List<Cell> open, int jobs) throws InterruptedException {
        ExecutorService threads = threads(settings);
        CellQueue queue = new CellQueue(open, settings.threads());
        SharedWorkloads shared = new SharedWorkloads(workloads, open);
        long all = jobsEnded + (long) jobs * open.size();
        for (int i = 0; i < open.size(); i++) {
            threads.execute(() -> {
                Cell cell = queue.next();
                long beginNanos = System.nanoTime();
                play(cell, shared, new Ends(jobs, all));
                queue.ended(cell, System.nanoTime() - beginNanos);
            });
        }
        threads.shutdown();
        boolean isOver = false;
        while (!isOver) {
            isOver = threads.awaitTermination(1, TimeUnit.HOURS);
        }
    }

    private void play(Cell cell, SharedWorkloads shared, Ends ends) {
        try {
            CellResult result =
                    new CellRun(cell, shared.of(cell), parts, settings, warmUps.millis(cell))
                            .run(ends);
            store.keep(result);
            synchronized (telling) {
                results.put(cell.number(), result);
            }
        } catch (
                Throwable
                        failure) { // an error of a user's own part too: no cell is lost in silence
            synchronized (telling) {
                failures.put(cell.number(), new CellFailure(cell, failure));
            }
        } finally {
            shared.release(cell);
            synchronized (telling) {
                jobsEnded += ends.untold();
                listener.jobsEnded(jobsEnded, ends.all);
                listener.cellsEnded(results.size() + failures.size());
            }
        }
    }

    private ExperimentResult result(Experiment experiment) {
        Map<Integer, Set<Integer>> seeds = new HashMap<>();
        for (Cell cell : experiment.cells()) {
            seeds.computeIfAbsent(cell.variant().number(), any -> new LinkedHashSet<>())
                    .add(cell.seed());
        }
        Map<Integer, List<CellResult>> played = byVariant(results.values(), CellResult::cell);
        Map<Integer, List<CellFailure>> failed = byVariant(failures.values(), CellFailure::cell);
        List<Study> studies = new ArrayList<>();
        for (Variant variant : experiment.variants()) {
            int number = variant.number();
            Set<Integer> under = seeds.getOrDefault(number, Set.of());
            if (!under.isEmpty()) {
                List<CellResult> its = played.getOrDefault(number, List.of());
                Workloads jobs = workloads.of(variant);
                studies.add(
                        new Study(
                                variant,
                                List.copyOf(under),
                                its,
                                failed.getOrDefault(number, List.of()),
                                jobs.importReports(),
                                jobs.warnings(variant.scenario()),
                                its.isEmpty() ? 0 : its.get(0).drawn()));
            }
        }
        return new ExperimentResult(experiment, studies);
    }

    private static <T> Map<Integer, List<T>> byVariant(Collection<T> all, Function<T, Cell> cell) {
        return all.stream()
                .collect(Collectors.groupingBy(one -> cell.apply(one).variant().number()));
    }

    /** Counts jobs that have ended in one cell, and tells of them now and then. */
    private final class Ends implements Observer {

        private final int jobs;
        private final long all;
        private long done;
        private long told;

        Ends(int jobs, long all) {
            this.jobs = jobs;
            this.all = all;
        }

        long untold() {
            return jobs - told;
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
