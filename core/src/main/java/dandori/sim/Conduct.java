package dandori.sim;

import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.metric.EventBook;
import dandori.metric.EventLog;
import dandori.metric.JobLog;
import dandori.metric.JobReader;
import dandori.metric.Observer;
import dandori.metric.Recorder;
import dandori.metric.Series;
import dandori.metric.Summary;
import dandori.metric.Window;
import dandori.network.LinkSeries;
import dandori.policy.Backfill;
import dandori.policy.ComposedScheduler;
import dandori.policy.Policy;
import dandori.policy.Scheduler;
import dandori.policy.ShapedPlacement;
import dandori.wait.WaitBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sets a run up from a simulation, lets it run, and sums it up. */
final class Conduct {

    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final List<Machine> machines;
    private final JobSource source;
    private final Policy policy;
    private final OutagesByPool outages;
    private final Checking checking;

    Conduct(
            List<Machine> machines,
            JobSource source,
            Policy policy,
            List<Outage> outages,
            Checking checking) {
        this.machines = machines;
        this.source = source;
        this.policy = policy;
        this.outages = new OutagesByPool(machines, outages);
        this.checking = checking;
    }

    /**
     * Sets the run up; nothing has happened in it yet.
     *
     * @param given what is measured; null: from the first submission to the last
     * @param isOpen whether only the run shows when the last submission is
     */
    Course begin(
            Simulation simulation,
            @Nullable Function<Policy, Scheduler> scheduler,
            @Nullable Window given,
            boolean isOpen,
            List<Observer> observers) {
        Window submissions = window(given, isOpen, simulation.horizonMillis());
        int pools = machines.stream().mapToInt(machine -> machine.pools().size()).sum();
        boolean hasPlaces = policy.placement().hasPlaces() && !policy.backfill().ignoresCapacity();
        Ledger ledger = new Ledger(source.jobs().count(), hasPlaces, pools);
        LongSupplier lastSubmission = isOpen ? () -> ledger.lastSubmitMillis : null;
        Window peaks = peaks(submissions);
        Recorder all = recorder(peaks, lastSubmission);
        Observers told = new Observers(all);
        Run run = new Run(simulation, source, ledger, told);
        watchLinks(simulation, run, submissions, isOpen);
        WaitBook waits = simulation.explainsWaits() ? bookOfWaits() : null;
        List<Recorder> recorders = new ArrayList<>();
        List<@Nullable Series> series = new ArrayList<>();
        List<@Nullable EnergyMeter> meters = new ArrayList<>();
        for (Machine machine : machines) {
            for (Pool pool : machine.pools()) {
                Scheduler its = made(scheduler);
                PlannedCapacity planned = outages.planned(machine, pool);
                PoolRun one = new PoolRun(run, machine, pool, policy, its, planned);
                run.add(one);
                if (waits != null) {
                    watch(one, its, waits, pools == 1, told);
                }
                Recorder recorder = pools == 1 ? all : recorder(peaks, lastSubmission);
                recorders.add(recorder);
                tell(pools > 1 ? recorder : null, one, told);
                Series kept = series(simulation.series(), submissions, isOpen, recorder);
                NodePower power = simulation.power(machine);
                meters.add(meter(power, one, peaks, kept, lastSubmission, told));
                series.add(kept);
                tell(kept, one, told);
                if (checking == Checking.FULL) {
                    told.add(new OfPool(one, new Audit(one, ledger, protectsHead(one, scheduler))));
                }
            }
        }
        long firstMillis = source.nextSubmitMillis();
        SummingUp sums = sums(simulation, submissions, run);
        observers.forEach(told::add);
        return new Course(
                run,
                end -> {
                    checkPromises(run);
                    JobLog log = ledger.log(source.jobs(), Math.max(end, submissions.fromMillis()));
                    haveRead(log, run, simulation.readers());
                    Window whole = isOpen ? closed(submissions, ledger) : submissions;
                    close(isOpen, whole, simulation.series(), all, recorders, series);
                    Window measured = settled(whole, log);
                    Outcome outcome =
                            outcome(log, measured, all, recorders, series, meters, run, sums);
                    outcome = withEvents(outcome, simulation, run.eventBook, firstMillis, end);
                    return waits == null ? outcome : outcome.explained(waits.log(log));
                });
    }

