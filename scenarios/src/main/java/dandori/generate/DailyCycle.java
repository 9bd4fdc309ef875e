package dandori.generate;

import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plain model: Poisson arrivals that follow the hours of the week, log-normal run times, sizes
 * that are mostly powers of two, time limits that are too long, a few users who submit most.
 *
 * <p>Size, run time, time limit, user and ending of the i-th job are the i-th numbers of streams of
 * their own; they do not depend on each other, which real jobs do somewhat.
 *
 * <p>A load is met in expectation: the rate is load · nodes / (mean size · mean run time), whose
 * two means are computed from the rules that draw, not from a sample. The load of the jobs drawn
 * differs from it by chance, more so where few large jobs make up most of it; see {@link Figure}.
 * O(1) a job.
 */
public final class DailyCycle implements Generator {

    private final Map<Rules, Means> known = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public DailyCycle() {}

    @Override
    public String name() {
        return "daily-cycle";
    }

    @Override
    public String says() {
        return "Poisson arrivals that follow the hours of the week, log-normal run times, mostly"
                + " powers of two.";
    }

    @Override
    public Optional<List<String>> users(Options options, String organization) {
        return Optional.of(NamedUsers.names(options.count("users"), organization));
    }

    @Override
    public List<Option> options() {
        List<Option> options =
                new ArrayList<>(
                        List.of(
                                Option.count("nodes.min", "1")
                                        .positive()
                                        .says("The smallest size."),
                                Sizes.largestOption(),
                                Option.number("nodes.powersOfTwo", "0.75")
                                        .atLeast(0)
                                        .atMost(1)
                                        .says("Share of jobs whose size is a power of two."),
                                Option.number("nodes.skew", "1.5")
                                        .atLeast(0.1)
                                        .atMost(20)
                                        .says(
                                                "1 spreads jobs evenly over the powers of two; more makes small"
                                                        + " jobs the rule."),
                                Option.duration("runTime.median", "30min")
                                        .atLeast(1_000)
                                        .says("Half of the jobs run no longer."),
                                Option.duration("runTime.p95", "8h")
                                        .atLeast(1_000)
                                        .says("95 % of the jobs run no longer."),
                                Option.duration("runTime.longest", "1d")
                                        .atLeast(1_000)
                                        .says("Run times are cut here."),
                                Walltimes.factorOption("3"),
                                Option.count("users", "30")
                                        .positive()
                                        .atMost(1_000_000)
                                        .says(
                                                "How many users there are; the k-th submits in proportion to 1/k."),
                                Option.number("endings.cancelled", "0")
                                        .atLeast(0)
                                        .atMost(1)
                                        .says(
                                                "Share of jobs that their users end at the run time.")));
        options.addAll(Activity.options("0.3", "0.5", "1"));
        return options;
    }

    @Override
    public Map<String, String> conflicts(Options options, int machineNodes) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        int max = largest(options, machineNodes);
        if (options.count("nodes.min") > max) {
            conflicts.put(
                    "nodes.min",
                    "must be at most the largest size, %d, but is %d."
                            .formatted(max, options.count("nodes.min")));
        }
        if (options.millis("runTime.p95") < options.millis("runTime.median")) {
            conflicts.put("runTime.p95", "must be at least the median.");
        }
        if (options.millis("runTime.longest") < options.millis("runTime.median")) {
            conflicts.put("runTime.longest", "must be at least the median.");
        }
        return conflicts;
    }

    @Override
    public double expectedJobs(Options options, Demand demand) {
        return means(options, demand).jobs(demand);
    }

    /** The means are the same for all seeds, and take longer to find than a short run's jobs. */
    private Means means(Options options, Demand demand) {
        return known.computeIfAbsent(
                new Rules(sizes(options, demand), runTimes(options)), Means::of);
    }

    /** How sizes and run times are drawn. */
    private record Rules(Sizes sizes, RunTimes runTimes) {}

    /** What jobs come to on average; each takes a few milliseconds to find. */
    private record Means(double nodes, double runMillis) {

        static Means of(Rules rules) {
            return new Means(rules.sizes().mean(), rules.runTimes().mean());
        }

        double jobs(Demand demand) {
            return demand.expectedJobs(nodes * runMillis);
        }
    }

    @Override
    public List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs) {
        Means means = means(options, demand);
        double expected = means.jobs(demand);
        Sketch sketch = new Sketch();
        JobDraw draw =
                new JobDraw(sizes(options, demand), runTimes(options), options, demand, jobs);
        Arrivals arrivals = new Arrivals(demand, Activity.of(options, demand), expected);
        for (long at = arrivals.nextMillis(); at != Arrivals.NONE; at = arrivals.nextMillis()) {
            draw.add(at, sketch);
        }
        RunTimes runTimes = runTimes(options);
        double capacity = demand.capacity();
        return List.of(
                new Figure("jobs", expected, sketch.count()),
                new Figure(
                        "load",
                        expected * means.nodes() * means.runMillis() / capacity,
                        sketch.area() / capacity),
                new Figure("mean nodes", means.nodes(), sketch.meanNodes()),
                new Figure(
                        "median run time in s",
                        runTimes.millis(0.5) / 1e3,
                        sketch.runQuantile(0.5) / 1e3),
                new Figure(
                        "p95 run time in s",
                        runTimes.millis(0.95) / 1e3,
                        sketch.runQuantile(0.95) / 1e3));
    }

    static Sizes sizes(Options options, Demand demand) {
        return new Sizes(
                options.count("nodes.min"),
                largest(options, demand.machineNodes()),
                options.number("nodes.powersOfTwo"),
                options.number("nodes.skew"));
    }

    static RunTimes runTimes(Options options) {
        return new RunTimes(
                options.millis("runTime.median"),
                options.millis("runTime.p95"),
                options.millis("runTime.longest"));
    }

    private static int largest(Options options, int machineNodes) {
        int max = options.count("nodes.max");
        return max == Integer.MAX_VALUE ? machineNodes : max;
    }
}
