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
    private final Users users;
    private final String[] userNames;
    private final String organization;
    private final WorkloadBuilder jobs;
    private final UniformRandomProvider sizeOf;
    private final UniformRandomProvider powerOf;
    private final UniformRandomProvider runTimeOf;
    private final UniformRandomProvider walltimeOf;
    private final UniformRandomProvider userOf;
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
        users = new Users(options.count("users"));
        userNames = new String[options.count("users")];
        organization = demand.organization();
        sizeOf = demand.random("sizes");
        powerOf = demand.random("powers of two");
        runTimeOf = demand.random("run times");
        walltimeOf = demand.random("time limits");
        userOf = demand.random("users");
        endingOf = demand.random("endings");
        cancelled = options.number("endings.cancelled");
    }

    void add(long submitMillis, Sketch sketch) {
        int nodes = sizes.nodes(sizeOf.nextDouble(), powerOf.nextDouble());
        long runMillis = runTimes.millis(runTimeOf.nextDouble());
        long walltimeMillis = walltimes.millis(runMillis, walltimeOf.nextDouble());
        int user = users.pick(userOf.nextDouble());
        if (userNames[user] == null) {
            userNames[user] = organization + "-u" + (user + 1);
        }
        jobs.add(
                ++latestId,
                submitMillis,
                nodes,
                walltimeMillis,
                runMillis,
                jobs.user(userNames[user]),
                jobs.organization(organization),
                -1,
                -1);
        if (endingOf.nextDouble() < cancelled) {
            jobs.endedByUser();
        }
        sketch.add(nodes, runMillis);
    }
}
