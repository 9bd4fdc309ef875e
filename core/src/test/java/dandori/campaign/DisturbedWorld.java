package dandori.campaign;

import dandori.engine.RandomStreams;
import dandori.failure.FailureModel;
import dandori.failure.Hazard;
import dandori.failure.NodeHazard;
import dandori.failure.Repair;
import dandori.failure.SoftwareHazard;
import dandori.failure.SwitchHazard;
import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.Window;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.backfill.Moldable;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A small world drawn at random, in which nearly everything goes wrong that can: one or two
 * machines of up to two pools with and without resource groups, ordinary jobs, one to three
 * campaigns, failures of nodes, switches and software, planned outages.
 */
final class DisturbedWorld {

    private static final List<String> KINDS = List.of("all", "first", "unsafe");
    private static final long LATEST = 60_000; // for those that would go on for ever

    /** What came of a run, and what its pieces were told. */
    record Played(Outcome outcome, Watched watched, List<CampaignOutcome> campaigns) {}

    final List<Machine> machines = new ArrayList<>();
    final List<Campaign> campaigns = new ArrayList<>();
    final Workload workload;
    final boolean fails; // an ordinary job that is hit
    private final long seed;
    private final FailureModel[] breaks;
    private final List<Outage> outages = new ArrayList<>();
    private final Backfill backfill;
    private final Placement placement;
    private final Order order;
    private final long horizonMillis;
    private final Estimates estimates;
    private final SplittableRandom random;

    private final SplittableRandom sizes; // null where campaigns are rigid

    DisturbedWorld(int seed) {
        this(seed, false, false);
    }

    /**
     * The same, perhaps with other numbers of nodes on which campaigns can run.
     *
     * @param resizes whether the policy makes use of that
     */
    DisturbedWorld(int seed, boolean isElastic, boolean resizes) {
        this.seed = seed;
        sizes = isElastic ? new SplittableRandom(seed + 9L) : null;
        random = new SplittableRandom(seed);
        int machineCount = 1 + random.nextInt(2);
        for (int i = 0; i < machineCount; i++) {
            machines.add(machine("m" + i));
        }
        breaks = new FailureModel[machineCount];
        for (int i = 0; i < machineCount; i++) {
            breaks[i] = breaks(machines.get(i));
        }
        drawOutages();
        int campaignCount = 1 + random.nextInt(3);
        for (int i = 0; i < campaignCount; i++) {
            campaigns.add(campaign(i));
        }
        workload = others();
        fails = random.nextInt(3) == 0;
        backfill = pick(resizes ? resizing() : backfills());
        order = pick(List.of(Orders.fcfs(), Orders.wfp3(), Orders.smallestAreaFirst()));
        placement =
                pick(
                        List.of(
                                Placements.firstFit(),
                                Placements.bestFit(),
                                Placements.roundRobin(),
                                Placements.random(seed)));
        horizonMillis = random.nextInt(3) == 0 ? random.nextInt(400) : LATEST;
        estimates = pick(List.of(Estimates.values()));
    }

    private static List<Backfill> backfills() {
        return List.of(
                Backfills.none(),
                Backfills.easy(),
                Backfills.shortest(),
                Backfills.conservative(),
                Backfills.replan(),
                Backfills.selective(2),
                Backfills.lookAhead(50),
                Backfills.slack(1),
                Backfills.deadline(50),
                Backfills.slurm(),
                CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                Backfills.tcs(),
                CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                Backfills.depth(2),
                Backfills.identityEasy());
    }

