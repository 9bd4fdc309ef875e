package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.reference.ClusterJob;
import dandori.reference.ClusterOrder;
import dandori.reference.CoreRun;
import dandori.reference.ReferenceCluster;
import dandori.reference.ReferenceCluster.Fate;
import dandori.reference.World;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A world of a training cluster, played by the engine and by the slow reference, job by job.
 *
 * @param world the machine and the jobs
 * @param fate what becomes of jobs that are taken off
 * @param estimates what the rules are told
 * @param userLimit how many jobs of one user may run at once; 0 for no limit
 */
record ClusterTwins(World world, Fate fate, Estimates estimates, int userLimit) {

    private static final PreemptMode[] MODES = {
        PreemptMode.SUSPEND, PreemptMode.KILL, PreemptMode.CHECKPOINT
    };

    /** Both forms of an order. */
    record Ordered(Order fast, ClusterOrder slow) {

        /** One of the plain orders. */
        static Ordered plain(String name) {
            return new Ordered(CoreRun.order(name), ClusterOrder.plain(name));
        }
    }

    /** One of many for rules under which turns have a length. */
    static ClusterTwins ofTurns(World world, int seed, long turnMillis) {
        return new ClusterTwins(
                world,
                new Fate(MODES[seed % 3], 1, seed % 2 == 0 ? 0 : turnMillis / 7),
                seed % 4 == 0 ? Estimates.EXACT : Estimates.REQUESTED,
                seed % 5 == 4 ? 2 : 0);
    }

    /** Plays it by both, and answers the reference's account if there is no difference. */
    ReferenceCluster compare(
            String what, Ordered order, ReferenceCluster.Pass pass, Backfill backfill) {
        return compare(what, order, pass, backfill, job -> true);
    }

    /** The same where only some make way. */
    ReferenceCluster compare(
            String what,
            Ordered order,
            ReferenceCluster.Pass pass,
            Backfill backfill,
            IntPredicate makeWay) {
        ReferenceCluster slow =
                new ReferenceCluster(world, order.slow, pass, fate, estimates, userLimit).play();
        Policy policy =
                Policy.named("p")
                        .order(order.fast)
                        .backfill(backfill)
                        .preemption(new Fated(fate, makeWay))
                        .estimates(estimates)
                        .admission(userLimit == 0 ? Admission.OPEN : CoreRun.limit(userLimit))
                        .build();
        JobLog log =
                Simulation.of(
                                Machine.flat("cluster", world.nodes()),
                                Workload.of("cluster", world.jobs()))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        for (ClusterJob job : slow.jobs) {
            compare("%s, %s, %s".formatted(what, fate, job), job, log);
        }
        return slow;
    }

    private static void compare(String which, ClusterJob job, JobLog log) {
        assertThat(log.state(job.index)).as(which).isEqualTo(job.state);
        if (job.stays() == 0) {
            return;
        }
        assertThat(log.startMillis(job.index)).as(which).isEqualTo(job.start);
        assertThat(log.endMillis(job.index)).as(which).isEqualTo(job.end);
        List<Segment> before = log.segmentsBefore(job.index);
        assertThat(before).as(which).hasSize(job.stays() - 1);
        long lost = before.stream().mapToLong(Segment::lostMillis).sum();
        assertThat(lost).as(which).isEqualTo(job.state == JobState.PREEMPTED ? 0 : job.lost);
        long allocated =
                log.endMillis(job.index)
                        - log.startMillis(job.index)
                        + before.stream().mapToLong(Segment::lengthMillis).sum();
        assertThat(allocated - lost).as(which).isGreaterThanOrEqualTo(0);
    }

    /** The fate as a part of a policy. */
    private record Fated(Fate fate, IntPredicate makeWay) implements Preemption {

        @Override
        public boolean mayTake(int job, int victim, Situation now) {
            return false;
        }

        @Override
        public boolean mayMakeWay(int victim, Situation now) {
            return makeWay.test(victim);
        }

        @Override
        public PreemptMode mode(int victim, Situation now) {
            return fate.mode();
        }

        @Override
        public long checkpointedMillis(int victim, long workMillis) {
            return workMillis / fate.every() * fate.every();
        }

        @Override
        public long restartMillis(int victim) {
            return fate.restart();
        }
    }
}
