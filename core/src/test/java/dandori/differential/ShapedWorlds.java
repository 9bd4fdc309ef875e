package dandori.differential;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Fixture;
import dandori.job.Job;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.reference.TwinTorus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small tori, whole or pools of some planes, and jobs with and without shapes. */
final class ShapedWorlds {

    private ShapedWorlds() {}

    /** A machine, its twin, and what its boxes are made of. */
    record World(Machine machine, TwinTorus twin, TorusBoxes placement) {}

    static Machine machine(Torus torus, int firstNode, int nodes) {
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

    static World world(SplittableRandom random) {
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
        boolean gathers = small % 2 == 1;
        int[] units = {cells[0], planes, cells[2]};
        Granule part =
                granule == null
                        ? Granule.NODE
                        : new Granule(false, granule[0], granule[1], granule[2]);
        return new World(
                machine(torus, first * perPlane, planes * perPlane),
                new TwinTorus(units, unit, first, rings, granule, small, slack, byContact, gathers),
                new TorusBoxes(part, small, slack, byContact, gathers));
    }

    static List<Job> jobs(SplittableRandom random, int nodes) {
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

    /** Outages of the pool that is played: of all its nodes, which may overlap, and of some. */
    static List<Outage> outages(SplittableRandom random, int nodes) {
        List<Outage> outages = new ArrayList<>();
        int left = nodes;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long from = random.nextInt(250);
            long to = from + 1 + random.nextInt(40);
            int away = left == 0 || random.nextInt(3) > 0 ? Outage.WHOLE : 1 + random.nextInt(left);
            left -= away == Outage.WHOLE ? 0 : away;
            outages.add(new Outage(from, to, away).in("played"));
        }
        return outages;
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

    /** The index of the pool in which jobs are played. */
    static int played(Machine machine) {
        int index = 0;
        while (!machine.pools().get(index).name().equals("played")) {
            index++;
        }
        return index;
    }
}