    /** Has an observer, if there is one, told what happens in a pool. */
    private static void tell(@Nullable Observer observer, PoolRun pool, Observers told) {
        if (observer != null) {
            told.add(new OfPool(pool, observer));
        }
    }

    private static void watch(
            PoolRun pool, Scheduler its, WaitBook waits, boolean isAlone, Observers told) {
        pool.waits = new WaitWatch(pool, its, waits);
        told.add(isAlone ? pool.waits : new OfPool(pool, pool.waits));
    }

    /** The same with what happened, and with what was planned from the first submission on. */
    private static Outcome withEvents(
            Outcome outcome,
            Simulation simulation,
            @Nullable EventBook happened,
            long firstMillis,
            long endMillis) {
        if (happened == null) {
            return outcome;
        }
        Window span = new Window(firstMillis, Math.max(firstMillis, endMillis));
        boolean isAnybody = firstMillis < Long.MAX_VALUE;
        EventBook planned = isAnybody ? simulation.plannedEvents(span) : new EventBook();
        return outcome.with(new EventLog(planned, happened));
    }

    /** Has those jobs read that are still to be. */
    private static void haveRead(JobLog log, Run run, List<JobReader> readers) {
        if (run.departures != null) {
            run.departures.over(log);
        } else {
            readers.forEach(reader -> readAll(log, reader));
        }
    }

