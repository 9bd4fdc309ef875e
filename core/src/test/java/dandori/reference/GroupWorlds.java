package dandori.reference;

import dandori.job.Job;
import dandori.job.Request;
import dandori.machine.Calendar;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Recurrence;
import dandori.machine.Reservation;
import dandori.machine.Tenure;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Worlds with resource groups by seed: overlapping masks, tiers, windows, spot jobs, minima. */
public final class GroupWorlds {

    private static final long HOUR = GroupWorld.HOUR;

    private final SplittableRandom random;
    private final int nodes;
    private final boolean hasWindows;
    private final boolean hasSpot;
    private final boolean hasMinima;
    private final boolean hasOutages;

    private GroupWorlds(long seed, int wanted) {
        this(seed, wanted, false);
    }

    private GroupWorlds(long seed, int wanted, boolean asksForMinima) {
        random = new SplittableRandom(seed);
        nodes = wanted > 0 ? wanted : 3 + random.nextInt(10);
        hasWindows = random.nextInt(3) > 0;
        hasSpot = random.nextInt(2) > 0;
        hasMinima = random.nextInt(3) == 0 || asksForMinima;
        hasOutages = random.nextInt(4) == 0;
    }

    /** A world of up to so many jobs. */
    public static GroupWorld random(long seed, int mostJobs) {
        return new GroupWorlds(seed, 0).world(mostJobs);
    }

    /** A world in which some jobs have minimum run times. */
    public static GroupWorld withMinima(long seed, int mostJobs) {
        return new GroupWorlds(seed, 0, true).world(mostJobs);
    }

    /** The same on so many nodes. */
    public static GroupWorld random(long seed, int mostJobs, int nodes) {
        return new GroupWorlds(seed, nodes).world(mostJobs);
    }

