package dandori.reference;

import dandori.job.Consumption;
import dandori.job.Job;
import dandori.job.Request;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.machine.Slowdown;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Worlds by seed: small and large machines, bursts, equal instants, bad estimates, queues that
 * grow.
 */
public final class Worlds {

    private Worlds() {}

    /** Up to so many jobs, in units of time that make ties frequent or rare. */
    public static World random(long seed, int mostJobs) {
        SplittableRandom random = new SplittableRandom(seed);
        int nodes = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 2 + random.nextInt(63);
        int count = Math.max(2, mostJobs / 5 + random.nextInt(mostJobs - mostJobs / 5));
        long tick = random.nextBoolean() ? 1_000 : 2 + random.nextInt(2_000);
        int longest = 1 + random.nextInt(random.nextBoolean() ? 5 : 100);
        double load = 0.5 + 2 * random.nextDouble();
        double meanGap = nodes == 1 ? longest : longest / (2 * load) / 3;
        boolean tooLong = random.nextInt(3) == 0;
        boolean tooLarge = random.nextInt(4) == 0;
        boolean unsorted = random.nextInt(5) == 0;
        int users = 1 + random.nextInt(4);
        List<Job> jobs = new ArrayList<>();
        double at = random.nextInt(3);
        for (int id = 1; id <= count; id++) {
            if (random.nextInt(3) > 0) {
                at += -StrictMath.log(1 - random.nextDouble()) * meanGap * 1.5;
            }
            int most = random.nextInt(3) == 0 ? nodes : Math.max(1, nodes / 2);
            int wanted =
                    1 + random.nextInt(most) + (tooLarge && random.nextInt(15) == 0 ? nodes : 0);
            long walltime = 1L + random.nextInt(longest);
            long run =
                    switch (random.nextInt(5)) {
                        case 0 -> walltime;
                        case 1 -> random.nextInt(3) == 0 ? 0 : 1 + walltime / 10;
                        case 2 -> tooLong ? walltime + random.nextInt(5) : walltime;
                        default -> random.nextLong(walltime + 1);
                    };
            if (random.nextInt(40) == 0) {
                walltime = 0;
                run = 0;
            }
            long submit = (long) at - (unsorted && random.nextInt(4) == 0 ? random.nextInt(3) : 0);
            jobs.add(
                    new Job(
                            id,
                            Math.max(0, submit) * tick,
                            wanted,
                            walltime * tick,
                            run * tick,
                            "user" + random.nextInt(users),
                            "",
                            ""));
        }
        return new World(nodes, jobs);
    }

    /** The same world as the filter of the paper leaves it: without jobs of no length. */
    public static World ofThePaper(World world) {
        List<Job> kept = new ArrayList<>(world.jobs());
        kept.removeIf(job -> job.runMillis() == 0 || job.walltimeMillis() == 0);
        return new World(world.nodes(), kept);
    }

    /** The same world with planned losses of nodes. */
    public static World withOutages(World world, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        long last = world.jobs().stream().mapToLong(Job::submitMillis).max().orElse(0);
        long tick = world.jobs().get(0).walltimeMillis() % 1_000 == 0 ? 1_000 : 1;
        List<Outage> outages = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        int left = world.nodes();
        for (int i = 0; i < count && left > 0; i++) {
            int nodes = 1 + random.nextInt(left);
            left -= nodes;
            long from = random.nextLong(last / tick + 5) * tick;
            long length = (1 + random.nextLong(last / tick / 3 + 3)) * tick;
            outages.add(new Outage(from, from + length, nodes));
        }
        return new World(world.nodes(), world.jobs(), outages);
    }

