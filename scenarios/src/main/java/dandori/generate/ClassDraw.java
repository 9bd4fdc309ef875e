package dandori.generate;

import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the jobs of an archetype, each property from a stream of random numbers of its own. */
final class ClassDraw {

    private final List<JobClass> classes;
    private final Walltimes[] walltimes; // by class
    private final UserDraw users;
    private final WorkloadBuilder jobs;
    private final UniformRandomProvider classOf;
    private final UniformRandomProvider sizeOf;
    private final UniformRandomProvider powerOf;
    private final UniformRandomProvider runTimeOf;
    private final UniformRandomProvider endingOf;
    private final UniformRandomProvider walltimeOf;
    private final int organizationIndex;
    private long latestId;

    ClassDraw(List<JobClass> classes, Options options, Demand demand, WorkloadBuilder jobs) {
        this.classes = classes;
        this.jobs = jobs;
        walltimes = new Walltimes[classes.size()];
        for (int i = 0; i < walltimes.length; i++) {
            walltimes[i] =
                    new Walltimes(
                            options.number("estimates.factor"),
                            classes.get(i).runTimes().longestMillis(),
                            options.number("estimates.longest"));
        }
        users = new UserDraw(options.count("users"), demand, jobs);
        organizationIndex = jobs.organization(demand.organization());
        classOf = demand.random("classes");
        sizeOf = demand.random("sizes");
        powerOf = demand.random("powers of two");
        runTimeOf = demand.random("run times");
        endingOf = demand.random("endings");
        walltimeOf = demand.random("time limits");
    }

    void add(long submitMillis, Moments drawn) {
        int its = pick(classOf.nextDouble());
        JobClass one = classes.get(its);
        int nodes = one.sizes().nodes(sizeOf.nextDouble(), powerOf.nextDouble());
        long runMillis = one.runTimes().millis(runTimeOf.nextDouble());
        long walltimeMillis = walltimes[its].millis(runMillis, walltimeOf.nextDouble());
        double ending = endingOf.nextDouble();
        int user = users.next();
        boolean isCancelled = ending < one.cancelled();
        long executedMillis = runMillis;
        if (!isCancelled && ending < one.cancelled() + one.overrun()) {
            walltimeMillis = Walltimes.roundedUp(runMillis);
            executedMillis = walltimeMillis;
            runMillis = 2 * walltimeMillis;
        }
        jobs.add(
                ++latestId,
                submitMillis,
                nodes,
                walltimeMillis,
                runMillis,
                user,
                organizationIndex,
                -1,
                -1);
        if (isCancelled) {
            jobs.endedByUser();
        }
        drawn.add(1, nodes, executedMillis, isCancelled);
    }

    private int pick(double u) {
        double upTo = 0;
        for (int i = 0; i < classes.size() - 1; i++) {
            upTo += classes.get(i).share();
            if (u < upTo) {
                return i;
            }
        }
        return classes.size() - 1;
    }
}
