package dandori.generate;

import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws what models of sizes and run times leave open, users and time limits, as {@link DailyCycle}
 * does, and adds the jobs.
 */
final class PlainDraw {

    private final Walltimes walltimes;
    private final UserDraw users;
    private final int organization;
    private final WorkloadBuilder jobs;
    private final UniformRandomProvider walltimeOf;
    private long latestId;

    PlainDraw(
            Options options,
            long longestMillis,
            double expectedJobs,
            Demand demand,
            WorkloadBuilder jobs) {
        walltimes = new Walltimes(options.number("estimates.factor"), longestMillis);
        users = new UserDraw(Population.count(options, expectedJobs, demand), demand, jobs);
        organization = jobs.organization(demand.organization());
        this.jobs = jobs;
        walltimeOf = demand.random("time limits");
    }

    /** Adds a job. */
    void add(long submitMillis, int nodes, long runMillis) {
        jobs.add(
                ++latestId,
                submitMillis,
                nodes,
                walltimes.millis(runMillis, walltimeOf.nextDouble()),
                runMillis,
                users.next(),
                organization,
                -1,
                -1);
    }
}