    private static void readAll(JobLog log, JobReader reader) {
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.state(job) != JobState.UNBORN) {
                reader.read(job, log);
            }
        }
    }

    private void checkPromises(Run run) {
        if (checking == Checking.FULL) {
            run.pools().forEach(Audit::promisesKept);
        }
    }

    private static Recorder recorder(Window peaks, @Nullable LongSupplier lastSubmission) {
        Recorder recorder = new Recorder(peaks);
        if (lastSubmission != null) {
            recorder.watch(lastSubmission);
        }
        return recorder;
    }

    private static Window closed(Window open, Ledger ledger) {
        return new Window(open.fromMillis(), Math.max(open.fromMillis(), ledger.lastSubmitMillis));
    }

    /** Cuts off what was kept in case somebody else should come, where the end was open. */
    private static void close(
            boolean wasOpen,
            Window whole,
            SeriesDetail detail,
            Recorder all,
            List<Recorder> recorders,
            List<@Nullable Series> series) {
        if (wasOpen && whole.lengthMillis() > 0) {
            all.endWithLastSubmission();
            recorders.forEach(Recorder::endWithLastSubmission);
        }
        if (wasOpen && detail == SeriesDetail.SAMPLED) {
            series.replaceAll(kept -> kept == null ? null : kept.thinned(stepMillis(whole)));
        }
    }

    private SummingUp sums(Simulation simulation, Window window, Run run) {
        Departures departures = run.departures;
        if (departures == null) {
            return SummingUp.AT_THE_END;
        }
        simulation.readers().forEach(departures::tell);
        return SummingUp.asTheyLeave(window, run.pools().size(), source, departures);
    }

    /** Where to look for peaks: to the end where nobody knows yet when that is. */
    private static Window peaks(Window submissions) {
        return submissions.lengthMillis() > 0
                ? submissions
                : new Window(submissions.fromMillis(), FOREVER);
    }

    /** One that adds up what a pool's nodes draw; null where that is not known, or unbounded. */
    private static @Nullable EnergyMeter meter(
            @Nullable NodePower power,
            PoolRun pool,
            Window window,
            @Nullable Series series,
            @Nullable LongSupplier lastSubmission,
            Observers told) {
        if (power == null || pool.unlimited) {
            return null;
        }
        EnergyMeter meter = new EnergyMeter(pool, power, window, series, lastSubmission);
        told.add(new OfPool(pool, meter));
        return meter;
    }

    private WaitBook bookOfWaits() {
        if (source.recyclesRows()) {
            throw new IllegalStateException(
                    "Waits cannot be explained where the source uses the rows of jobs again.");
        }
        return new WaitBook();
    }

    /** The one given, or from the first submission to the last; without an end where it is open. */
    private Window window(@Nullable Window given, boolean isOpen, long horizonMillis) {
        if (isOpen) {
            return new Window(source.nextSubmitMillis(), FOREVER);
        }
        if (given != null) {
            return given;
        }
        if (source.knowsAll()) {
            return Window.ofSubmissions(source.jobs()).until(horizonMillis);
        }
        throw new IllegalStateException(
                "A source that does not know all its jobs beforehand needs a window.\nMaybe .window(new Window(0, …))");
    }

    /** Whether the policy claims to, on such a placement. */
    private boolean protectsHead(PoolRun pool, @Nullable Function<Policy, Scheduler> scheduler) {
        boolean shaped = pool.placement() instanceof ShapedPlacement;
        Backfill backfill = policy.backfill();
        return scheduler == null
                && (shaped ? backfill.protectsShapedHead() : backfill.protectsHead());
    }

    /** The series of a pool; every pass of it, for later, where nobody knows how long a step is. */
    private static @Nullable Series series(
            SeriesDetail detail, Window window, boolean isOpen, Recorder recorder) {
        if (detail == SeriesDetail.NONE) {
            return null;
        }
        boolean isSampled = detail == SeriesDetail.SAMPLED && !isOpen;
        return new Series(isSampled ? stepMillis(window) : 0, recorder);
    }

    private static List<LinkSeries> links(Run run) {
        return run.pace == null ? List.of() : run.pace.loads();
    }

    /** Has what links carry written down where that is asked for. */
    private static void watchLinks(Simulation simulation, Run run, Window window, boolean isOpen) {
        if (run.pace != null && simulation.recordsLinks()) {
            long span = isOpen ? 0 : window.lengthMillis();
            long shortest = span > 0 ? 1 : 1_000; // it doubles where nobody knows how long it takes
            run.pace.watch(new LinkWatch(Math.max(shortest, span * 5 / (4 * LinkSeries.MOST))));
        }
    }

    private static long stepMillis(Window window) {
        return Math.max(1, window.lengthMillis() / 5_000);
    }

    private Scheduler made(@Nullable Function<Policy, Scheduler> scheduler) {
        return scheduler == null ? new ComposedScheduler(policy) : scheduler.apply(policy);
    }

    /** The window given, or to the last end where it is empty. */
    private static Window settled(Window window, JobLog log) {
        if (window.lengthMillis() > 0) {
            return window;
        }
        long last = window.toMillis();
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.hasStarted(job)) {
                last = Math.max(last, log.startMillis(job) + log.executedMillis(job));
            }
        }
        return new Window(window.fromMillis(), last);
    }

    private Outcome outcome(
            JobLog log,
            Window window,
            Recorder all,
            List<Recorder> recorders,
            List<@Nullable Series> series,
            List<@Nullable EnergyMeter> meters,
            Run run,
            SummingUp sums) {
        List<Outcome.PoolOutcome> parts = new ArrayList<>();
        long capacity = 0;
        for (int i = 0; i < recorders.size(); i++) {
            PoolRun pool = run.pools().get(i);
            long nodeMillis = Math.multiplyExact(window.lengthMillis(), (long) pool.pool().nodes());
            nodeMillis -= pool.capacity.lostNodeMillis(window) + pool.brokenNodeMillis(window);
            capacity = Math.addExact(capacity, nodeMillis);
            int index = recorders.size() == 1 ? SummingUp.ALL : i;
            Summary summary = sums.summary(log, window, nodeMillis, recorders.get(i), index);
            EnergyMeter meter = meters.get(i);
            parts.add(
                    new Outcome.PoolOutcome(
                            pool.machine(),
                            pool.pool(),
                            summary,
                            pool.brokenPromises(),
                            series.get(i),
                            meter == null ? null : meter.energy(window)));
        }
        Summary whole =
                parts.size() == 1
                        ? parts.get(0).summary()
                        : sums.summary(log, window, capacity, all, SummingUp.ALL);
        return new Outcome(log, whole, List.copyOf(parts), null, null, links(run));
    }
}
