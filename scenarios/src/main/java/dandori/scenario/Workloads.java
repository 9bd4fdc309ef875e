package dandori.scenario;

import dandori.campaign.Campaign;
import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import dandori.generate.Demand;
import dandori.generate.Figure;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.generate.PopularEstimates;
import dandori.generate.SizeScaling;
import dandori.generate.Thinning;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.network.Fidelity;
import dandori.resample.Feedback;
import dandori.resample.Resampled;
import dandori.scenario.campaign.Campaigns;
import dandori.scenario.key.Moment;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.statistics.Shaking;
import dandori.trace.ImportReport;
import dandori.trace.ReadProgress;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the jobs of a scenario: for each seed one workload for all machines, and the routing that
 * sends each job home.
 *
 * <p>The jobs of all streams stand together in order of submission, those of one instant in the
 * order of the streams. Jobs of a single stream keep their numbers, and so do those of a snapshot;
 * where there are several streams numbers would repeat, so other jobs are {@linkplain JobNumbers
 * numbered} in that order, and users of traces are called by organization and user, {@code
 * riken-12}.
 *
 * <p>Traces are read once and kept; where nothing is generated, resampled or shaken all seeds share
 * one workload. Safe for several threads.
 */
public final class Workloads {

    private final Scenario scenario;
    private final TraceSource traces;
    private final SnapshotSource snapshots;
    private final List<Generator> generators = Generators.all(); // found once for all seeds
    private @Nullable SeedWorkload ofEverySeed;

    /** The jobs of a scenario; traces are read when they are first needed, and progress is told. */
    public Workloads(Scenario scenario, ReadProgress progress) {
        this.scenario = scenario;
        boolean keepLoggedWaits =
                scenario.policies().stream().anyMatch(PolicyParts::needsLoggedWaits);
        snapshots = new SnapshotSource(scenario);
        traces = new TraceSource(scenario.run().conventions(), keepLoggedWaits, progress);
    }

    /**
     * The jobs under a seed.
     *
     * @throws ScenarioException if there is no job at all, or one is too large where that is an
     *     error
     * @throws dandori.trace.TraceException if a trace cannot be read
     */
    public SeedWorkload forSeed(long seed) {
        boolean isDrawn =
                scenario.workload().streams().stream()
                        .anyMatch(
                                stream -> stream.isDrawn() || stream.request().estimates() != null);
        if (isDrawn || shaking(seed) != null) {
            return made(seed);
        }
        synchronized (this) {
            if (ofEverySeed == null) {
                ofEverySeed = made(seed);
            }
            return ofEverySeed;
        }
    }

    /** How traces are shaken under a seed; null: not at all, as under the first. */
    private @Nullable Shaking shaking(long seed) {
        RunPlan run = scenario.run();
        return seed == run.seeds().get(0) ? null : run.certainty().shaking();
    }