    /**
     * The same world with maintenance: of the whole machine, which may overlap, and of some nodes.
     *
     * @param mayCut whether it may also kill jobs or send them back
     */
    public static World withMaintenance(World world, long seed, boolean mayCut) {
        SplittableRandom random = new SplittableRandom(seed * 7 + 1);
        List<Outage> outages = new ArrayList<>();
        for (Outage outage : withOutages(world, seed).outages()) {
            boolean isWhole = random.nextInt(3) > 0;
            int nodes = isWhole ? Outage.WHOLE : outage.nodes();
            OnBegin onBegin = OnBegin.values()[mayCut ? random.nextInt(3) : 0];
            outages.add(new Outage(outage.fromMillis(), outage.toMillis(), nodes).onBegin(onBegin));
        }
        return new World(world.nodes(), world.jobs(), outages);
    }

    /**
     * The same world with maintenance and caps on power that overlap in every way.
     *
     * @param mayCut whether they may also kill jobs or send them back
     */
    public static World withCaps(World world, long seed, boolean mayCut) {
        SplittableRandom random = new SplittableRandom(seed * 13 + 5);
        List<Outage> outages = new ArrayList<>();
        if (random.nextBoolean()) {
            outages.addAll(withMaintenance(world, seed, mayCut).outages());
        }
        for (int i = 0; i < 3; i++) {
            for (Outage one : withMaintenance(world, seed * 17 + i, mayCut).outages()) {
                boolean isOff = random.nextBoolean();
                int nodes = one.isWhole() ? 1 + random.nextInt(world.nodes()) : one.nodes();
                outages.add(
                        new Outage(one.fromMillis(), one.toMillis(), nodes)
                                .onBegin(one.onBegin())
                                .because(isOff ? Outage.Loss.OFF : Outage.Loss.IDLE));
            }
        }
        for (int i = 1; i < outages.size(); i++) { // the first has no name
            outages.set(i, outages.get(i).called("planned-" + i));
        }
        return new World(world.nodes(), world.jobs(), outages);
    }

    /** The same world, whose clock is lower at times, by tenths. */
    public static World withSlowdowns(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 19 + 7);
        List<Slowdown> slowdowns = new ArrayList<>();
        for (Outage one : withMaintenance(world, seed * 3 + 1, false).outages()) {
            double speed = (1 + random.nextInt(10)) / 10.0;
            slowdowns.add(new Slowdown(one.fromMillis(), one.toMillis(), "", speed, 100));
        }
        return new World(world.nodes(), world.jobs(), world.outages(), slowdowns);
    }

    /** The same world, whose jobs are of up to four organizations, or of none. */
    public static World withOrganizations(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 11 + 3);
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            int organization = random.nextInt(5);
            String user = random.nextInt(9) == 0 ? "" : job.user();
            jobs.add(owned(job, user, organization == 4 ? "" : "org" + organization));
        }
        return new World(world.nodes(), jobs, world.outages());
    }

    /** The same jobs, of which some use less or more than all of their nodes. */
    public static World withConsumption(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 17 + 1);
        double[] accelerators = {Consumption.ALL, 0, 1, 2};
        double[] memory = {Consumption.ALL, 0, 1, 3, 8};
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            Consumption uses =
                    new Consumption(
                            accelerators[random.nextInt(accelerators.length)],
                            memory[random.nextInt(memory.length)],
                            random.nextInt(3) * 100);
            jobs.add(random.nextInt(3) == 0 ? job : asking(job, Request.of(uses)));
        }
        return new World(world.nodes(), jobs, world.outages());
    }

    /** The same job of somebody else. */
    static Job owned(Job job, String user, String organization) {
        return new Job(
                job.id(),
                job.submitMillis(),
                job.nodes(),
                job.walltimeMillis(),
                job.runMillis(),
                user,
                organization,
                job.partition(),
                job.request());
    }

    /** The same job, but for what it asks for beyond nodes and time. */
    public static Job asking(Job job, Request request) {
        return new Job(
                job.id(),
                job.submitMillis(),
                job.nodes(),
                job.walltimeMillis(),
                job.runMillis(),
                job.user(),
                job.organization(),
                job.partition(),
                request);
    }
}
