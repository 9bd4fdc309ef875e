package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ShapedWorlds.World;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Calendar.OnBegin;
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
import dandori.sim.Simulation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Outages of every kind under every backfill, where there is no twin: full checking finds nothing,
 * every job comes to an end, and none that was drained for lies in an outage of the whole pool.
 */
class OutagesUnderEveryBackfillTest {

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
    void boxesOnTori() {
        for (int seed = 0; seed < 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            int pool = ShapedWorlds.played(world.machine());
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            int nodes = world.machine().pools().get(pool).nodes();
            List<Outage> outages = cutting(ShapedWorlds.outages(random, nodes), random);
            Policy policy =
                    Policy.named("policy")
                            .order(Orders.fcfs())
                            .backfill(BACKFILLS.get(seed % BACKFILLS.size()))
                            .placement(world.placement())
                            .build();
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("w", jobs))
                            .policy(policy)
                            .routing((job, pools) -> pool)
                            .checking(Checking.FULL);
            outages.forEach(simulation::outage);
            play("seed " + seed, simulation, outages);
        }
    }

    @Test
    void resourceGroups() {
        for (int seed = 0; seed < 1_600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
            List<Outage> drained = GroupWorlds.withOutages(plain, seed).outages();
            List<Outage> outages = cutting(drained, random);
            GroupWorld world = new GroupWorld(plain.nodes(), plain.groups(), plain.jobs(), outages);
            Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Simulation simulation = world.simulation(backfill, Placements.firstFit());
            String once = play("seed " + seed, simulation, outages);
            assertThat(play("seed " + seed, simulation, outages)).isEqualTo(once);
        }
    }

    private static List<Outage> cutting(List<Outage> outages, SplittableRandom random) {
        OnBegin[] all = OnBegin.values();
        return outages.stream().map(one -> one.onBegin(all[random.nextInt(all.length)])).toList();
    }

    private static String play(String what, Simulation simulation, List<Outage> outages) {
        JobLog log;
        try {
            log = simulation.run().log();
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
        StringBuilder told = new StringBuilder();
        for (int job = 0; job < log.jobs().count(); job++) {
            JobState state = log.state(job);
            assertThat(state).as("%s, job %d", what, job).isNotEqualTo(JobState.UNBORN);
            told.append(state.text());
            if (!log.hasStarted(job)) {
                continue;
            }
            long start = log.startMillis(job);
            long end = log.endMillis(job);
            told.append(" %d-%d on %s%n".formatted(start, end, log.nodeSet(job)));
            for (Outage outage : outages) {
                boolean isApart =
                        !outage.isWhole()
                                || end <= outage.fromMillis()
                                || start >= outage.toMillis();
                assertThat(isApart).as("%s, job %d in %s", what, job, outage).isTrue();
            }
        }
        return told.toString();
    }
}
