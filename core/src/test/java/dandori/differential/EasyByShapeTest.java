package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ShapedWorlds.World;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Easy;
import dandori.policy.order.FewestNodesFirst;
import dandori.policy.order.LargestAreaFirst;
import dandori.policy.order.Orders;
import dandori.policy.order.ShortestFirst;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.reference.TwinEasyByShape;
import dandori.reference.TwinTorus;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** EASY on shapes against the rules as they are written, node by node. */
class EasyByShapeTest {

    /** An order of the queue, and its twin. */
    private record Queue(Order order, Comparator<Job> twin) {}

    private static final Queue FCFS = new Queue(Orders.fcfs(), TwinEasyByShape.FCFS);
    private static final Queue SHORTEST_FIRST =
            new Queue(new ShortestFirst(), Comparator.comparingLong(Job::walltimeMillis));
    private static final Queue FEWEST_NODES_FIRST =
            new Queue(new FewestNodesFirst(), Comparator.comparingInt(Job::nodes));
    private static final Queue LARGEST_AREA_FIRST =
            new Queue(
                    new LargestAreaFirst(),
                    Comparator.comparingLong(job -> -job.nodes() * job.walltimeMillis()));

    @Test
    void smallWorldsArePlayedNodeByNode() {
        int worlds = Integer.getInteger("dandori.shapeWorlds", 1_000);
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            int candidates = seed % 5 == 0 ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
            areEqual("seed " + seed, world, jobs, FCFS, List.of(), candidates, Checking.FULL);
        }
    }

    /** Whoever comes later may be the head, and lie where another has had its reservation. */
    @Test
    void thoseWhoComeLaterMayGoFirst() {
        int worlds = Integer.getInteger("dandori.shapeWorlds", 1_000);
        for (int seed = 0; seed < worlds; seed++) {
            for (Queue queue : List.of(SHORTEST_FIRST, FEWEST_NODES_FIRST, LARGEST_AREA_FIRST)) {
                SplittableRandom random = new SplittableRandom(seed);
                World world = ShapedWorlds.world(random);
                List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
                int nodes =
                        world.machine().pools().get(ShapedWorlds.played(world.machine())).nodes();
                List<Outage> outages =
                        seed % 3 == 0 ? ShapedWorlds.outages(random, nodes) : List.of();
                int candidates = seed % 5 == 0 ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
                String name = "seed " + seed + ", " + queue.order();
                areEqual(name, world, jobs, queue, outages, candidates, Checking.FULL);
            }
        }
    }

    @Test
    void smallWorldsWithOutagesArePlayedNodeByNode() {
        int worlds = Integer.getInteger("dandori.shapeWorlds", 2_000);
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            int nodes = world.machine().pools().get(ShapedWorlds.played(world.machine())).nodes();
            List<Outage> outages = ShapedWorlds.outages(random, nodes);
            int candidates = seed % 5 == 0 ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
            areEqual("seed " + seed, world, jobs, FCFS, outages, candidates, Checking.FULL);
        }
    }

    @Test
    void fugakuIsPlayedNodeByNode() {
        fugaku(200, 100_000);
    }

    @Test
    @Tag("long")
    void fugakuIsPlayedNodeByNodeForLong() {
        fugaku(2_000, 52_000);
    }

    private static void fugaku(int count, int gapMillis) {
        int[] units = {24, 23, 24};
        Torus torus = Torus.tofuD(24, 23, 24, 6.8e9);
        boolean[] rings = {true, true, true};
        int[] shelf = {1, 1, 4};
        TwinTorus twin =
                new TwinTorus(units, new int[] {2, 3, 2}, 0, rings, shelf, 384, 0.1, true, false);
        TorusBoxes boxes = new TorusBoxes(Granule.SHELF, 384, 0.1, true);
        World world = new World(ShapedWorlds.machine(torus, 0, torus.nodes()), twin, boxes);
        SplittableRandom random = new SplittableRandom(7);
        List<Job> jobs = new ArrayList<>();
        long clock = 0;
        for (int job = 0; job < count; job++) {
            clock += random.nextInt(gapMillis);
            int nodes = (int) StrictMath.pow(2, 14 * StrictMath.sqrt(random.nextDouble()));
            long run = 1_000L * (1 + (long) StrictMath.exp(4 + 6 * random.nextDouble()));
            jobs.add(new Job(job, clock, nodes, run * (1 + random.nextInt(3)), run));
        }
        areEqual("Fugaku", world, jobs, FCFS, List.of(), Integer.MAX_VALUE, Checking.CHEAP);
    }

    private static void areEqual(
            String name,
            World world,
            List<Job> jobs,
            Queue queue,
            List<Outage> outages,
            int candidates,
            Checking checking) {
        Policy policy =
                Policy.named("easy")
                        .order(queue.order())
                        .backfill(new Easy(candidates))
                        .placement(world.placement())
                        .build();
        int pool = world.machine().pools().size() > 1 ? ShapedWorlds.played(world.machine()) : 0;
        Simulation simulation =
                Simulation.of(world.machine(), Workload.of("world", jobs))
                        .policy(policy)
                        .routing((job, pools) -> pool)
                        .checking(checking);
        outages.forEach(simulation::outage);
        JobLog log;
        try {
            log = simulation.run().log();
        } catch (RuntimeException broken) {
            throw new AssertionError(name + ": " + broken.getMessage(), broken);
        }
        List<TwinEasyByShape.Played> twin =
                TwinEasyByShape.play(world.twin(), jobs, queue.twin(), outages, candidates);
        int first = world.machine().pools().get(pool).firstNode();
        for (int job = 0; job < jobs.size(); job++) {
            TwinEasyByShape.Played expected = twin.get(job);
            String what = "%s, %s, job %d %s".formatted(name, world, job, jobs.get(job));
            boolean started = expected.start < Long.MAX_VALUE;
            if (log.hasStarted(job) != started
                    || (started && log.startMillis(job) != expected.start)) {
                assertThat(log.hasStarted(job) ? log.startMillis(job) : Long.MAX_VALUE)
                        .as(what)
                        .isEqualTo(expected.start);
            }
            if (started && !Arrays.equals(nodes(log.nodeSet(job), first), expected.nodes)) {
                assertThat(nodes(log.nodeSet(job), first)).as(what).isEqualTo(expected.nodes);
            }
        }
    }

    private static int[] nodes(NodeSet set, int first) {
        int[] nodes = new int[set.size()];
        int count = 0;
        for (int i = 0; i < set.intervalCount(); i++) {
            for (int node = set.first(i); node <= set.last(i); node++) {
                nodes[count++] = node - first;
            }
        }
        return nodes;
    }
}
