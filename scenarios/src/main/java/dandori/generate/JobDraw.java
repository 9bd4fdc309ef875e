package dandori.generate;

import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the jobs of a stream one after the other, each property from a stream of random numbers of
 * its own.
 */
final class JobDraw {

    private final Sizes sizes;
    private final RunTimes runTimes;
    private final Walltimes walltimes;
    private final UserDraw users;
    private final String organization;
    private final WorkloadBuilder jobs;
    private final UniformRandomProvider sizeOf;
    private final UniformRandomProvider powerOf;
    private final UniformRandomProvider runTimeOf;
    private final UniformRandomProvider walltimeOf;
    private final UniformRandomProvider endingOf;
    private final double cancelled; // share of the jobs
    private long latestId;

    JobDraw(Sizes sizes, RunTimes runTimes, Options options, Demand demand, WorkloadBuilder jobs) {
        this.sizes = sizes;
        this.runTimes = runTimes;
        this.jobs = jobs;
        walltimes =
                new Walltimes(
                        options.number("estimates.factor"), options.millis("runTime.longest"));
        users = new UserDraw(options.count("users"), demand, jobs);
        organization = demand.organization();
        sizeOf = demand.random("sizes");
        powerOf = demand.random("powers of two");
        runTimeOf = demand.random("run times");
        walltimeOf = demand.random("time limits");
        endingOf = demand.random("endings");
        cancelled = options.number("endings.cancelled");
    }

    void add(long submitMillis, Sketch sketch) {
        int nodes = sizes.nodes(sizeOf.nextDouble(), powerOf.nextDouble());
        long runMillis = runTimes.millis(runTimeOf.nextDouble());
        long walltimeMillis = walltimes.millis(runMillis, walltimeOf.nextDouble());
        jobs.add(
                ++latestId,
                submitMillis,
                nodes,
                walltimeMillis,
                runMillis,
                users.next(),
                jobs.organization(organization),
                -1,
                -1);
        if (endingOf.nextDouble() < cancelled) {
            jobs.endedByUser();
        }
        sketch.add(nodes, runMillis);
    }
}
