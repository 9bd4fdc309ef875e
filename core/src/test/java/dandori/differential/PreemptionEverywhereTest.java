package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.job.Communication;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Pattern;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.network.NetworkModel;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.ByTurns;
import dandori.reference.CoreRun;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Overrun;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Jobs that make way where there is no twin: in resource groups, in boxes, where nodes fail and
 * where the network slows jobs. Full checking goes along, everybody comes to an end, and the work
 * that jobs have kept is the work that they had to do, to the millisecond.
 */
class PreemptionEverywhereTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 400);

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    Backfills.shortest(),
                    Backfills.identityEasy(),
                    Backfills.conservative(),
                    Backfills.depth(3),
                    Backfills.replan(),
                    Backfills.selective(2),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")));

    private static Policy policy(int seed, Backfill backfill, Placement placement) {
        return Policy.named("p")
                .order(seed / 2 % 3 == 0 ? Orders.wfp3() : Orders.fcfs())
                .backfill(backfill)
                .placement(placement)
                .preemption(ByTurns.of(seed))
                .build();
    }

    private static Backfill backfill(int seed) {
        return BACKFILLS.get(seed % BACKFILLS.size());
    }

    @Test
    void inResourceGroups() {
        List<Placement> placements =
                List.of(Placements.firstFit(), Placements.bestFit(), Placements.random(3));
        int preempted = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            Placement placement = placements.get(seed % 3);
            Simulation simulation =
                    world.simulation(backfill(seed), placement)
                            .policy(policy(seed, backfill(seed), placement));
            JobLog log = play("seed " + seed, simulation);
            preempted += log.hasSegments() ? 1 : 0;
        }
        assertThat(preempted).isGreaterThan(WORLDS / 10);
    }

    @Test
    void inBoxes() {
        int preempted = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed * 17L);
            ShapedWorlds.World world = ShapedWorlds.world(random);
            int played = ShapedWorlds.played(world.machine());
            int nodes = world.machine().pools().get(played).nodes();
            List<Job> jobs = ShapedWorlds.jobs(random, nodes);
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("w", jobs))
                            .policy(policy(seed, backfill(seed), world.placement()))
                            .checking(Checking.FULL);
            JobLog log = play("seed " + seed, simulation);
            checkWork("seed " + seed, jobs, log, ByTurns.of(seed), 0);
            preempted += log.hasSegments() ? 1 : 0;
        }
        assertThat(preempted).isGreaterThan(WORLDS / 10);
    }

    @Test
    void whileNodesFail() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed * 19L);
            World world = Worlds.random(seed, 30);
            long tick = 1 + world.jobs().get(world.jobs().size() - 1).submitMillis() / 40;
            List<Failure> failures = new ArrayList<>();
            long at = 0;
            for (int i = 0; i < 30; i++) {
                at += random.nextLong(2 * tick);
                int node = random.nextInt(world.nodes());
                failures.add(
                        new Failure(
                                at,
                                Breakage.NODE,
                                NodeSet.range(node, node),
                                random.nextLong(3 * tick)));
            }
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), Workload.of("w", world.jobs()))
                            .policy(policy(seed, backfill(seed), Placements.firstFit()))
                            .failures(machine -> BreakdownsTest.inTurn(failures))
                            .onFailure(OnFailure.REQUEUE)
                            .overrun(seed % 3 == 0 ? Overrun.EXTEND : Overrun.KILL)
                            .checking(Checking.FULL);
            checkWork(
                    "seed " + seed,
                    world.jobs(),
                    play("seed " + seed, simulation),
                    ByTurns.of(seed),
                    0);
        }
    }

    @Test
    void whereTheNetworkSlowsJobs() {
        Request talks = new Request(null, new Communication(Pattern.RING_ALL_REDUCE, 1e9), 0);
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.random(seed * 23L, 30);
            List<Job> jobs = new ArrayList<>();
            for (Job job : world.jobs()) {
                long walltime = 3 * job.walltimeMillis();
                jobs.add(
                        new Job(
                                job.id(),
                                job.submitMillis(),
                                job.nodes(),
                                walltime,
                                Math.min(walltime, job.runMillis()),
                                "",
                                "",
                                "",
                                talks));
            }
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), Workload.of("w", jobs))
                            .policy(policy(seed, backfill(seed), Placements.firstFit()))
                            .network(new Crowd())
                            .overrun(seed % 3 == 0 ? Overrun.EXTEND : Overrun.KILL)
                            .checking(Checking.FULL);
            checkWork("seed " + seed, jobs, play("seed " + seed, simulation), ByTurns.of(seed), 1);
        }
    }

    /** Those who have had their minimum make way for whoever is first, of whichever quality. */
    @Test
    void amidMinimumRunTimes() {
        int preempted = 0;
        int ended = 0;
        for (int seed = 0; seed < 2 * WORLDS; seed++) {
            GroupWorld world = GroupWorlds.withMinima(seed, 4 + seed % 37);
            boolean isCounted = seed / 4 % 2 == 0 && !backfill(seed).reservesPlaces();
            Placement placement = isCounted ? Placements.count() : Placements.firstFit();
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), Workload.of("w", world.jobs()))
                            .policy(policy(seed, backfill(seed), placement))
                            .checking(Checking.FULL);
            world.outages().forEach(simulation::outage);
            JobLog log = play("seed " + seed, simulation);
            preempted += log.hasSegments() ? 1 : 0;
            for (int job = 0; job < log.jobs().count(); job++) {
                ended += log.state(job) == JobState.PREEMPTED ? 1 : 0;
            }
        }
        assertThat(preempted).isGreaterThan(WORLDS / 10);
        assertThat(ended).isGreaterThan(WORLDS / 10);
    }

    private static JobLog play(String what, Simulation simulation) {
        try {
            JobLog log = simulation.run().log();
            for (int job = 0; job < log.jobs().count(); job++) {
                boolean isOver =
                        log.state(job) == JobState.REJECTED
                                || log.state(job) == JobState.WAITING // no group lets it start
                                || log.hasEnded(job);
                assertThat(isOver).as("%s, job %d", what, job).isTrue();
            }
            return log;
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
    }

    /** Whoever has completed has done its work, and no more, in the time that was not lost. */
    private static void checkWork(
            String what, List<Job> jobs, JobLog log, ByTurns rule, long rounding) {
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.state(job) != JobState.COMPLETED) {
                continue;
            }
            long id = log.jobs().id(job);
            Job its = jobs.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
            long work =
                    log.executedLastMillis(job) - log.lostLastMillis(job) - log.stalledMillis(job);
            for (Segment one : log.segmentsBefore(job)) {
                assertThat(one.lostMillis()).isBetween(0L, one.lengthMillis());
                work += one.lengthMillis() - one.lostMillis();
            }
            String where = "%s, job %d, %s".formatted(what, job, rule);
            assertThat(work).as(where).isCloseTo(its.runMillis(), within(rounding));
            if (rule.mode() == PreemptMode.REQUEUE) {
                assertThat(log.lostMillis(job))
                        .as(where)
                        .isEqualTo(
                                log.segmentsBefore(job).stream()
                                        .mapToLong(Segment::lengthMillis)
                                        .sum());
            }
        }
    }

    /** Who talks is the slower the more do. */
    private static final class Crowd implements NetworkModel {

        private final TreeSet<Integer> talking = new TreeSet<>();

        @Override
        public NetworkModel forRun(Machine machine) {
            return new Crowd();
        }

        @Override
        public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
            talking.add(job);
        }

        @Override
        public void ended(int job) {
            talking.remove(job);
        }

        @Override
        public void changes(Listener listener) {
            for (int job : talking) {
                listener.speed(job, 1 / (1 + 0.2 * (talking.size() - 1)));
            }
        }
    }
}
