package dandori.sim;

import dandori.failure.Failures;
import dandori.job.Dependencies;
import dandori.job.JobSource;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.machine.Outage;
import dandori.machine.Reservation;
import dandori.machine.Slowdown;
import dandori.metric.EventBook;
import dandori.metric.JobReader;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.network.NetworkModel;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.Scheduler;
import dandori.policy.share.Accounts;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One or more machines, a workload, a policy and a seed: {@link #run()} gives an {@link Outcome}.
 *
 * <p>A run is a pure function of these: equal input gives equal results, on any JDK and any number
 * of threads. A simulation may be run many times; each run keeps its own state. Not thread safe
 * while it is being set up.
 *
 * <pre>{@code
 * var outcome = Simulation.of(machine, workload).policy(easy).run();
 * }</pre>
 */
public final class Simulation {

    private final List<Machine> machines;
    private final @Nullable Workload workload; // null where jobs come from a source of another kind
    private final Supplier<? extends JobSource> sources;
    private @Nullable Policy policy;
    private @Nullable Function<Policy, Scheduler> scheduler;
    private Conventions conventions = Conventions.DANDORI;
    private Overrun overrun = Overrun.KILL;
    private Checking checking = Checking.CHEAP;
    private Routing routing = Routing.FIRST;
    private @Nullable ZonedDateTime origin;
    private long seed = 1;
    private long horizonMillis = Long.MAX_VALUE - 1;
    private @Nullable Window window;
    private SeriesDetail series = SeriesDetail.NONE;
    private NetworkModel network = NetworkModel.NONE;
    private @Nullable Function<Machine, Failures> failures;
    private OnFailure onFailure = OnFailure.REQUEUE;
    private boolean explainsWaits;
    private boolean recordsEvents;
    private boolean recordsLinks;
    private Function<Machine, Accounts> accounts = machine -> Accounts.EQUAL;
    private final List<Outage> outages = new ArrayList<>();
    private final List<Slowdown> slowdowns = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private Function<Machine, @Nullable NodePower> power = machine -> null;
    private final List<Observer> observers = new ArrayList<>();
    private final List<JobReader> readers = new ArrayList<>();

    private Simulation(
            List<Machine> machines,
            @Nullable Workload workload,
            Supplier<? extends JobSource> sources) {
        this.machines = List.copyOf(machines);
        this.workload = workload;
        this.sources = sources;
    }

    /** One machine. */
    public static Simulation of(Machine machine, Workload workload) {
        return of(List.of(machine), workload);
    }

    /** Several machines under one clock; {@link #routing} says which job goes where. */
    public static Simulation of(List<Machine> machines, Workload workload) {
        return new Simulation(machines, workload, workload::source);
    }

    /**
     * Machines under one clock whose jobs come from a source that may react to what happens, or use
     * its rows again; see {@link JobSource}.
     *
     * @param machines the machines
     * @param sources gives a new source for each run
     */
    public static Simulation of(List<Machine> machines, Supplier<? extends JobSource> sources) {
        return new Simulation(machines, null, sources);
    }

    /** The policy of every pool. */
    public Simulation policy(Policy chosen) {
        policy = chosen;
        return this;
    }

    /** A scheduler in place of the policy's backfill, made anew for each run and pool. */
    public Simulation scheduler(Function<Policy, Scheduler> made) {
        scheduler = made;
        return this;
    }

    /** What happens first at one instant; {@link Conventions#DANDORI} unless said otherwise. */
    public Simulation conventions(Conventions chosen) {
        conventions = chosen;
        return this;
    }

    /**
     * What becomes of jobs that would run past their walltime; they are killed unless said
     * otherwise.
     */
    public Simulation overrun(Overrun chosen) {
        overrun = chosen;
        return this;
    }

    /** How much the run checks itself; {@link Checking#CHEAP} unless said otherwise. */
    public Simulation checking(Checking chosen) {
        checking = chosen;
        return this;
    }

    /** Which job goes to which pool; all to the first unless said otherwise. */
    public Simulation routing(Routing chosen) {
        routing = chosen;
        return this;
    }

    /**
     * The date of time 0, by which calendars go; that of the workload unless said otherwise, and
     * the beginning of 1970 in UTC where it has none.
     */
    public Simulation origin(ZonedDateTime chosen) {
        origin = chosen;
        return this;
    }

    /**
     * Who is entitled to what; all organizations to equal shares, and all users of one, unless said
     * otherwise.
     */
    public Simulation accounts(Accounts chosen) {
        return accounts(machine -> chosen);
    }

    /** Who is entitled to what on each machine. */
    public Simulation accounts(Function<Machine, Accounts> chosen) {
        accounts = chosen;
        return this;
    }

    /** The seed, for whoever draws at random; the run itself does not. */
    public Simulation seed(long chosen) {
        seed = chosen;
        return this;
    }

    /**
     * The last instant of the run; jobs that wait or run then are unfinished. Without one, all jobs
     * end.
     */
    public Simulation horizonMillis(long last) {
        horizonMillis = last;
        return this;
    }

    /**
     * The span to measure; from the first submission to the last unless said otherwise. Where jobs
     * follow others only a run shows when the last is, so that the simulation then runs twice.
     */
    public Simulation window(Window chosen) {
        window = chosen;
        return this;
    }

    /**
     * How much is kept of what was busy and what waited over time; nothing unless said otherwise.
     */
    public Simulation series(SeriesDetail chosen) {
        series = chosen;
        return this;
    }

    /**
     * What the network does to jobs that communicate; nothing unless said otherwise. Not together
     * with estimates that are exact, since nobody knows beforehand how long a slowed job runs.
     */
    public Simulation network(NetworkModel chosen) {
        network = chosen;
        return this;
    }

    /**
     * A planned loss of nodes. Outages of whole pools merge where they overlap; those of some nodes
     * add up, and a run in which they take more than there are is refused, like one that names a
     * machine or pool that is not there.
     */
    public Simulation outage(Outage planned) {
        outages.add(planned);
        return this;
    }

    /**
     * Nodes that are kept for some at times. The policy's placement must have places.
     *
     * @throws IllegalArgumentException when it is run, if its machine is not there or does not have
     *     the nodes
     */
    public Simulation reservation(Reservation planned) {
        reservations.add(planned);
        return this;
    }

    /**
     * A span in which a machine runs at a lower clock, as is known beforehand to nobody who plans.
     * Not together with a network that slows jobs, nor with jobs whose run time depends on their
     * nodes, nor with estimates that are exact.
     */
    public Simulation slowdown(Slowdown planned) {
        slowdowns.add(planned);
        return this;
    }

    /**
     * What a node of a machine draws, so that its energy is {@linkplain Outcome.PoolOutcome#energy
     * added up}; null for a machine of which it is not known, as all are unless said otherwise.
     */
    public Simulation power(Function<Machine, @Nullable NodePower> chosen) {
        power = chosen;
        return this;
    }

    /**
     * What breaks; nothing unless said otherwise. The policy's placement must have places.
     *
     * @param chosen gives the failures of a machine, from the beginning, for each run
     */
    public Simulation failures(Function<Machine, Failures> chosen) {
        failures = chosen;
        return this;
    }

    /**
     * What becomes of an ordinary job when something breaks under it; it is requeued by default.
     */
    public Simulation onFailure(OnFailure chosen) {
        onFailure = chosen;
        return this;
    }

    /**
     * Whether to write down why jobs wait ({@link Outcome#waits}); not unless said otherwise. Costs
     * a few per cent of the run, and more only where the shape of jobs decides.
     */
    public Simulation explainWaits(boolean chosen) {
        explainsWaits = chosen;
        return this;
    }

    /**
     * Whether to write down what happens to nodes and jobs beside jobs that come, start once and
     * end ({@link Outcome#events}); not unless said otherwise. Costs 29 bytes an event.
     */
    public Simulation recordEvents(boolean chosen) {
        recordsEvents = chosen;
        return this;
    }

    /**
     * Whether to write down what links carry over time ({@link Outcome#links}); not unless said
     * otherwise, and never where the {@linkplain #network network} does not look at links.
     */
    public Simulation recordLinks(boolean chosen) {
        recordsLinks = chosen;
        return this;
    }

    /** Somebody to be told what happens. */
    public Simulation observe(Observer observer) {
        observers.add(observer);
        return this;
    }

    /**
     * Somebody to read each job once it has left; where the source does not {@linkplain
     * JobSource#recyclesRows recycle rows}, all at the end, row by row.
     */
    public Simulation read(JobReader reader) {
        readers.add(reader);
        return this;
    }

    /** The conventions. */
    public Conventions conventions() {
        return conventions;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    Checking checking() {
        return checking;
    }

    List<JobReader> readers() {
        return readers;
    }

    SeriesDetail series() {
        return series;
    }

    boolean explainsWaits() {
        return explainsWaits;
    }

    boolean recordsEvents() {
        return recordsEvents;
    }

    boolean recordsLinks() {
        return recordsLinks;
    }

    /** What was planned for a span of time. */
    EventBook plannedEvents(Window span) {
        PlannedEvents planned = new PlannedEvents(span);
        for (Machine machine : machines) {
            planned.addOpenings(machine, origin());
            outages.forEach(one -> planned.add(machine, one));
            reservations.stream()
                    .filter(one -> one.machine().equals(machine.name()))
                    .forEach(one -> planned.add(machine, one));
            slowdowns.stream()
                    .filter(one -> one.reaches(machine))
                    .forEach(one -> planned.add(machine, one));
        }
        return planned.book();
    }

    ZonedDateTime origin() {
        ZonedDateTime known = origin != null || workload == null ? origin : workload.origin();
        return known == null ? ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC) : known;
    }

    Accounts accounts(Machine machine) {
        return accounts.apply(machine);
    }

    Overrun overrun() {
        return overrun;
    }

    NetworkModel network() {
        return network;
    }

    List<Reservation> reservations() {
        for (Reservation one : reservations) {
            if (machines.stream().noneMatch(machine -> machine.name().equals(one.machine()))) {
                throw new IllegalArgumentException(
                        "Reservation '%s' is of machine '%s', but there is none.\nMaybe '%s'."
                                .formatted(one.name(), one.machine(), machines.get(0).name()));
            }
        }
        return List.copyOf(reservations);
    }

    boolean slows() {
        return !slowdowns.isEmpty();
    }

    /** The slowdowns of a machine; null where there are none. */
    @Nullable Tempo tempo(Machine machine) {
        List<Slowdown> its = slowdowns.stream().filter(one -> one.reaches(machine)).toList();
        return its.isEmpty() ? null : new Tempo(its);
    }

    @Nullable NodePower power(Machine machine) {
        return power.apply(machine);
    }

    @Nullable Function<Machine, Failures> failures() {
        return failures;
    }

    OnFailure onFailure() {
        return onFailure;
    }

    Routing routing() {
        return routing;
    }

    long horizonMillis() {
        return horizonMillis;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if no policy was given, or a policy acts wrongly
     * @throws IllegalArgumentException if a planned outage cannot be
     * @throws CheckFailedException if the run's check of itself fails
     */
    public Outcome run() {
        return begin(scheduler, observers).run();
    }

    /**
     * Begins a run in which whoever drives it decides, pass by pass, in place of the policy's
     * backfill; all else of the policy holds. There is no thread behind it: one that is not driven
     * to its end is simply left.
     *
     * @param alsoTold who is to be told what happens, in this run alone
     * @throws IllegalStateException as {@link #run}, or if the conventions have a pass an event
     * @throws IllegalArgumentException if a planned outage cannot be
     */
    public Course stepwise(Observer... alsoTold) {
        if (conventions.passesPerEvent()) {
            throw new IllegalStateException(
                    "The conventions '%s' have a pass for each event; a run by steps has one an instant.\nMaybe .conventions(Conventions.DANDORI)"
                            .formatted(conventions.name()));
        }
        List<Observer> told = new ArrayList<>(observers);
        told.addAll(List.of(alsoTold));
        return begin(none -> (now, act) -> {}, told);
    }

    private Course begin(@Nullable Function<Policy, Scheduler> decides, List<Observer> told) {
        if (policy == null) {
            throw new IllegalStateException(
                    "The simulation has no policy.\nMaybe .policy(Policy.named(\"easy\")…build())");
        }
        if (network != NetworkModel.NONE && policy.estimates() == Estimates.EXACT) {
            throw new IllegalStateException(
                    "Policy '%s' knows run times, but the network changes them.\nMaybe .network(NetworkModel.NONE)"
                            .formatted(policy.name()));
        }
        checkSlowdowns(policy);
        if (failures != null && conventions.freesAtEstimatedEnds()) {
            throw new IllegalStateException(
                    "Nodes cannot fail under the conventions '%s', which free nodes before jobs leave them.\nMaybe .conventions(Conventions.DANDORI)"
                            .formatted(conventions.name()));
        }
        Dependencies links = workload == null ? null : workload.dependencies();
        boolean showsItself = window == null && links != null && links.hasFollowers();
        boolean isStanding = workload != null && workload.standing() != null;
        Window measured =
                showsItself && isStanding // who stands there was submitted before it comes
                        ? conduct(policy, scheduler, null, false, List.of())
                                .run()
                                .log()
                                .submissions()
                        : window;
        return conduct(policy, decides, measured, showsItself && !isStanding, told);
    }

    private Course conduct(
            Policy its,
            @Nullable Function<Policy, Scheduler> decides,
            @Nullable Window measured,
            boolean isOpen,
            List<Observer> told) {
        JobSource jobs = new Supply(workload, sources, overrun).source();
        boolean isAnybody = jobs.nextSubmitMillis() < Long.MAX_VALUE;
        return new Conduct(machines, jobs, its, outages, checking)
                .begin(this, decides, measured, isOpen && isAnybody, told);
    }

    private void checkSlowdowns(Policy its) {
        if (slows() && (network != NetworkModel.NONE || its.estimates() == Estimates.EXACT)) {
            throw new IllegalStateException(
                    "A lower clock changes run times, but policy '%s' knows them, or the network changes them too.\nMaybe .network(NetworkModel.NONE)"
                            .formatted(its.name()));
        }
    }
}
