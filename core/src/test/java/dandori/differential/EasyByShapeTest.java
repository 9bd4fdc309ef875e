package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Fixture;
import dandori.job.Job;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Easy;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.reference.TwinEasyByShape;
import dandori.reference.TwinTorus;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** EASY on shapes against the rules as they are written, node by node. */
class EasyByShapeTest {

    /** A machine, its twin, and what its boxes are made of. */
    private record World(Machine machine, TwinTorus twin, TorusBoxes placement) {}

    @Test
    void smallWorldsArePlayedNodeByNode() {
        int worlds = Integer.getInteger("dandori.shapeWorlds", 3_000);
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = world(random);
            List<Job> jobs = jobs(random, world.machine().nodes());
            int candidates = seed % 5 == 0 ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
            areEqual("seed " + seed, world, jobs, candidates, Checking.FULL);
        }
    }

    @Test
    void sixthousandJobsOfFugakusSize() {
        int[] units = {24, 23, 24};
        Torus torus = Torus.tofuD(24, 23, 24, 6.8e9);
        boolean[] rings = {true, true, true};
        TwinTorus twin =
                new TwinTorus(
                        units, new int[] {2, 3, 2}, 0, rings, new int[] {1, 1, 4}, 384, 0.1, true);
        World world =
                new World(
                        machine(torus, 0, torus.nodes()),
                        twin,
                        new TorusBoxes(Granule.SHELF, 384, 0.1, true));
        SplittableRandom random = new SplittableRandom(7);
        List<Job> jobs = new ArrayList<>();
        long clock = 0;
        for (int job = 0; job < 1_500; job++) {
            clock += random.nextInt(52_000);
            int nodes = (int) StrictMath.pow(2, 14 * StrictMath.sqrt(random.nextDouble()));
            long run = 1_000L * (1 + (long) StrictMath.exp(4 + 6 * random.nextDouble()));
            jobs.add(new Job(job, clock, nodes, run * (1 + random.nextInt(3)), run));
        }
        areEqual("Fugaku", world, jobs, Integer.MAX_VALUE, Checking.CHEAP);
    }

    private static Machine machine(Torus torus, int firstNode, int nodes) {
        List<Pool> pools = new ArrayList<>();
        if (firstNode > 0) {
            pools.add(new Pool("before", 0, firstNode));
        }
        pools.add(new Pool("played", firstNode, nodes));
        if (firstNode + nodes < torus.nodes()) {
            int next = firstNode + nodes;
            pools.add(new Pool("behind", next, torus.nodes() - next));
        }
        return new Machine("torus", AllocationUnit.NODE, torus, pools);
    }

    private static World world(SplittableRandom random) {
        int[] cells = {2 + random.nextInt(3), 2 + random.nextInt(3), 2 + random.nextInt(3)};
        int[][] allUnits = {{1, 1, 1}, {2, 1, 1}, {2, 3, 2}, {1, 2, 1}};
        int[] unit = allUnits[random.nextInt(allUnits.length)];
        boolean[] wraps = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        int kind = random.nextInt(4);
        int[] granule =
                kind == 0
                        ? null
                        : kind == 1
                                ? new int[] {1, 1, 1}
                                : kind == 2 ? new int[] {1, 1, 2} : new int[] {2, 1, 1};
        for (int axis = 0; axis < 3 && granule != null; axis++) {
            cells[axis] *= granule[axis];
        }
        List<Axis> axes =
                List.of(
                        new Axis("X", cells[0], wraps[0]),
                        new Axis("Y", cells[1], wraps[1]),
                        new Axis("Z", cells[2], wraps[2]),
                        new Axis("a", unit[0], false),
                        new Axis("b", unit[1], true),
                        new Axis("c", unit[2], false));
        Torus torus = new Torus(axes, 3, List.of(1, 0, 2, 3, 4, 5), 1e9);
        int perPlane = torus.nodes() / cells[1];
        boolean isWhole = random.nextInt(3) > 0;
        int first = isWhole ? 0 : random.nextInt(cells[1]);
        int planes = isWhole ? cells[1] : 1 + random.nextInt(cells[1] - first);
        boolean[] rings = new boolean[3];
        for (int axis = 0; axis < 3; axis++) {
            rings[axis] = wraps[axis] && cells[axis] > 2;
        }
        rings[1] &= planes == cells[1];
        int small = random.nextInt(3) == 0 ? 0 : random.nextInt(planes * perPlane);
        double slack = random.nextInt(3) * 0.15;
        boolean byContact = random.nextInt(4) > 0;
        int[] units = {cells[0], planes, cells[2]};
        Granule part =
                granule == null
                        ? Granule.NODE
                        : new Granule(false, granule[0], granule[1], granule[2]);
        return new World(
                machine(torus, first * perPlane, planes * perPlane),
                new TwinTorus(units, unit, first, rings, granule, small, slack, byContact),
                new TorusBoxes(part, small, slack, byContact));
    }

    private static List<Job> jobs(SplittableRandom random, int nodes) {
        List<Job> jobs = new ArrayList<>();
        long clock = 0;
        int most = 1 + random.nextInt(nodes);
        int gap = 1 + random.nextInt(12);
        int loose = 1 + random.nextInt(4);
        for (int job = 0; job < 40; job++) {
            clock += random.nextInt(gap);
            long run = random.nextInt(20);
            long wall = random.nextInt(8) == 0 ? run / 2 : run * (1 + random.nextInt(loose));
            if (random.nextInt(3) == 0) {
                jobs.add(new Job(job, clock, shape(random), wall, run));
            } else {
                jobs.add(new Job(job, clock, 1 + random.nextInt(most), wall, run));
            }
        }
        return jobs;
    }

    private static Shape shape(SplittableRandom random) {
        ShapeMode mode = ShapeMode.values()[random.nextInt(3)];
        Fixture fixture = Fixture.values()[random.nextInt(3)];
        int axes = 1 + random.nextInt(3);
        return new Shape(
                1 + random.nextInt(5),
                axes > 1 ? 1 + random.nextInt(5) : 1,
                axes > 2 ? 1 + random.nextInt(5) : 1,
                axes,
                mode,
                fixture);
    }

    private static void areEqual(
            String name, World world, List<Job> jobs, int candidates, Checking checking) {
        Policy policy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(new Easy(candidates))
                        .placement(world.placement())
                        .build();
        int pool = world.machine().pools().size() > 1 ? played(world.machine()) : 0;
        JobLog log =
                Simulation.of(world.machine(), Workload.of("world", jobs))
                        .policy(policy)
                        .routing((job, pools) -> pool)
                        .checking(checking)
                        .run()
                        .log();
        List<TwinEasyByShape.Played> twin = TwinEasyByShape.play(world.twin(), jobs, candidates);
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

    private static int played(Machine machine) {
        int index = 0;
        while (!machine.pools().get(index).name().equals("played")) {
            index++;
        }
        return index;
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