    /**
     * What was repaired or left out in reading the traces, by the path of the stream in the file.
     */
    public Map<String, ImportReport> importReports() {
        Map<String, ImportReport> reports = new LinkedHashMap<>();
        List<Stream> streams = scenario.workload().streams();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i) instanceof TraceStream trace) {
                reports.put(path(i), traces.trace(trace, size(trace)).report());
            }
        }
        return reports;
    }

    /** The campaigns of every seed. */
    public List<Campaign> campaigns() {
        return campaigns(origin());
    }

    /** What does not fit together in traces and machines, in sentences. */
    public List<String> warnings() {
        return warnings(scenario);
    }

    /**
     * What does not fit together in traces and machines, in sentences.
     *
     * @param under a scenario that differs from that of the jobs in policies only
     */
    public List<String> warnings(Scenario under) {
        List<String> warnings = new ArrayList<>();
        for (Stream stream : scenario.workload().streams()) {
            if (stream instanceof TraceStream trace) {
                LoggedMachine log = new LoggedMachine(trace, traces.beginning(trace));
                warnings.addAll(log.warnings(machine(trace)));
            }
        }
        warnIdle(warnings);
        warnings.addAll(snapshots.warnings());
        warnings.addAll(RoutingReader.warnings(under));
        warnings.addAll(IdleParts.warnings(under));
        int seed = scenario.run().seeds().get(0);
        warnings.addAll(LimitNames.warnings(under, () -> forSeed(seed).workload()));
        warnings.addAll(IdlePlans.warnings(under, origin(), () -> forSeed(seed).workload()));
        return warnings;
    }

    private void warnIdle(List<String> warnings) {
        boolean talks =
                scenario.workload().streams().stream()
                        .anyMatch(stream -> stream.request().communication() != null);
        Fidelity network = scenario.run().network();
        if (talks && network == Fidelity.NONE) {
            warnings.add("What jobs send costs them nothing here: 'run.network' is 'none'.");
        } else if (!talks && network != Fidelity.NONE && scenario.campaigns().isEmpty()) {
            warnings.add(
                    "'run.network: %s' changes nothing: no stream has a 'communication'."
                            .formatted(network.text()));
        }
    }

    private SeedWorkload made(long seed) {
        ZonedDateTime origin = origin();
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        List<Workload> ofStreams = new ArrayList<>();
        List<Stream> streams = scenario.workload().streams();
        Map<String, Integer> streamsOf = new LinkedHashMap<>();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i) instanceof GeneratedStream stream) {
                WorkloadBuilder jobs = new WorkloadBuilder(path(i));
                int ordinal = streamsOf.merge(stream.organization(), 1, Integer::sum) - 1;
                List<Figure> its = new ArrayList<>(generate(stream, ordinal, seed, jobs));
                Workload thinned = thinned(jobs.build(), stream.thinning(), its);
                ofStreams.add(estimated(thinned, stream, seed, i, its));
                figures.put(path(i), List.copyOf(its));
            } else if (streams.get(i) instanceof TraceStream stream) {
                Workload log = resampled(stream, i, seed, figures);
                // Who waited for what is read from the log itself, before anything is changed.
                Feedback feedback = stream.feedback();
                Workload linked = feedback == null ? log : feedback.of(log);
                Shaking shaking = shaking(seed);
                Workload shaken =
                        shaking == null ? linked : shaking.of(linked, new RandomStreams(seed), i);
                List<Figure> its = new ArrayList<>();
                ofStreams.add(estimated(shaken, stream, seed, i, its));
                if (feedback != null) {
                    its.addAll(feedback.figures(ofStreams.get(i)));
                }
                if (!its.isEmpty()) {
                    figures.merge(path(i), its, Workloads::both);
                }
            } else if (streams.get(i) instanceof SnapshotStream stream) {
                ofStreams.add(snapshots.of(stream).workload());
            }
        }
        Workload workload = merged(ofStreams, origin);
        if (workload.count() == 0 && scenario.campaigns().isEmpty()) {
            throw wrong(
                    "workload",
                    "no job is submitted from the beginning of the run to its end.",
                    "a longer 'run.length', another 'from', or a larger 'load'.");
        }
        return new SeedWorkload(
                workload, campaigns(origin), new HomeRouting(scenario, workload), figures);
    }

    /** The jobs of a trace, with the sizes that they have here. */
    private Workload scaled(TraceStream stream) {
        return new SizeScaling(stream.scaleNodes())
                .of(traces.trace(stream, size(stream)).workload());
    }

    /** The jobs with the time limits that their users give, where the stream says how. */
    private static Workload estimated(
            Workload jobs, Stream stream, long seed, int number, List<Figure> figures) {
        PopularEstimates estimates = stream.request().estimates();
        if (estimates == null) {
            return jobs;
        }
        Workload estimated = estimates.of(jobs, new RandomStreams(seed), number);
        figures.addAll(estimates.figures(estimated));
        return estimated;
    }

    private static List<Figure> both(List<Figure> some, List<Figure> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The jobs of a trace, or of its users as they are drawn under a seed. */
    private Workload resampled(
            TraceStream stream, int index, long seed, Map<String, List<Figure>> figures) {
        Workload log = scaled(stream);
        ResampleRule rule = stream.resample();
        if (rule == null) {
            return log;
        }
        ResampledStream made =
                new ResampledStream(
                        log, rule, span(log, stream, index), traces.header(stream).origin());
        double expected = made.expectedJobs(scenario.run());
        if (expected > Generators.MOST_JOBS) {
            throw wrong(
                    path(index) + ".trace.resample",
                    String.format(
                            Locale.ROOT,
                            "makes %.3g jobs, but %,.0f are the most.",
                            expected,
                            Generators.MOST_JOBS),
                    "fewer 'users' or 'weeks', or a shorter run.");
        }
        try {
            Resampled resampled = made.under(new RandomStreams(seed), index, scenario.run());
            figures.put(path(index), resampled.figures());
            return resampled.workload();
        } catch (IllegalArgumentException nobody) {
            throw wrong(
                    path(index) + ".trace.resample",
                    "there is no job between 'from' and 'to'.",
                    "another 'from'.");
        }
    }

    /**
     * From when to when a trace is used, by its own clock: where nothing is said, from the day of
     * its first job on.
     */
    private ResampledStream.Span span(Workload log, TraceStream trace, int index) {
        Moment from = trace.from();
        Moment to = trace.to();
        long firstDay = Math.floorDiv(log.jobs().submitMillis(0), Durations.DAY_MILLIS);
        return new ResampledStream.Span(
                from == null
                        ? firstDay * Durations.DAY_MILLIS
                        : millis(from, trace, path(index) + ".trace.from"),
                to == null ? Long.MAX_VALUE : millis(to, trace, path(index) + ".trace.to"));
    }

    private List<Campaign> campaigns(@Nullable ZonedDateTime origin) {
        return campaigns(scenario, origin);
    }

    /**
     * The campaigns of every seed of a scenario, whose traces are not looked at.
     *
     * @param origin what {@link #origin} said when they were
     */
    public static List<Campaign> campaigns(Scenario scenario, @Nullable ZonedDateTime origin) {
        boolean isNetworked = scenario.run().network() != Fidelity.NONE;
        try {
            return new Campaigns(scenario.machines(), scenario.failures(), isNetworked)
                    .of(scenario.campaigns(), origin);
        } catch (IllegalArgumentException wrongDate) {
            throw new ScenarioException(
                    scenario.name(),
                    List.of(new Issue("", 0, String.valueOf(wrongDate.getMessage()), null)));
        }
    }

    private static Workload thinned(
            Workload all, @Nullable Thinning thinning, List<Figure> figures) {
        if (thinning == null) {
            return all;
        }
        Workload thinned = thinning.of(all);
        figures.addAll(thinning.figures(all, thinned));
        return thinned;
    }

    private List<Figure> generate(
            GeneratedStream stream, int ordinal, long seed, WorkloadBuilder jobs) {
        ZonedDateTime start = scenario.run().start();
        Long lengthMillis = scenario.run().lengthMillis();
        if (start == null || lengthMillis == null) {
            throw new IllegalStateException(
                    "A run with generated streams must have a start and a length.");
        }
        Demand demand =
                new Demand(
                        stream.organization(),
                        ordinal,
                        scenario.homeOf(stream.organization()).nodes(),
                        start,
                        lengthMillis,
                        stream.measure(),
                        stream.amount(),
                        new RandomStreams(seed),
                        stream.drawnAs());
        FittedFile fit = stream.fit();
        Generator generator =
                fit != null
                        ? fit.generator()
                        : generators.stream()
                                .filter(its -> its.name().equals(stream.model()))
                                .findFirst()
                                .orElseThrow();
        return generator.generate(stream.options(), demand, jobs);
    }

    private Workload merged(List<Workload> ofStreams, @Nullable ZonedDateTime origin) {
        List<StreamJobs> cursors = new ArrayList<>();
        for (int i = 0; i < ofStreams.size(); i++) {
            StreamJobs cursor = cursor(i, ofStreams.get(i));
            if (cursor.nextSubmitMillis() < Long.MAX_VALUE) {
                cursors.add(cursor);
            }
        }
        WorkloadBuilder jobs = new WorkloadBuilder(scenario.name()).origin(origin);
        if (traces.keepsLoggedWaits()) {
            jobs.keepLoggedWaits();
        }
        JobNumbers numbers = JobNumbers.of(scenario.workload().streams(), ofStreams);
        while (true) {
            StreamJobs next = earliest(cursors);
            if (next == null) {
                cursors.forEach(cursor -> cursor.addDependencies(jobs));
                return jobs.build();
            }
            checkSize(next);
            next.addNext(jobs, numbers.next(next.stream(), next.nextId()));
        }
    }

    private static @Nullable StreamJobs earliest(List<StreamJobs> cursors) {
        StreamJobs earliest = null;
        long least = Long.MAX_VALUE;
        for (StreamJobs cursor : cursors) {
            if (cursor.nextSubmitMillis() < least) {
                least = cursor.nextSubmitMillis();
                earliest = cursor;
            }
        }
        return earliest;
    }

    private StreamJobs cursor(int index, Workload workload) {
        Stream stream = scenario.workload().streams().get(index);
        Long lengthMillis = scenario.run().lengthMillis();
        long endMillis = lengthMillis == null ? Long.MAX_VALUE : lengthMillis;
        boolean isAlone = scenario.workload().streams().size() == 1;
        if (stream instanceof SnapshotStream its) {
            return new StreamJobs(
                    index,
                    workload,
                    Long.MIN_VALUE,
                    endMillis,
                    0,
                    its::organizationOf,
                    false,
                    its.request());
        }
        if (!(stream instanceof TraceStream trace)) {
            return new StreamJobs(
                    index, workload, 0, endMillis, 0, name -> name, false, stream.request());
        }
        Moment from = trace.resample() != null ? null : trace.from();
        Moment to = trace.resample() != null ? null : trace.to();
        long fromMillis =
                from == null ? Long.MIN_VALUE : millis(from, trace, path(index) + ".trace.from");
        long toMillis = to == null ? Long.MAX_VALUE : millis(to, trace, path(index) + ".trace.to");
        long shiftMillis = trace.shiftMillis() - (from == null ? 0 : fromMillis);
        if (endMillis < Long.MAX_VALUE) {
            toMillis = Math.min(toMillis, endMillis - shiftMillis);
        }
        return new StreamJobs(
                index,
                workload,
                fromMillis,
                toMillis,
                shiftMillis,
                trace::organizationOf,
                !isAlone,
                trace.request());
    }

    /** A moment on the trace's own clock. */
    private long millis(Moment moment, TraceStream stream, String path) {
        Long millis = moment.millis();
        if (millis != null) {
            return millis;
        }
        ZonedDateTime origin = traces.header(stream).origin();
        if (origin == null) {
            throw wrong(
                    path,
                    "is a date, but the trace does not say when it begins.",
                    "the time since its beginning, such as '30d'.");
        }
        return Duration.between(origin, moment.date()).toMillis();
    }

    /** The date of time 0: the run's, else that of the first trace, else null. */
    public @Nullable ZonedDateTime origin() {
        if (scenario.run().start() != null) {
            return scenario.run().start();
        }
        List<Stream> streams = scenario.workload().streams();
        if (streams.isEmpty() || !(streams.get(0) instanceof TraceStream trace)) {
            return null;
        }
        ZonedDateTime origin = traces.header(trace).origin();
        Moment from = trace.from();
        long fromMillis = from == null ? 0 : millis(from, trace, path(0) + ".trace.from");
        return origin == null
                ? null
                : origin.plus(Duration.ofMillis(fromMillis - trace.shiftMillis()));
    }

    private void checkSize(StreamJobs next) {
        Machine machine = scenario.homeOf(next.nextOrganization());
        if (next.nextNodes() > machine.nodes()
                && scenario.workload().onTooLarge() == WorkloadPlan.OnTooLarge.ERROR) {
            throw wrong(
                    "workload.onTooLarge",
                    "job %d asks for %d %ss, but '%s' has %d."
                            .formatted(
                                    next.nextId(),
                                    next.nextNodes(),
                                    machine.unit().text(),
                                    machine.name(),
                                    machine.nodes()),
                    "leave 'onTooLarge' out: such jobs are then rejected, counted and listed.");
        }
    }

    /** The size of the machine of a stream; of the largest, where its jobs go to several. */
    private int size(TraceStream stream) {
        return machine(stream).nodes();
    }

    /** The machine for which a log's jobs are: its organization's home, else the largest. */
    private Machine machine(TraceStream stream) {
        return stream.organization() != null
                ? scenario.homeOf(stream.organization())
                : scenario.machines().stream()
                        .max(Comparator.comparingInt(Machine::nodes))
                        .orElseThrow();
    }

    private ScenarioException wrong(String path, String message, String maybe) {
        return new ScenarioException(scenario.name(), List.of(new Issue(path, 0, message, maybe)));
    }

    private static String path(int stream) {
        return "workload.streams[" + stream + "]";
    }
}