    private GroupWorld world(int mostJobs) {
        List<Partition> groups = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int group = 0; group < count; group++) {
            groups.add(group("g" + group));
        }
        List<Job> jobs = new ArrayList<>();
        int wanted = 3 + random.nextInt(mostJobs - 2);
        double meanGap = 1 + random.nextInt(hasWindows ? 20 : 6);
        double at = random.nextInt(100);
        for (int id = 0; id < wanted; id++) {
            at += random.nextInt(3) == 0 ? 0 : random.nextDouble() * 2 * meanGap;
            jobs.add(job(id, (long) at, "g" + random.nextInt(count)));
        }
        jobs.sort(Comparator.comparingLong(Job::submitMillis));
        return new GroupWorld(nodes, groups, jobs, hasOutages ? outages((long) at) : List.of());
    }

    /** The same jobs in groups of the same names, each of which has all nodes at all times. */
    public static GroupWorld open(GroupWorld world) {
        List<Partition> groups = new ArrayList<>();
        for (Partition one : world.groups()) {
            groups.add(
                    new Partition(
                            one.name(),
                            NodeSet.range(0, world.nodes() - 1),
                            1,
                            world.nodes(),
                            Long.MAX_VALUE,
                            Set.of(),
                            0,
                            Calendar.ALWAYS,
                            Tenure.WHOLE));
        }
        return new GroupWorld(world.nodes(), groups, world.jobs(), List.of());
    }

    /** Another world with outages: of all nodes, which may overlap, and of some. */
    public static GroupWorld withOutages(GroupWorld world, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        long last = world.jobs().get(world.jobs().size() - 1).submitMillis() / HOUR;
        List<Outage> outages = new ArrayList<>();
        int left = world.nodes();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long from = 1 + random.nextLong(last + 20);
            long to = from + 1 + random.nextInt(30);
            if (left == 0 || random.nextInt(3) > 0) {
                outages.add(Outage.whole(from * HOUR, to * HOUR));
            } else {
                int away = 1 + random.nextInt(left);
                left -= away;
                outages.add(new Outage(from * HOUR, to * HOUR, away));
            }
        }
        return new GroupWorld(world.nodes(), world.groups(), world.jobs(), outages);
    }

    /**
     * The same world with reservations for some of three organizations, for a user, and for
     * resource groups.
     */
    public static GroupWorld withReservations(GroupWorld world, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 23 + 11);
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            String user = "u" + random.nextInt(3);
            String organization = random.nextInt(4) == 0 ? "" : "o" + random.nextInt(3);
            jobs.add(Worlds.owned(job, user, organization));
        }
        long last = jobs.get(jobs.size() - 1).submitMillis() / HOUR;
        List<Reservation> reservations = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            reservations.add(reservation("r" + i, world.nodes(), last, random));
        }
        return new GroupWorld(world.nodes(), world.groups(), jobs, world.outages(), reservations);
    }

    private static Reservation reservation(
            String name, int nodes, long last, SplittableRandom random) {
        List<Opening> spans = new ArrayList<>();
        long at = random.nextLong(last + 10);
        for (int span = 0; span < 1 + random.nextInt(4); span++) {
            long to = at + 1 + random.nextInt(30);
            spans.add(new Opening(at * HOUR, to * HOUR, to * HOUR));
            at = to + random.nextInt(20);
        }
        int first = random.nextInt(nodes);
        Set<String> users = random.nextInt(3) == 0 ? Set.of("u1") : Set.of();
        Set<String> organizations = random.nextBoolean() ? Set.of("o1") : Set.of("o1", "o2");
        Set<String> partitions =
                switch (random.nextInt(4)) {
                    case 0 -> Set.of("g1");
                    case 1 -> Set.of("g0", "g2");
                    default -> Set.of();
                };
        return new Reservation(
                name,
                "m",
                NodeSet.range(first, first + random.nextInt(nodes - first)),
                spans,
                random.nextInt(6) == 0 ? Set.of() : organizations,
                users,
                partitions,
                random.nextBoolean() ? 0 : (1 + random.nextInt(8)) * HOUR);
    }

    private Partition group(String name) {
        NodeSet mask = mask();
        boolean limited = random.nextInt(3) == 0;
        int min = limited ? 1 + random.nextInt(2) : 1;
        int max = limited ? min + random.nextInt(mask.size()) : nodes;
        long longest = random.nextInt(3) == 0 ? 5 + random.nextInt(40) : 1_000;
        boolean isSpot = hasSpot && random.nextInt(3) == 0;
        return new Partition(
                name,
                mask,
                min,
                max,
                longest * HOUR,
                Set.of(),
                random.nextInt(3),
                calendar(),
                isSpot ? new Tenure((1 + random.nextInt(8)) * HOUR) : Tenure.WHOLE);
    }

    private NodeSet mask() {
        if (random.nextInt(4) == 0) {
            return NodeSet.range(0, nodes - 1);
        }
        int first = random.nextInt(nodes);
        int last = first + random.nextInt(nodes - first);
        BitSet bits = new BitSet();
        bits.set(first, last + 1);
        for (int node = 0; node < nodes && random.nextInt(3) == 0; node++) {
            bits.flip(random.nextInt(nodes));
        }
        bits.set(first);
        return NodeSet.of(bits);
    }

    private Calendar calendar() {
        if (!hasWindows || random.nextInt(2) == 0) {
            return Calendar.ALWAYS;
        }
        List<Recurrence> rules = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int rule = 0; rule < count; rule++) {
            long length = 1L + random.nextInt(72);
            rules.add(
                    new Recurrence(
                            1 + random.nextInt(4),
                            DayOfWeek.of(1 + random.nextInt(7)),
                            random.nextInt(3),
                            LocalTime.of(random.nextInt(24), 0),
                            length * HOUR,
                            (1 + random.nextLong(length)) * HOUR));
        }
        Calendar.OnBegin[] all = Calendar.OnBegin.values();
        return new Calendar(rules, random.nextInt(3) > 0, all[random.nextInt(all.length)]);
    }

    private Job job(int id, long submit, String group) {
        int most = random.nextInt(3) == 0 ? nodes : Math.max(1, nodes / 2);
        long walltime = 1L + random.nextInt(random.nextInt(4) == 0 ? 60 : 15);
        long run =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextLong(walltime + 1);
                    case 1 -> walltime + random.nextInt(3);
                    default -> walltime;
                };
        long minimum = hasMinima && random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0;
        return new Job(
                id,
                submit * HOUR,
                1 + random.nextInt(most),
                walltime * HOUR,
                run * HOUR,
                "",
                "",
                random.nextInt(5) == 0 ? "" : group,
                new Request(null, null, minimum * HOUR));
    }

    private List<Outage> outages(long last) {
        List<Outage> outages = new ArrayList<>();
        long from = 1 + random.nextLong(last + 20);
        int away = 1 + random.nextInt(nodes);
        outages.add(new Outage(from * HOUR, (from + 1 + random.nextInt(30)) * HOUR, away));
        if (away < nodes && random.nextBoolean()) {
            long second = 1 + random.nextLong(last + 20);
            int more = 1 + random.nextInt(nodes - away);
            long end = second + 1 + random.nextInt(30);
            outages.add(new Outage(second * HOUR, end * HOUR, more));
        }
        return outages;
    }
}
