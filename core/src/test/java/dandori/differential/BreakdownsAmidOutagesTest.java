package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ShapedWorlds.World;
import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Easy;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Nodes that break before, during and at the ends of planned outages, under every backfill: full
 * checking finds nothing, and whoever gets to run where nothing breaks does so here, too.
 */
class BreakdownsAmidOutagesTest {

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    new Easy(2),
                    Backfills.shortest(),
                    Backfills.conservative(),
                    Backfills.depth(3),
                    Backfills.replan(),
                    Backfills.selective(2),
                    Backfills.slurm(),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    Backfills.tcs(),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                    Backfills.identityEasy());

    @Test
    void anyNodes() {
        for (int seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = 1 + random.nextInt(8);
            List<Job> jobs = new ArrayList<>();
            for (int id = 0; id < 8; id++) {
                long run = 1L + random.nextInt(12);
                long limit = run + random.nextInt(6);
                jobs.add(new Job(id, random.nextInt(60), 1 + random.nextInt(nodes), limit, run));
            }
            jobs.sort(Comparator.comparingLong(Job::submitMillis));
            Simulation simulation =
                    Simulation.of(Machine.flat("m", nodes), Workload.of("w", jobs))
                            .policy(policy(seed).placement(Placements.firstFit()).build())
                            .checking(Checking.FULL);
            long from = 0;
            for (int i = random.nextInt(3); i >= 0; i--) {
                from += random.nextInt(40);
                long to = from + 1 + random.nextInt(20);
                boolean isWhole = random.nextInt(3) == 0;
                int some = isWhole ? Outage.WHOLE : 1 + random.nextInt(nodes);
                simulation.outage(cutting(new Outage(from, to, some), random));
                from = to;
            }
            play("seed " + seed, simulation, random, nodes, 90);
        }
    }

    @Test
    void boxesOnTori() {
        for (int seed = 0; seed < 800; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            int pool = ShapedWorlds.played(world.machine());
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            int nodes = world.machine().pools().get(pool).nodes();
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("w", jobs))
                            .policy(policy(seed).placement(world.placement()).build())
                            .routing((job, pools) -> pool)
                            .checking(Checking.FULL);
            for (Outage outage : ShapedWorlds.outages(random, nodes)) {
                simulation.outage(cutting(outage, random));
            }
            play("seed " + seed, simulation, random, world.machine().nodes(), last(jobs));
        }
    }

    @Test
    void resourceGroups() {
        for (int seed = 0; seed < 1_600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
            List<Outage> outages = new ArrayList<>();
            for (Outage outage : GroupWorlds.withOutages(plain, seed).outages()) {
                outages.add(cutting(outage, random));
            }
            GroupWorld world = new GroupWorld(plain.nodes(), plain.groups(), plain.jobs(), outages);
            Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Simulation simulation = world.simulation(backfill, Placements.firstFit());
            play("seed " + seed, simulation, random, world.nodes(), last(world.jobs()));
        }
    }

    private static long last(List<Job> jobs) {
        return jobs.stream().mapToLong(Job::submitMillis).max().orElse(0) * 2;
    }

    private static Policy.Builder policy(int seed) {
        Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
        return Policy.named("policy").order(Orders.fcfs()).backfill(backfill);
    }

    private static Outage cutting(Outage outage, SplittableRandom random) {
        return outage.onBegin(OnBegin.values()[random.nextInt(OnBegin.values().length)]);
    }

    private static void play(
            String what, Simulation simulation, SplittableRandom random, int nodes, long until) {
        List<Failure> failures = failures(random, nodes, until);
        JobLog plain = run(what, simulation);
        JobLog log =
                run(
                        what,
                        simulation
                                .failures(machine -> BreakdownsTest.inTurn(failures))
                                .onFailure(OnFailure.REQUEUE));
        for (int job = 0; job < log.jobs().count(); job++) {
            if (plain.hasEnded(job)) {
                assertThat(log.hasEnded(job)).as("%s, job %d ends", what, job).isTrue();
            }
            boolean isRejected = plain.state(job) == JobState.REJECTED;
            assertThat(log.state(job) == JobState.REJECTED).isEqualTo(isRejected);
        }
    }

    private static JobLog run(String what, Simulation simulation) {
        try {
            return simulation.run().log();
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
    }

    private static List<Failure> failures(SplittableRandom random, int nodes, long until) {
        List<Failure> failures = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Breakage cause = Breakage.values()[random.nextInt(3)];
            int first = random.nextInt(nodes);
            int last = cause == Breakage.SWITCH ? first + random.nextInt(nodes - first) : first;
            long repair = cause == Breakage.SOFTWARE ? 0 : random.nextLong(until / 2 + 1);
            long at = random.nextLong(until + 1);
            failures.add(new Failure(at, cause, NodeSet.range(first, last), repair));
        }
        failures.sort(Comparator.comparingLong(Failure::atMillis));
        return failures;
    }
}
