package dandori.kit;

import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A machine and a few jobs, made from a seed: bursts, jobs at one instant, estimates good and bad,
 * jobs of no length, jobs that are killed; now and then nodes that leave as planned.
 *
 * @param seed what it was made from
 * @param machine of one pool
 * @param jobs in order of submission
 * @param outages planned losses
 */
record SmallWorld(long seed, Machine machine, List<Job> jobs, List<Outage> outages) {

    private static final long TICK_MILLIS = 1_000;
    private static final int MACHINES = 4;

    /** On how many kinds of machines there are worlds. */
    static int machines() {
        return MACHINES;
    }

    /** A world on a machine whose nodes are all alike. */
    static SmallWorld flat(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Machine machine = Machine.flat("flat", 1 + random.nextInt(24));
        SmallWorld world = on(machine, seed);
        if (seed % 4 != 3 || machine.nodes() == 1) {
            return world;
        }
        long from = random.nextInt(60) * TICK_MILLIS;
        long to = from + (1 + random.nextInt(30)) * TICK_MILLIS;
        Outage outage = new Outage(from, to, 1 + random.nextInt(machine.nodes() - 1));
        return new SmallWorld(seed, machine, world.jobs(), List.of(outage));
    }

    /** A world on a machine of a kind: flat, a fat tree, a dragonfly, a torus. */
    static SmallWorld of(int kind, long seed) {
        if (kind == 0) {
            return flat(seed);
        }
        Interconnect wiring =
                switch (kind) {
                    case 1 -> new FatTree(24, List.of(4, 3), List.of(1.0, 1.0), 1e9);
                    case 2 -> new Dragonfly(3, 2, 4, 1e9, 1e9, 1e9);
                    default -> Torus.tofuD(2, 1, 4, 1e9);
                };
        Pool all = new Pool("all", 0, wiring.nodes());
        return on(
                new Machine(wiring.kind(), AllocationUnit.NODE, wiring, List.of(all)),
                seed * MACHINES + kind);
    }

    private static SmallWorld on(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        int longest = 1 + random.nextInt(40);
        List<Job> jobs = new ArrayList<>();
        int count = 6 + random.nextInt(20);
        long at = 0;
        for (int id = 1; id <= count; id++) {
            at += random.nextInt(3) == 0 ? 0 : random.nextInt(longest);
            jobs.add(job(id, at * TICK_MILLIS, machine.nodes(), longest, random));
        }
        return new SmallWorld(seed, machine, jobs, List.of());
    }

    private static Job job(
            int id, long submitMillis, int most, int longest, SplittableRandom random) {
        int nodes = 1 + random.nextInt(random.nextBoolean() ? most : Math.max(1, most / 3));
        long limit = (1 + random.nextInt(longest)) * TICK_MILLIS;
        long run =
                switch (random.nextInt(4)) {
                    case 0 -> limit;
                    case 1 -> limit + TICK_MILLIS; // it is killed
                    default -> random.nextInt((int) (limit / TICK_MILLIS) + 1) * TICK_MILLIS;
                };
        int user = random.nextInt(4);
        return new Job(
                id, submitMillis, nodes, limit, run, "user" + user, "organization" + user / 2, "");
    }

    /** The jobs. */
    Workload workload() {
        return Workload.of("small", jobs);
    }

    /** When the last third of the jobs begins. */
    long lateMillis() {
        return jobs.get(2 * jobs.size() / 3).submitMillis();
    }

    /** The same world in which jobs that come late ask for something else. */
    SmallWorld withOtherLateJobs() {
        SplittableRandom random = new SplittableRandom(seed + 17);
        List<Job> changed = new ArrayList<>();
        for (Job job : jobs) {
            changed.add(
                    job.submitMillis() < lateMillis()
                            ? job
                            : new Job(
                                    job.id(),
                                    job.submitMillis() + 1 + random.nextInt(50),
                                    1 + random.nextInt(machine.nodes()),
                                    job.walltimeMillis() * (1 + random.nextInt(3)),
                                    job.runMillis() / 2,
                                    job.user(),
                                    job.organization(),
                                    ""));
        }
        changed.sort(Comparator.comparingLong(Job::submitMillis));
        return new SmallWorld(seed, machine, changed, outages);
    }

    @Override
    public String toString() {
        return "world %d (%s, %d nodes)".formatted(seed, machine.name(), machine.nodes());
    }
}
