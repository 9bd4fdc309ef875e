package dandori.kit;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Policy;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Plays a policy in a small world, and compares what came of it. */
final class Play {

    private static final ZonedDateTime ORIGIN =
            ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Play() {}

    /** What became of the jobs, under full checking. */
    static JobLog of(SmallWorld world, Policy policy, Observer... told) {
        Simulation simulation =
                Simulation.of(world.machine(), world.workload())
                        .policy(policy)
                        .origin(ORIGIN)
                        .checking(Checking.FULL)
                        .observe(new Patience());
        world.outages().forEach(simulation::outage);
        for (Observer one : told) {
            simulation.observe(one);
        }
        return simulation.run().log();
    }

    /** What differs between two runs of one world, in words; empty if nothing does. */
    static String difference(JobLog log, JobLog other) {
        for (int job = 0; job < log.jobs().count(); job++) {
            String one = what(log, job);
            String another = what(other, job);
            if (!one.equals(another)) {
                return "job %d: %s, and %s".formatted(log.jobs().id(job), one, another);
            }
        }
        return "";
    }

    private static String what(JobLog log, int job) {
        JobState state = log.state(job);
        return log.hasStarted(job)
                ? "%s from %s to %s s on nodes '%s'"
                        .formatted(
                                state,
                                log.startMillis(job) / 1000.0,
                                log.endMillis(job) / 1000.0,
                                log.nodeSet(job))
                : state.toString();
    }

    /** Ends a run that does not end by itself. */
    private static final class Patience implements Observer {

        private static final int MOST_PASSES = 20_000;

        private int passes;

        @Override
        public void passEnded(Situation now) {
            passes++;
            if (passes > MOST_PASSES) {
                throw new IllegalStateException(
                        "the run has not ended after %d passes.".formatted(MOST_PASSES));
            }
        }
    }
}
