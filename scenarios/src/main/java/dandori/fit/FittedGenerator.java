package dandori.fit;

import dandori.engine.Durations;
import dandori.generate.Demand;
import dandori.generate.Figure;
import dandori.generate.Generator;
import dandori.generate.NamedUsers;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of a fitted model for an organization: as many as are asked for, from the same users, with
 * the model's week, which begins at time 0, and its bursts. What is scaled is how often jobs come.
 * Those of equal models are equal. What a job comes to on average is summed once.
 */
public final class FittedGenerator implements Generator {

    private static final String PROCESSORS = "processorsPerNode";

    private final FittedModel model;
    private final Map<Integer, MeanJob> means = new ConcurrentHashMap<>(); // by processors a node

    /** Draws the jobs of a model. */
    public FittedGenerator(FittedModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public String says() {
        return "Jobs of a model that is fitted to a log.";
    }

    @Override
    public List<Option> options() {
        return declared();
    }

    /** The options that jobs of every fitted model have. */
    public static List<Option> declared() {
        return List.of(
                Option.count(PROCESSORS, "1")
                        .positive()
                        .says(
                                "How many of the model's units, the log's processors, make one unit of"
                                        + " the machine; jobs are rounded up."));
    }

    /** No size is cut: a model of a larger machine is refused. */
    @Override
    public Map<String, String> conflicts(Options options, int machineNodes) {
        int largest = nodes(model.sizes().largest(), options.count(PROCESSORS));
        return largest <= machineNodes
                ? Map.of()
                : Map.of(
                        "fit",
                        "its largest jobs ask for %d, but the machine has %d."
                                .formatted(largest, machineNodes));
    }

    @Override
    public Optional<List<String>> users(Options options, String organization) {
        return Optional.of(NamedUsers.names(model.habits().users(), organization));
    }

    @Override
    public double expectedJobs(Options options, Demand demand) {
        return expectedJobs(mean(options), demand);
    }

    private MeanJob mean(Options options) {
        return means.computeIfAbsent(options.count(PROCESSORS), count -> MeanJob.of(model, count));
    }

    private static double expectedJobs(MeanJob mean, Demand demand) {
        return demand.expectedJobs(mean.area() * 1_000);
    }

    @Override
    public List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs) {
        int processorsPerNode = options.count(PROCESSORS);
        MeanJob mean = mean(options);
        double expected = expectedJobs(mean, demand);
        double unscaled = model.expectedJobs((double) demand.lengthMillis() / Durations.DAY_MILLIS);
        FittedDraw draw =
                new FittedDraw(
                        model.withJobsPerDay(model.jobsPerDay() * (expected / unscaled)),
                        demand.lengthMillis(),
                        purpose -> demand.random("fitted " + purpose));
        NamedUsers users = NamedUsers.of(model.habits().users(), demand.organization(), jobs);
        int organization = jobs.organization(demand.organization());
        long count = 0;
        double nodes = 0;
        double runMillis = 0;
        double area = 0;
        while (draw.next()) {
            int size = nodes(draw.nodes(), processorsPerNode);
            jobs.add(
                    ++count,
                    draw.submitMillis(),
                    size,
                    draw.limitMillis(),
                    draw.runMillis(),
                    users.index(draw.user()),
                    organization,
                    -1,
                    -1);
            nodes += size;
            runMillis += draw.runMillis();
            area += (double) size * draw.runMillis();
        }
        double capacity = demand.capacity();
        long some = Math.max(1, count);
        return List.of(
                new Figure("jobs", expected, count),
                new Figure("load", expected * mean.area() * 1_000 / capacity, area / capacity),
                new Figure("mean nodes", mean.nodes(), nodes / some),
                new Figure("mean run time in s", mean.runSeconds(), runMillis / 1e3 / some));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FittedGenerator its && its.model.equals(model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    /** How many units of the machine hold so many of the model. */
    static int nodes(int size, int processorsPerNode) {
        return -Math.floorDiv(-size, processorsPerNode);
    }
}
