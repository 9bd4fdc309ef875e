package dandori.generate;

import dandori.engine.Durations;
import dandori.job.Request;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Downey's model of moldable jobs, "A parallel workload model and its implications for processor
 * allocation", HPDC 1997: the logarithms of average parallelism and of work are uniform, and the
 * run time on any number of nodes follows from the speed-up ({@link dandori.job.DowneySpeedup}).
 *
 * <p>A job asks for as many nodes as its average parallelism; backfills such as {@code moldable}
 * may give it others. The load is that of the sizes asked for. O(1) a job.
 */
public final class Downey implements Generator {

    /** For {@link java.util.ServiceLoader}. */
    public Downey() {}

    @Override
    public String name() {
        return "downey";
    }

    @Override
    public String says() {
        return "Moldable jobs: log-uniform parallelism and work, run times by Downey's speed-up.";
    }

    @Override
    public String source() {
        return "Downey, HPDC 1997";
    }

    @Override
    public Optional<List<String>> users(Options options, String organization) {
        return Population.names(options, organization);
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Sizes.largestOption());
        options.add(
                Option.flag("rigid", "false")
                        .says("Whether jobs run on the size that they ask for and no other."));
        options.add(
                Option.duration("work.least", "10s")
                        .atLeast(1_000)
                        .says("Least work: how long one node would take."));
        options.add(Option.duration("work.most", "12d").atLeast(1_000).says("Most work."));
        options.add(
                Option.number("sigma.least", "0")
                        .atLeast(0)
                        .atMost(1_000)
                        .says("Least variance of the parallelism, which is uniform; 0: none."));
        options.add(
                Option.number("sigma.most", "2")
                        .atLeast(0)
                        .atMost(1_000)
                        .says("Largest variance of the parallelism."));
        options.add(Walltimes.factorOption("3"));
        options.addAll(Population.options("30"));
        options.addAll(Activity.options("0.3", "0.5", "1"));
        return options;
    }

    @Override
    public Map<String, String> conflicts(Options options, int machineNodes) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        if (options.millis("work.most") < options.millis("work.least")) {
            conflicts.put("work.most", "must be at least 'work.least'.");
        }
        if (options.number("sigma.most") < options.number("sigma.least")) {
            conflicts.put("sigma.most", "must be at least 'sigma.least'.");
        }
        return conflicts;
    }

    @Override
    public double expectedJobs(Options options, Demand demand) {
        DowneyJobs rules = DowneyJobs.of(options, demand.machineNodes());
        return demand.expectedJobs(meanArea(rules));
    }

    private static double meanArea(DowneyJobs rules) {
        return rules.meanAreaSeconds() * Durations.SECOND_MILLIS;
    }

    @Override
    public List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs) {
        DowneyJobs rules = DowneyJobs.of(options, demand.machineNodes());
        double areaSeconds = rules.meanAreaSeconds();
        double expected = demand.expectedJobs(areaSeconds * Durations.SECOND_MILLIS);
        boolean isRigid = options.flag("rigid");
        UniformRandomProvider parallelismOf = demand.random("parallelism");
        UniformRandomProvider sigmaOf = demand.random("variances");
        UniformRandomProvider workOf = demand.random("work");
        PlainDraw rest =
                new PlainDraw(options, options.millis("work.most"), expected, demand, jobs);
        DrawnJobs drawn = new DrawnJobs();
        double workSum = 0;
        Arrivals arrivals = new Arrivals(demand, Activity.of(options, demand), expected);
        for (long at = arrivals.nextMillis(); at != Arrivals.NONE; at = arrivals.nextMillis()) {
            double parallelism = rules.parallelism(parallelismOf.nextDouble());
            double sigma = rules.sigma(sigmaOf.nextDouble());
            double work = rules.workSeconds(workOf.nextDouble());
            int nodes = DowneyJobs.nodes(parallelism);
            long runMillis = DowneyJobs.runMillis(work, parallelism, sigma);
            rest.add(at, nodes, runMillis);
            if (!isRigid) {
                jobs.request(Request.of(rules.elasticity(parallelism, sigma)));
            }
            drawn.add(nodes, runMillis);
            workSum += work;
        }
        double capacity = demand.capacity();
        double millis = Durations.SECOND_MILLIS;
        double hour = Durations.HOUR_MILLIS / millis;
        return List.of(
                new Figure("jobs", expected, drawn.count()),
                new Figure(
                        "load",
                        expected * areaSeconds * millis / capacity,
                        drawn.area() / capacity),
                new Figure("mean nodes", rules.meanNodes(), drawn.meanNodes()),
                new Figure("mean node hours", areaSeconds / hour, drawn.meanNodeHours()),
                new Figure(
                        "mean work in node hours",
                        rules.meanWorkSeconds() / hour,
                        workSum / drawn.count() / hour));
    }
}
