package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.JobState;
import dandori.metric.Figure;
import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.metric.Recorder;
import dandori.metric.Series;
import dandori.metric.Summary;
import dandori.metric.Window;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Every figure of a run, recomputed from the job log in the obvious way. */
class MetricsTest {

    private JobLog log;
    private World world;
    private Window window;

    @RepeatedTest(80)
    void everyFigureIsWhatTheJobLogSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        world = Worlds.ofThePaper(Worlds.random(seed, 120));
        long last = world.jobs().stream().mapToLong(job -> job.submitMillis()).max().orElse(0);
        Simulation simulation = CoreRun.simulation(world, Setting.of("fcfs", "easy"));
        if (random.nextBoolean()) {
            simulation.horizonMillis(last / 2 + random.nextLong(last + 1_000));
        }
        if (random.nextBoolean()) {
            long from = random.nextLong(last / 2 + 1);
            simulation.window(new Window(from, from + 1 + random.nextLong(2 * last + 1_000)));
        }
        Recorder recorder = new Recorder(new Window(0, Long.MAX_VALUE));
        Series series = new Series(0, recorder);
        Outcome outcome = simulation.observe(recorder).observe(series).run();
        log = outcome.log();
        window = outcome.window();
        figures(outcome.summary().figures());
        summary(outcome.summary());
        rows(series);
    }

    private void figures(JobFigures figures) {
        assertThat(figures.jobs()).isEqualTo(measured().size());
        assertThat(figures.completed()).isEqualTo(count(JobState.COMPLETED));
        assertThat(figures.killed()).isEqualTo(count(JobState.KILLED));
        assertThat(figures.unfinished())
                .isEqualTo(count(JobState.WAITING) + count(JobState.RUNNING));
        long rejected = 0;
        long delivered = 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            boolean inside = window.contains(log.jobs().submitMillis(job));
            rejected += inside && log.state(job) == JobState.REJECTED ? 1 : 0;
            if (log.hasStarted(job)) {
                long from = Math.max(window.fromMillis(), log.startMillis(job));
                long to = Math.min(window.toMillis(), end(job));
                delivered += Math.max(0, to - from) * log.jobs().nodes(job);
            }
        }
        assertThat(figures.rejected()).isEqualTo((int) rejected);
        assertThat(figures.nodeMillis()).isEqualTo(delivered);
        quantile(figures.medianWaitMillis(), 0.5, this::waited, true);
        quantile(figures.p95WaitMillis(), 0.95, this::waited, true);
        quantile(figures.maxWaitMillis(), 1, this::waited, true);
        quantile(figures.medianBoundedSlowdown(), 0.5, this::slowdown, false);
        quantile(figures.p95BoundedSlowdown(), 0.95, this::slowdown, false);
        mean(figures.meanWaitMillis(), this::waited);
        mean(figures.meanTurnaroundMillis(), job -> end(job) - log.jobs().submitMillis(job));
        mean(figures.meanBoundedSlowdown(), this::slowdown);
        mean(
                figures.meanBoundedSlowdownPerProcessor(),
                job -> {
                    double turnaround = end(job) - log.jobs().submitMillis(job);
                    double run = Math.max(10_000, ran(job)) * log.jobs().nodes(job);
                    return Math.max(1, turnaround / run);
                });
    }

    private List<Integer> measured() {
        List<Integer> measured = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            boolean counts =
                    log.state(job) != JobState.REJECTED && log.state(job) != JobState.UNBORN;
            if (counts && window.contains(log.jobs().submitMillis(job))) {
                measured.add(job);
            }
        }
        return measured;
    }

    private int count(JobState state) {
        return (int) measured().stream().filter(job -> log.state(job) == state).count();
    }

    private double waited(int job) {
        long until = log.hasStarted(job) ? log.startMillis(job) : log.endOfRunMillis();
        return until - log.jobs().submitMillis(job);
    }

    private long end(int job) {
        boolean over = log.state(job) == JobState.COMPLETED || log.state(job) == JobState.KILLED;
        return over ? log.endMillis(job) : log.endOfRunMillis();
    }

    private double ran(int job) {
        return log.hasStarted(job) ? end(job) - log.startMillis(job) : 0;
    }

    private double slowdown(int job) {
        double turnaround = end(job) - log.jobs().submitMillis(job);
        return Math.max(1, turnaround / Math.max(10_000, ran(job)));
    }

    private void mean(Figure figure, ToDoubleFunction<Integer> value) {
        double mean = measured().stream().mapToDouble(value).average().orElse(Double.NaN);
        if (Double.isNaN(mean)) {
            assertThat(figure.value()).isNaN();
        } else {
            assertThat(figure.value()).isCloseTo(mean, within(1e-9 * Math.max(1, mean)));
        }
    }

    /**
     * Nearest rank; at least so much where a job that still waits has no larger value. Slowdowns
     * are no bound: they may fall as a job runs on.
     */
    private void quantile(
            Figure figure, double share, ToDoubleFunction<Integer> value, boolean grows) {
        List<Double> sorted = new ArrayList<>();
        double leastCut = Double.POSITIVE_INFINITY;
        for (int job : measured()) {
            sorted.add(value.applyAsDouble(job));
            boolean cut = grows && log.state(job) == JobState.WAITING;
            leastCut = cut ? Math.min(leastCut, value.applyAsDouble(job)) : leastCut;
        }
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            assertThat(figure.value()).isNaN();
            return;
        }
        double expected = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        assertThat(figure.value()).isEqualTo(expected);
        assertThat(figure.atLeast()).isEqualTo(leastCut <= expected);
    }

    private void summary(Summary summary) {
        double waitingMillis = 0;
        double backlogMillis = 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            long submit = log.jobs().submitMillis(job);
            if (isBorn(job)) {
                double until = submit + waited(job);
                double from = Math.max(submit, window.fromMillis());
                double span = Math.max(0, Math.min(until, window.toMillis()) - from);
                waitingMillis += span;
                backlogMillis += span * log.jobs().nodes(job) * log.jobs().walltimeMillis(job);
            }
        }
        double length = window.lengthMillis();
        assertThat(summary.meanWaiting())
                .isCloseTo(waitingMillis / length, within(1e-9 * (1 + waitingMillis / length)));
        double backlog = backlogMillis / length / 3_600_000;
        assertThat(summary.meanBacklogNodeHours()).isCloseTo(backlog, within(1e-9 * (1 + backlog)));
        assertThat(summary.capacityNodeMillis()).isEqualTo(world.nodes() * window.lengthMillis());
        int most = 0;
        long busiest = 0;
        for (long at : instants()) {
            if (window.contains(at)) {
                most = Math.max(most, waitingAt(at));
                busiest = Math.max(busiest, busyAt(at));
            }
        }
        assertThat(summary.maxWaiting()).isEqualTo(most);
        assertThat(summary.maxBusyNodes()).isEqualTo(busiest);
        if (most > 0) {
            assertThat(waitingAt(summary.maxWaitingAtMillis())).isEqualTo(most);
        }
    }

    private void rows(Series series) {
        List<Long> instants = new ArrayList<>(instants());
        assertThat(series.size()).isEqualTo(instants.size());
        for (int row = 0; row < series.size(); row++) {
            long at = series.atMillis(row);
            assertThat(at).isEqualTo(instants.get(row));
            assertThat(series.jobsWaiting(row)).isEqualTo(waitingAt(at));
            assertThat(series.nodesBusy(row)).isEqualTo(busyAt(at));
            assertThat(series.nodesUp(row)).isEqualTo(world.nodes());
        }
    }

    private boolean isBorn(int job) {
        return log.state(job) != JobState.REJECTED && log.state(job) != JobState.UNBORN;
    }

    private SortedSet<Long> instants() {
        SortedSet<Long> instants = new TreeSet<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.state(job) != JobState.UNBORN) {
                instants.add(log.jobs().submitMillis(job));
            }
            if (log.state(job) == JobState.COMPLETED || log.state(job) == JobState.KILLED) {
                instants.add(log.endMillis(job));
            }
        }
        return instants;
    }

    private int waitingAt(long at) {
        int waiting = 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            boolean submitted = isBorn(job) && log.jobs().submitMillis(job) <= at;
            waiting += submitted && (!log.hasStarted(job) || log.startMillis(job) > at) ? 1 : 0;
        }
        return waiting;
    }

    private long busyAt(long at) {
        long busy = 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            boolean runs = log.hasStarted(job) && log.startMillis(job) <= at;
            boolean gone = log.state(job) != JobState.RUNNING && runs && log.endMillis(job) <= at;
            busy += runs && !gone ? log.jobs().nodes(job) : 0;
        }
        return busy;
    }
}
