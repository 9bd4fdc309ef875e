package dandori.trial;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.sim.Checking;
import dandori.sim.Overrun;
import dandori.sim.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Policies that face the same jobs under several seeds: a study without files. What is measured,
 * and how, is as in scenario files; the same machines, jobs and policies give the same figures.
 *
 * <p>Not for several threads; {@link #run} uses them.
 */
public final class Trials {

    private final List<Machine> machines;
    private final List<TrialPlan.Member> members = new ArrayList<>();
    private final List<TrialPlan.Drawn> drawn = new ArrayList<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private @Nullable LongFunction<Workload> jobs;
    private List<Integer> seeds = List.of(1);
    private @Nullable Duration length;
    private Duration warmUp = Duration.ZERO;
    private Overrun overrun = Overrun.KILL;
    private Checking checking = Checking.CHEAP;
    private Consumer<Simulation> setUp = simulation -> {};
    private int threads = Runtime.getRuntime().availableProcessors();

    private Trials(List<Machine> machines) {
        this.machines = machines;
    }

    /** Trials on one machine. */
    public static Trials on(Machine machine) {
        return on(List.of(machine));
    }

    /** Trials on several machines; the first is home to who does not say where that is. */
    public static Trials on(List<Machine> machines) {
        if (machines.isEmpty()) {
            throw new IllegalArgumentException("There is no machine.");
        }
        return new Trials(List.copyOf(machines));
    }

    /** An organization at home on the first machine; one that is not named has one share. */
    public Trials organization(String name, double shares) {
        return organization(name, shares, machines.get(0));
    }

    /**
     * An organization.
     *
     * @param name as jobs name it
     * @param shares what it is entitled to, relative to the others at home there; at least 0
     * @param home where its jobs go; one of the machines
     */
    public Trials organization(String name, double shares, Machine home) {
        if (!machines.contains(home)) {
            throw new IllegalArgumentException(
                    "The home '%s' of '%s' is no machine of these trials.\nMaybe Trials.on(List.of(…, it))."
                            .formatted(home.name(), name));
        }
        members.add(new TrialPlan.Member(name, shares, home.name()));
        return this;
    }

    /** The jobs of each seed; asked for once a seed, perhaps by several threads at once. */
    public Trials jobs(LongFunction<Workload> ofSeed) {
        jobs = ofSeed;
        return this;
    }

    /** The same jobs under every seed. */
    public Trials jobs(Workload always) {
        return jobs(seed -> always);
    }

    /** Jobs that a model draws with its defaults; {@link #length} says for how long. */
    public Trials generate(String organization, String model, double load) {
        return generate(organization, model, load, Map.of());
    }

    /**
     * Jobs that a model draws, in place of {@link #jobs}; may be said several times. {@link
     * #length} says for how long.
     *
     * @param organization whose they are; named before
     * @param model a model's name, such as {@code daily-cycle}
     * @param load expected node time of the jobs over that of the home machine, above 0
     * @param options options of the model, by name, in the units of {@link
     *     dandori.policy.spi.Options}; the rest has its defaults
     */
    public Trials generate(
            String organization, String model, double load, Map<String, Double> options) {
        drawn.add(new TrialPlan.Drawn(organization, model, load, options));
        return this;
    }

    /** A policy; its name must be new. */
    public Trials policy(Policy policy) {
        if (policies.putIfAbsent(policy.name(), policy) != null) {
            throw new IllegalArgumentException(
                    "There are two policies '%s'.\nMaybe policy.renamed(…)."
                            .formatted(policy.name()));
        }
        return this;
    }

    /** A policy, put together. */
    public Trials policy(String name, UnaryOperator<Policy.Builder> parts) {
        return policy(parts.apply(Policy.named(name)).build());
    }

    /** One run a policy for each seed from the first to the last; 1 unless said otherwise. */
    public Trials seeds(int first, int last) {
        if (first > last) {
            throw new IllegalArgumentException(
                    "seeds: the first (%d) is above the last (%d).".formatted(first, last));
        }
        seeds = IntStream.rangeClosed(first, last).boxed().toList();
        return this;
    }

    /** How long a run is; unless said otherwise until the last job has ended. */
    public Trials length(Duration whole) {
        length = whole;
        return this;
    }

    /** Jobs submitted before are simulated, but not measured; none unless said otherwise. */
    public Trials warmUp(Duration before) {
        warmUp = before;
        return this;
    }

    /** What becomes of a job that would run beyond its limit: killed unless said otherwise. */
    public Trials overrun(Overrun chosen) {
        overrun = chosen;
        return this;
    }

    /** How much each run checks itself; cheaply unless said otherwise. */
    public Trials checking(Checking chosen) {
        checking = chosen;
        return this;
    }

    /** How many runs at once, at least 1; as many as there are processors unless said otherwise. */
    public Trials threads(int most) {
        threads = most;
        return this;
    }

    /**
     * What else is said to each simulation before it runs: outages, a network, an observer; by
     * several threads at once.
     */
    public Trials setUp(Consumer<Simulation> more) {
        setUp = more;
        return this;
    }

    /**
     * Plays every policy under every seed. Memory: the jobs of about as many seeds as there are
     * threads.
     *
     * @throws IllegalArgumentException if something is missing or does not fit; all at once
     * @throws IllegalStateException if a run fails; it says which
     */
    public TrialResult run() throws InterruptedException {
        TrialPlan plan =
                new TrialPlan(machines, members, drawn, jobs, seeds, length, warmUp, overrun);
        plan.check(policies.keySet());
        Consumer<Simulation> all =
                simulation -> {
                    simulation.checking(checking);
                    setUp.accept(simulation);
                };
        List<Policy> chosen = List.copyOf(policies.values());
        return new TrialResult(
                List.copyOf(policies.keySet()),
                seeds,
                new TrialCells(plan, chosen, seeds, all).played(threads));
    }
}
