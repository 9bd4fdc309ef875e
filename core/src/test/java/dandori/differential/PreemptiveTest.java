package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.policy.Admission;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.backfill.Preemptive;
import dandori.policy.order.Gittins;
import dandori.policy.order.LeastAttained;
import dandori.policy.order.Orders;
import dandori.policy.order.ShortestRemaining;
import dandori.policy.order.Themis;
import dandori.reference.ClusterJob;
import dandori.reference.ClusterOrder;
import dandori.reference.CoreRun;
import dandori.reference.ReferenceCluster;
import dandori.reference.ReferenceCluster.Fate;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rank and fit with every order, against the slow reference; no work is lost sight of. */
class PreemptiveTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 120);

    /** Both forms of an order. */
    private record Twin(Order fast, ClusterOrder slow) {}

    private static Twin twin(String name, int seed) {
        LeastAttained las =
                new LeastAttained(
                        List.of((10 + seed % 90) / 1_000.0, (120 + seed % 200) / 1_000.0),
                        1 + seed % 3,
                        seed % 2 == 0 ? 0 : seed % 5 / 2.0);
        Gittins gittins = new Gittins((5 + seed % 50) / 1_000.0, 1, 3 + seed % 30, List.of());
        Themis themis = new Themis(1 + seed % 25);
        return switch (name) {
            case "las" -> new Twin(las, ClusterOrder.attained(las));
            case "gittins" -> new Twin(gittins, ClusterOrder.gittins(5 + seed % 50, 3 + seed % 30));
            case "srtf" -> new Twin(new ShortestRemaining(false), ClusterOrder.remaining(false));
            case "srsf" -> new Twin(new ShortestRemaining(true), ClusterOrder.remaining(true));
            case "qssf" -> new Twin(Orders.quasiShortest(), ClusterOrder.quasiShortest());
            case "themis" -> new Twin(themis, ClusterOrder.themis(themis.leaseMillis()));
            default -> new Twin(CoreRun.order(name), ClusterOrder.plain(name));
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "las", "gittins", "srtf", "srsf", "qssf", "themis", "fcfs", "sjf", "saf", "laf",
                "sqf", "lxf", "wfp3", "unicef", "f1", "f3"
            })
    void equalsTheReference(String name) {
        long preempted = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = inTicks(Worlds.random(name.hashCode() * 1_000L + seed, 40));
            Twin twin = twin(name, seed);
            boolean skip = seed % 4 != 3;
            Fate fate = fate(name, seed);
            Estimates estimates = seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED;
            int userLimit = seed % 5 == 4 ? 2 : 0;
            ReferenceCluster slow =
                    new ReferenceCluster(
                                    world,
                                    twin.slow,
                                    ReferenceCluster.rankAndFit(skip),
                                    fate,
                                    estimates,
                                    userLimit)
                            .play();
            Policy policy =
                    Policy.named(name)
                            .order(twin.fast)
                            .backfill(new Preemptive(skip, 0))
                            .preemption(new Fated(fate))
                            .estimates(estimates)
                            .admission(userLimit == 0 ? Admission.OPEN : CoreRun.limit(userLimit))
                            .build();
            preempted += slow.jobs.stream().mapToInt(ClusterJob::stays).filter(n -> n > 1).count();
            compare("%s, seed %d, %s".formatted(name, seed, fate), world, slow, policy);
        }
        assertThat(preempted).as("jobs that made way").isGreaterThan(WORLDS / 10);
    }

    static void compare(String what, World world, ReferenceCluster slow, Policy policy) {
        JobLog log =
                Simulation.of(
                                Machine.flat("cluster", world.nodes()),
                                Workload.of("cluster", world.jobs()))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        for (ClusterJob job : slow.jobs) {
            String which = "%s, %s".formatted(what, job);
            assertThat(log.state(job.index)).as(which).isEqualTo(job.state);
            if (job.stays() == 0) {
                continue;
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
                            + before.stream()
                                    .mapToLong(one -> one.endMillis() - one.startMillis())
                                    .sum();
            assertThat(allocated - lost).as(which).isGreaterThanOrEqualTo(0);
        }
    }

    /** Those whose work is all lost only with orders that do not take turns. */
    private static Fate fate(String name, int seed) {
        boolean takesTurns = List.of("las", "gittins", "themis").contains(name);
        PreemptMode mode = PreemptMode.values()[seed / 2 % 4];
        boolean mayLose = !takesTurns || mode == PreemptMode.KILL || mode == PreemptMode.SUSPEND;
        return new Fate(mayLose ? mode : PreemptMode.SUSPEND, 1 + seed % 7, seed % 3 == 1 ? 2 : 0);
    }

    /** The same world in milliseconds, so that these can be gone through one by one. */
    private static World inTicks(World world) {
        long tick =
                world.jobs().stream()
                        .flatMapToLong(job ->
                                java.util.stream.LongStream.of(
                                        job.submitMillis(), job.walltimeMillis(), job.runMillis()))
                        .reduce(0, PreemptiveTest::divisor);
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            jobs.add(
                    new Job(
                            job.id(),
                            job.submitMillis() / Math.max(1, tick),
                            job.nodes(),
                            job.walltimeMillis() / Math.max(1, tick),
                            job.runMillis() / Math.max(1, tick),
                            job.user(),
                            "",
                            ""));
        }
        return new World(world.nodes(), jobs);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    /** The fate as a part of a policy. */
    record Fated(Fate fate) implements Preemption {

        @Override
        public boolean mayTake(int job, int victim, Situation now) {
            return false;
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