    private List<Backfill> resizing() {
        long interval = random.nextInt(3) == 0 ? 0 : random.nextInt(60);
        return List.of(
                new Malleable(Aim.COMPLETION, interval, random.nextInt(9)),
                new Malleable(Aim.GOODPUT, interval, random.nextInt(9)),
                new Moldable());
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Machine machine(String name) {
        int leaves = 2 + random.nextInt(3);
        int nodes = 4 * leaves;
        int first = 4 + random.nextInt(nodes - 7);
        return new Machine(
                name,
                AllocationUnit.NODE,
                random.nextBoolean()
                        ? new Flat(nodes)
                        : new FatTree(nodes, List.of(4), List.of(1.0), 1e9),
                random.nextInt(3) == 0
                        ? List.of(
                                pool(name + "-x", 0, first),
                                pool(name + "-y", first, nodes - first))
                        : List.of(pool(name, 0, nodes)));
    }

    /** Without groups, or with three: everybody's, one that comes first, and one that is unsafe. */
    private Pool pool(String name, int first, int nodes) {
        if (random.nextInt(3) > 0) {
            return new Pool(name, first, nodes);
        }
        List<Partition> groups = new ArrayList<>();
        for (String kind : KINDS) {
            boolean isFirst = kind.equals("first");
            groups.add(
                    new Partition(
                            name + "-" + kind,
                            NodeSet.range(first, first + nodes - (isFirst ? 2 : 1)),
                            1,
                            nodes,
                            Long.MAX_VALUE,
                            Set.of(),
                            isFirst ? 0 : 1,
                            Calendar.ALWAYS,
                            kind.equals("unsafe") ? new Tenure(5) : Tenure.WHOLE,
                            isFirst));
        }
        return new Pool(name, first, nodes, groups);
    }

    private FailureModel breaks(Machine machine) {
        NodeSet all = NodeSet.range(0, machine.nodes() - 1);
        List<Hazard> hazards = new ArrayList<>();
        double nodeMillis = machine.nodes() * (10.0 + random.nextInt(200));
        if (random.nextInt(6) > 0) {
            Repair repair = new Repair.Exponential(1 + random.nextInt(80));
            hazards.add(new NodeHazard("nodes", all, nodeMillis, repair));
        }
        if (random.nextInt(3) > 0) {
            hazards.add(new SoftwareHazard("software", all, 2 * nodeMillis));
        }
        if (machine.interconnect() instanceof FatTree) {
            Repair repair = new Repair.Fixed(random.nextInt(30));
            hazards.add(new SwitchHazard("leaves", nodeMillis, repair));
        }
        return new FailureModel(hazards);
    }

    private void drawOutages() {
        for (Machine machine : machines) {
            for (Pool pool : machine.pools()) {
                long at = random.nextInt(300);
                boolean isWhole = random.nextBoolean();
                int nodes = isWhole ? Outage.WHOLE : 1 + random.nextInt(pool.nodes());
                if (random.nextBoolean()) {
                    Outage some = new Outage(at, at + 1 + random.nextInt(60), nodes);
                    outages.add(
                            some.of(machine.name())
                                    .in(pool.name())
                                    .onBegin(pick(List.of(OnBegin.values()))));
                }
            }
        }
    }

    private Campaign campaign(int index) {
        List<Venue> venues = new ArrayList<>();
        int venueCount = 1 + random.nextInt(2);
        for (int i = 0; i < venueCount; i++) {
            venues.add(venue());
        }
        long tokens = 1L + random.nextInt(400);
        int each = 1 + random.nextInt(10);
        return new Campaign(
                "c" + index,
                "org",
                venues,
                each,
                tokens,
                tokens / each / 3 * each,
                random.nextInt(60),
                index > 0 && random.nextInt(3) == 0 ? random.nextInt(index) : -1,
                Long.MAX_VALUE,
                pick(List.of(Chain.values())));
    }

    private Venue venue() {
        double step = random.nextBoolean() ? 1 + random.nextInt(4) : 0.3 + 4 * random.nextDouble();
        long checkpoint = random.nextInt(4);
        long restart = random.nextInt(9);
        long margin = random.nextInt(3);
        long piece = restart + checkpoint + margin + (long) Math.ceil(step) + random.nextInt(90);
        double more = random.nextInt(3) == 0 ? 0 : 0.4 * random.nextDouble();
        Machine machine = pick(machines);
        List<String> groups = new ArrayList<>(List.of(""));
        machine.pools().forEach(pool -> pool.partitions().forEach(it -> groups.add(it.name())));
        Venue asked =
                new Venue(
                        machine,
                        1 + random.nextInt(3),
                        random.nextInt(3),
                        pick(groups),
                        Request.PLAIN,
                        piece,
                        HistoriesTest.uneven(step, more),
                        random.nextInt(8) == 0 ? Long.MAX_VALUE : 1 + random.nextInt(25),
                        checkpoint,
                        restart,
                        margin);
        return sizes == null ? asked : asked.with(others(asked));
    }

    /** The same on up to three other numbers of nodes: of other steps and other checkpoints. */
    private List<Venue> others(Venue asked) {
        List<Venue> some = new ArrayList<>();
        for (int nodes = 1; nodes <= 8; nodes++) {
            if (nodes != asked.nodes() && sizes.nextInt(3) == 0) {
                double step = asked.speed().bestStepMillis() * asked.nodes() / nodes;
                some.add(
                        new Venue(
                                asked.machine(),
                                nodes,
                                asked.spares(),
                                asked.partition(),
                                Request.PLAIN,
                                asked.pieceMillis() + (long) Math.ceil(step) + 5,
                                HistoriesTest.uneven(step, 0.4 * sizes.nextDouble()),
                                asked.intervalMillis(),
                                sizes.nextInt(4),
                                asked.restartMillis() + sizes.nextInt(3),
                                asked.marginMillis()));
            }
        }
        return some;
    }

    private Workload others() {
        List<Job> jobs = new ArrayList<>();
        int count = random.nextInt(14);
        long at = 0;
        for (int id = 0; id < count; id++) {
            at += random.nextInt(30);
            long run = random.nextInt(40);
            jobs.add(new Job(id, at, 1 + random.nextInt(4), 1 + random.nextInt(60), run));
        }
        return Workload.of("others", jobs);
    }

    /** Runs it from the beginning. */
    Played play() {
        List<Watched> used = new ArrayList<>();
        Simulation simulation =
                Simulation.of(
                                machines,
                                () -> {
                                    used.add(new Watched(new CampaignSource(workload, campaigns)));
                                    return used.get(0);
                                })
                        .routing((job, pools) -> {
                            int pool = used.get(0).source().pool(job, pools);
                            return pool < 0 ? job % pools.size() : pool;
                        })
                        .policy(
                                Policy.named("p")
                                        .order(order)
                                        .backfill(backfill)
                                        .placement(placement)
                                        .estimates(estimates)
                                        .build())
                        .failures(machine ->
                                breaks[machines.indexOf(machine)].of(
                                        machine, new RandomStreams(seed)))
                        .onFailure(fails ? OnFailure.FAIL : OnFailure.REQUEUE)
                        .window(new Window(0, horizonMillis + 1))
                        .horizonMillis(horizonMillis)
                        .checking(Checking.FULL);
        outages.forEach(simulation::outage);
        Outcome outcome = simulation.run();
        Watched watched = used.get(0);
        long end = outcome.log().endOfRunMillis();
        return new Played(outcome, watched, watched.source().outcomes(end));
    }
}
