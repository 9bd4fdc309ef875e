package dandori.experiment;

import dandori.engine.Durations;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.scenario.KnownParts;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variant;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Outcome;
import dandori.statistics.WarmUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The warm-ups of cells: that of the scenario or, with {@code warmUp: auto}, one for all cells of a
 * world, so that all policies and seeds are measured from the same instant on and pairs compare the
 * same jobs.
 *
 * <p>It is found by {@link WarmUp} before the cells are played: from the number of jobs that wait
 * in each fifth of a day under the policy that is compared with, averaged over the first {@link
 * #PILOTS} seeds of the world's first variant. So a warm-up ends with a day: shorter parts would
 * take a quiet night for the settled queue. Runs of less than {@value #FEWEST_DAYS} days are cut
 * into as many parts, and the night may mislead. Cost: as many runs more as there are such seeds.
 */
final class WarmUps {

    /** How many seeds are played to find it, at most. */
    static final int PILOTS = 5;

    private static final int FEWEST_DAYS = 20;

    private static final Observer NOBODY = new Observer() {};

    private final VariantWorkloads workloads;
    private final KnownParts parts;
    private final RunSettings settings;
    private final Map<String, Found> byWorld = new LinkedHashMap<>(); // not changed while cells run

    WarmUps(VariantWorkloads workloads, KnownParts parts, RunSettings settings) {
        this.workloads = workloads;
        this.parts = parts;
        this.settings = new RunSettings(settings.threads(), settings.checking(), null);
    }

    /** What was found in a world: the end of the warm-up, or why there is none. */
    private interface Found {
        long millis() throws Exception;
    }

    /** How the queue was in a run. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Queue(Window window, double[] jobs) {}

    /** Finds what some cells of an experiment need and is not known yet. */
    void find(Experiment experiment, List<Cell> cells) throws InterruptedException {
        Map<String, Variant> wanted = new LinkedHashMap<>();
        for (Variant variant : experiment.variants()) {
            String world = variant.world();
            if (isFound(variant)
                    && !byWorld.containsKey(world)
                    && cells.stream().anyMatch(cell -> cell.variant().world().equals(world))) {
                wanted.putIfAbsent(world, variant);
            }
        }
        ExecutorService threads = Runner.threads(settings);
        try {
            Map<String, List<Future<Queue>>> pilots = new LinkedHashMap<>();
            wanted.forEach((world, variant) -> {
                List<Future<Queue>> its = new ArrayList<>();
                variant.scenario().run().seeds().stream()
                        .limit(PILOTS)
                        .forEach(seed -> its.add(threads.submit(() -> queue(variant, seed))));
                pilots.put(world, its);
            });
            for (Map.Entry<String, Variant> one : wanted.entrySet()) {
                List<Future<Queue>> its = Objects.requireNonNull(pilots.get(one.getKey()));
                byWorld.put(one.getKey(), found(one.getValue().scenario(), its));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * When the warm-up of a cell ends.
     *
     * @throws Exception if none could be found: what a run failed with from which it was to be
     *     found, or a {@link ScenarioException} if they are too short
     */
    long millis(Cell cell) throws Exception {
        return isFound(cell.variant())
                ? Objects.requireNonNull(byWorld.get(cell.variant().world())).millis()
                : cell.variant().scenario().run().warmUpMillis();
    }

    private static boolean isFound(Variant variant) {
        return variant.scenario().run().certainty().findsWarmUp();
    }

    private Queue queue(Variant variant, int seed) {
        String baseline = variant.scenario().report().compareTo();
        PolicyParts policy =
                variant.scenario().policiesToRun().stream()
                        .filter(one -> one.name().equals(baseline))
                        .findFirst()
                        .orElseThrow();
        Cell cell = new Cell(0, variant, policy, seed);
        Outcome outcome =
                new CellRun(cell, workloads.of(variant).forSeed(seed), parts, settings, 0)
                        .played(NOBODY)
                        .outcome();
        Window window = outcome.window();
        return new Queue(window, Curves.queue(outcome, parts(window)));
    }

    /** In how many parts a run is cut. */
    private static int parts(Window window) {
        long days = window.lengthMillis() / Durations.DAY_MILLIS;
        return WarmUp.BATCH * (int) Math.max(FEWEST_DAYS, Math.min(days, 100_000));
    }

    private static Found found(Scenario scenario, List<Future<Queue>> pilots)
            throws InterruptedException {
        double[] sum = new double[0];
        Window window = new Window(0, 0);
        for (Future<Queue> pilot : pilots) {
            try {
                Queue its = pilot.get();
                boolean isFirst = pilot == pilots.get(0);
                window = isFirst ? its.window() : window;
                sum = isFirst ? its.jobs() : sum(sum, its.jobs());
            } catch (ExecutionException failed) {
                Exception cause = failed.getCause() instanceof Exception known ? known : failed;
                return () -> {
                    throw cause;
                };
            }
        }
        WarmUp warmUp = WarmUp.of(sum);
        if (!warmUp.isLongEnough()) {
            return () -> {
                throw tooShort(scenario);
            };
        }
        double part = window.lengthMillis() / (double) parts(window);
        long end = window.fromMillis() + (long) Math.ceil(part * warmUp.observations());
        return () -> end;
    }

    /** The sum place by place; shaken copies may be a part longer or shorter. */
    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[Math.min(one.length, other.length)];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }

    private static ScenarioException tooShort(Scenario scenario) {
        return new ScenarioException(
                scenario.name(),
                List.of(
                        new Issue(
                                "run.warmUp",
                                0,
                                "'auto' finds none: under '%s' the queue has not settled in half of the run."
                                        .formatted(scenario.report().compareTo()),
                                "a longer 'run.length', a duration such as '1w', or less work: a"
                                        + " queue that only grows never settles.")));
    }
}
