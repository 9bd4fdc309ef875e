package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Preemptive;
import dandori.policy.order.Gittins;
import dandori.policy.order.LeastAttained;
import dandori.policy.order.Orders;
import dandori.policy.order.Themis;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Rank and fit under every order amid outages, shapes and resource groups, where there is no twin:
 * full checking finds nothing, every job comes to an end, and no work is lost or won on the way.
 */
class PreemptiveEverywhereTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 500);
    private static final List<Backfill> BACKFILLS =
            List.of(new Preemptive(true, 0), new Preemptive(false, 0));

    static List<Order> orders(long unitMillis) {
        List<Order> orders = new ArrayList<>();
        for (String name :
                List.of("fcfs", "sjf", "ljf", "saf", "laf", "sqf", "lxf", "wfp3", "unicef", "f2")) {
            orders.add(CoreRun.order(name));
        }
        double seconds = unitMillis / 1_000.0;
        orders.add(new LeastAttained(List.of(5 * seconds, 20 * seconds), 1, 2));
        orders.add(new LeastAttained(List.of(9 * seconds), 1, 0));
        orders.add(new Gittins(7 * seconds, 1, 4 * unitMillis, List.of(3 * seconds)));
        orders.add(new Themis(3 * unitMillis));
        orders.add(Orders.shortestRemaining());
        orders.add(Orders.smallestRemainingService());
        orders.add(Orders.quasiShortest());
        orders.add(CoreRun.order("fair-tree"));
        orders.add(CoreRun.order("fair-share"));
        orders.add(CoreRun.order("multifactor"));
        orders.add(CoreRun.order("drf"));
        return orders;
    }

    private static Policy policy(int seed, long unit, List<Backfill> backfills, Placement where) {
        List<Order> orders = orders(unit);
        return Policy.named("policy")
                .order(orders.get(seed % orders.size()))
                .backfill(backfills.get(seed / orders.size() % backfills.size()))
                .placement(where)
                .build();
    }

    @Test
    void maintenance() {
        maintenance(BACKFILLS, WORLDS);
    }

    static void maintenance(List<Backfill> backfills, int worlds) {
        for (int seed = 0; seed < worlds; seed++) {
            World world =
                    Worlds.withMaintenance(
                            Worlds.withOrganizations(Worlds.random(seed, 40), seed),
                            seed,
                            seed % 2 == 0);
            Placement where = seed % 3 == 0 ? Placements.firstFit() : Placement.COUNT;
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), Workload.of("w", world.jobs()))
                            .policy(policy(seed, 1_000, backfills, where))
                            .checking(Checking.FULL);
            world.outages().forEach(simulation::outage);
            end("seed " + seed, simulation, world.jobs());
        }
    }

    @Test
    void shapes() {
        shapes(BACKFILLS, WORLDS);
    }

    static void shapes(List<Backfill> backfills, int worlds) {
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ShapedWorlds.World world = ShapedWorlds.world(random);
            int pool = ShapedWorlds.played(world.machine());
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("w", jobs))
                            .policy(policy(seed, 1, backfills, world.placement()))
                            .routing((job, pools) -> pool)
                            .checking(Checking.FULL);
            int nodes = world.machine().pools().get(pool).nodes();
            for (Outage outage : ShapedWorlds.outages(random, nodes)) {
                simulation.outage(OutageWorld.cutting(outage, random));
            }
            end("seed " + seed, simulation, jobs);
        }
    }

    @Test
    void groups() {
        groups(BACKFILLS, WORLDS);
    }

    static void groups(List<Backfill> backfills, int worlds) {
        for (int seed = 0; seed < worlds; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            Policy policy = policy(seed, GroupWorld.HOUR, backfills, Placements.firstFit());
            Simulation simulation =
                    world.simulation(policy.backfill(), policy.placement()).policy(policy);
            end("seed " + seed, simulation, world.jobs());
        }
    }

    /** Runs it to the end of every job, and sums up what each has had. */
    private static void end(String what, Simulation simulation, List<Job> jobs) {
        JobLog log = OutageWorld.run(what, simulation);
        for (int job = 0; job < log.jobs().count(); job++) {
            JobState state = log.state(job);
            String which = "%s, job row %d, %s".formatted(what, job, state);
            assertThat(state).as(which).isNotIn(JobState.UNBORN, JobState.RUNNING);
            assertThat(state).as(which).isNotEqualTo(JobState.WAITING);
            if (state == JobState.COMPLETED) {
                long useful = log.endMillis(job) - log.startMillis(job);
                for (Segment segment : log.segmentsBefore(job)) {
                    useful += segment.lengthMillis() - segment.lostMillis();
                }
                long id = log.jobs().id(job);
                long run =
                        jobs.stream()
                                .filter(one -> one.id() == id)
                                .findFirst()
                                .orElseThrow()
                                .runMillis();
                assertThat(useful).as(which).isEqualTo(run);
            }
        }
    }
}
