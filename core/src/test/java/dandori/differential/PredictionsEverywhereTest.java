package dandori.differential;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Placement;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Predicted run times where there is no twin: boxes, resource groups, minimum run times, outages.
 * Every backfill comes through with all checks.
 */
class PredictionsEverywhereTest {

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
                    Backfills.lookAhead(50),
                    Backfills.slack(1),
                    Backfills.deadline(0),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                    Backfills.identityEasy());

    @Test
    void boxes() {
        for (int seed = 0; seed < 700; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ShapedWorlds.World world = ShapedWorlds.world(random);
            List<Job> jobs = ofUsers(ShapedWorlds.jobs(random, world.machine().nodes()), 3_000);
            int pool = ShapedWorlds.played(world.machine());
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("world", jobs))
                            .policy(policy(seed, world.placement()))
                            .routing((job, pools) -> pool)
                            .checking(Checking.FULL);
            OutageWorld.run("seed " + seed, simulation);
        }
    }

    @Test
    void groups() {
        for (int seed = 0; seed < 700; seed++) {
            GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
            GroupWorld world = plain.with(ofUsers(plain.jobs(), 1));
            Simulation simulation = world.simulation(Backfills.easy(), Placements.firstFit());
            simulation.policy(policy(seed, Placements.firstFit()));
            OutageWorld.run("seed " + seed, simulation);
        }
    }

    private static Policy policy(int seed, Placement placement) {
        return Policy.named("policy")
                .order(Orders.fcfs())
                .backfill(BACKFILLS.get(seed % BACKFILLS.size()))
                .placement(placement)
                .estimates(Estimates.PREDICTED)
                .build();
    }

    /** The same jobs of two users, with all times so many times as long. */
    private static List<Job> ofUsers(List<Job> jobs, int times) {
        List<Job> some = new ArrayList<>();
        for (Job job : jobs) {
            some.add(
                    new Job(
                            job.id(),
                            job.submitMillis() * times,
                            job.nodes(),
                            job.walltimeMillis() * times,
                            job.runMillis() * times,
                            "user" + job.id() % 2,
                            job.organization(),
                            job.partition(),
                            job.request()));
        }
        return some;
    }
}
