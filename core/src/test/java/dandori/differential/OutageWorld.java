package dandori.differential;

import dandori.job.Job;
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

/**
 * A world with outages of every kind, under each backfill in turn and full checking.
 *
 * @param nodes those of its machine
 */
record OutageWorld(Simulation simulation, List<Job> jobs, List<Outage> outages, int nodes) {

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
                    Backfills.slurm(),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    Backfills.tcs(),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                    Backfills.identityEasy());

    /** Boxes on tori. */
    static OutageWorld boxes(int seed, SplittableRandom random) {
        ShapedWorlds.World world = ShapedWorlds.world(random);
        int pool = ShapedWorlds.played(world.machine());
        List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
        int nodes = world.machine().pools().get(pool).nodes();
        List<Outage> outages = cutting(ShapedWorlds.outages(random, nodes), random);
        Simulation simulation =
                Simulation.of(world.machine(), Workload.of("w", jobs))
                        .policy(policy(seed).placement(world.placement()).build())
                        .routing((job, pools) -> pool)
                        .checking(Checking.FULL);
        outages.forEach(simulation::outage);
        return new OutageWorld(simulation, jobs, outages, world.machine().nodes());
    }

    /** Resource groups of one pool. */
    static OutageWorld groups(int seed, SplittableRandom random) {
        GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
        List<Outage> outages = cutting(GroupWorlds.withOutages(plain, seed).outages(), random);
        GroupWorld world = new GroupWorld(plain.nodes(), plain.groups(), plain.jobs(), outages);
        Simulation simulation = world.simulation(backfill(seed), Placements.firstFit());
        return new OutageWorld(simulation, world.jobs(), outages, world.nodes());
    }

    /** First come, first served, with the backfill whose turn it is. */
    static Policy.Builder policy(int seed) {
        return Policy.named("policy").order(Orders.fcfs()).backfill(backfill(seed));
    }

    private static Backfill backfill(int seed) {
        return BACKFILLS.get(seed % BACKFILLS.size());
    }

    /** The same outage, with what becomes of running jobs drawn. */
    static Outage cutting(Outage outage, SplittableRandom random) {
        return outage.onBegin(OnBegin.values()[random.nextInt(OnBegin.values().length)]);
    }

    private static List<Outage> cutting(List<Outage> outages, SplittableRandom random) {
        return outages.stream().map(one -> cutting(one, random)).toList();
    }

    /** What a simulation logs; a fault names the world. */
    static JobLog run(String what, Simulation simulation) {
        try {
            return simulation.run().log();
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
    }
}
