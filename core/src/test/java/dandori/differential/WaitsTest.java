package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Moldable;
import dandori.policy.backfill.Objective;
import dandori.policy.backfill.Preemptive;
import dandori.policy.backfill.Rounds;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.policy.routing.LeastLoaded;
import dandori.reference.ByTurns;
import dandori.reference.CoreRun;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.RoutedWorld;
import dandori.reference.Setting;
import dandori.reference.TwinWaits;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Moves;
import dandori.sim.Outcome;
import dandori.sim.RoutedSource;
import dandori.sim.Routing;
import dandori.sim.Simulation;
import dandori.state.Situation;
import dandori.wait.Wait;
import dandori.wait.WaitLog;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Why jobs wait, against a twin that asks anew about every job after every pass; and the parts of a
 * wait add up to the whole.
 */
class WaitsTest {

    private static final List<String> BACKFILLS =
            List.of("none", "easy", "easy:2", "sjbf", "conservative", "replan", "depth:3");
    private static final List<String> ORDERS = List.of("fcfs", "sjf", "wfp3", "saf", "lxf");

    private static final List<Estimates> ESTIMATES =
            List.of(Estimates.REQUESTED, Estimates.PREDICTED, Estimates.EXACT);
    private static final List<Backfill> TRAINING =
            List.of(
                    new Malleable(Malleable.Aim.COMPLETION, 0, 5),
                    new Malleable(Malleable.Aim.GOODPUT, 3_000, 5),
                    new Moldable(),
                    new Rounds(Objective.MAX_MIN, 3_000, 5),
                    new Preemptive(true, 5));

    private int severalReasons; // jobs that waited several times, and not always for the same
    private final Set<WaitReason> seen = EnumSet.noneOf(WaitReason.class);
    private final Set<String> names = new TreeSet<>(); // of what they waited for

    @Test
    void byCount() {
        for (int seed = 0; seed < 1_000; seed++) {
            World plain = Worlds.random(seed, 60);
            World world =
                    seed % 3 == 0 ? Worlds.withMaintenance(plain, seed, seed % 2 == 0) : plain;
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            int limit = seed % 4 == 0 ? 1 + seed % 3 : 0;
            Setting setting =
                    Setting.of(ORDERS.get(seed / 7 % ORDERS.size()), backfill).userLimit(limit);
            Admission admission = limit == 0 ? Admission.OPEN : CoreRun.limit(limit);
            check(
                    "seed " + seed,
                    CoreRun.simulation(world, setting).checking(Checking.FULL),
                    new TwinWaits(backfill, admission, Placement.COUNT));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        WaitReason.NODES,
                        WaitReason.QUOTA,
                        WaitReason.MAINTENANCE,
                        WaitReason.RESERVED,
                        WaitReason.ORDER);
    }

    @Test
    void underCapsOnPower() {
        for (int seed = 0; seed < 700; seed++) {
            World world = Worlds.withCaps(Worlds.random(seed, 50), seed, false);
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Setting setting = Setting.of(ORDERS.get(seed / 7 % ORDERS.size()), backfill);
            check(
                    "seed " + seed,
                    CoreRun.simulation(world, setting).checking(Checking.FULL),
                    new TwinWaits(backfill, Admission.OPEN, Placement.COUNT)
                            .among(world.outages()));
        }
        assertThat(seen).contains(WaitReason.POWER, WaitReason.MAINTENANCE, WaitReason.NODES);
        assertThat(names).contains("", "planned-1", "planned-2");
    }

    /** Each wait of who waits several times has its own reasons. */
    @Test
    void ofThoseWhoMakeWay() {
        for (int seed = 0; seed < 1_000; seed++) {
            World plain = Worlds.random(seed * 7L, 60);
            World world =
                    seed % 2 == 0 ? plain : Worlds.withMaintenance(plain, seed, seed % 4 == 1);
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            int limit = seed % 5 == 0 ? 1 + seed % 3 : 0;
            Setting setting =
                    Setting.of(ORDERS.get(seed / 7 % ORDERS.size()), backfill)
                            .userLimit(limit)
                            .qos(PreemptionTest.table(seed))
                            .estimates(ESTIMATES.get(seed / 3 % 3));
            Admission admission = limit == 0 ? Admission.OPEN : CoreRun.limit(limit);
            check(
                    "seed " + seed,
                    CoreRun.simulation(world, setting).checking(Checking.FULL),
                    new TwinWaits(backfill, admission, Placement.COUNT));
        }
        assertThat(severalReasons).isGreaterThan(300);
    }

    @Test
    void ofThoseWhoMakeWayInResourceGroups() {
        for (int seed = 0; seed < 400; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Policy policy =
                    Policy.named("p")
                            .order(Orders.fcfs())
                            .backfill(named(backfill))
                            .placement(Placements.firstFit())
                            .preemption(ByTurns.of(seed))
                            .build();
            check(
                    "seed " + seed,
                    world.simulation(named(backfill), Placements.firstFit()).policy(policy),
                    new TwinWaits(backfill, Admission.OPEN, Placements.firstFit()));
        }
    }

    /** Who changes its size as it waits needs something else from then on. */
    @Test
    void ofThoseWhoTakeTurnsAndChangeTheirSize() {
        for (int seed = 0; seed < 600; seed++) {
            World world = ElasticTest.elastic(Worlds.random(seed * 11L, 40), seed);
            World changing =
                    seed % 2 == 0 ? world : Worlds.withMaintenance(world, seed, seed % 4 == 1);
            Backfill backfill = TRAINING.get(seed % TRAINING.size());
            Policy policy = Policy.named("p").order(Orders.fcfs()).backfill(backfill).build();
            check(
                    "seed " + seed,
                    CoreRun.simulation(changing, Setting.of("fcfs", "easy"))
                            .policy(policy)
                            .checking(Checking.FULL),
                    new TwinWaits("replan", Admission.OPEN, Placement.COUNT));
        }
        assertThat(severalReasons).isGreaterThan(300);
    }

    @Test
    void byShape() {
        for (int seed = 0; seed < 700; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ShapedWorlds.World world = ShapedWorlds.world(random);
            int pool = ShapedWorlds.played(world.machine());
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            int nodes = world.machine().pools().get(pool).nodes();
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Policy policy =
                    Policy.named("policy")
                            .order(Orders.fcfs())
                            .backfill(named(backfill))
                            .placement(world.placement())
                            .build();
            Simulation simulation =
                    Simulation.of(world.machine(), Workload.of("w", jobs))
                            .policy(policy)
                            .routing((job, pools) -> pool)
                            .checking(Checking.FULL);
            if (seed % 3 == 0) {
                ShapedWorlds.outages(random, nodes).forEach(simulation::outage);
            }
            check(
                    "seed " + seed,
                    simulation,
                    new TwinWaits(backfill, Admission.OPEN, world.placement()));
        }
        assertThat(seen).contains(WaitReason.SHAPE, WaitReason.MAINTENANCE, WaitReason.RESERVED);
    }

    @Test
    void inResourceGroups() {
        for (int seed = 0; seed < 700; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            check(
                    "seed " + seed,
                    world.simulation(named(backfill), Placements.firstFit()),
                    new TwinWaits(backfill, Admission.OPEN, Placements.firstFit()));
        }
        assertThat(seen).contains(WaitReason.WINDOW, WaitReason.NODES, WaitReason.RESERVED);
    }

    @Test
    void besideReservations() {
        for (int seed = 0; seed < 700; seed++) {
            GroupWorld world =
                    GroupWorlds.withReservations(
                            GroupWorlds.open(GroupWorlds.random(seed, 4 + seed % 37)), seed);
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            check(
                    "seed " + seed,
                    world.simulation(named(backfill), Placements.firstFit()),
                    new TwinWaits(backfill, Admission.OPEN, Placements.firstFit()).in(world));
        }
        assertThat(names).contains("r0", "r1", "r2", "");
    }

    @Test
    void inPoolsApart() {
        for (int seed = 0; seed < 100; seed++) {
            World world = Worlds.random(seed, 60);
            List<Machine> machines =
                    List.of(
                            Machine.flat("left", world.nodes()),
                            Machine.flat("right", world.nodes()));
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Policy policy =
                    Policy.named("policy").order(Orders.fcfs()).backfill(named(backfill)).build();
            Simulation simulation =
                    Simulation.of(machines, Workload.of("w", world.jobs()))
                            .policy(policy)
                            .routing((job, pools) -> job % 3 == 0 ? 0 : 1);
            check(
                    "seed " + seed,
                    simulation,
                    new TwinWaits(backfill, Admission.OPEN, Placement.COUNT));
        }
    }

    @Test
    void onTheWayToOtherMachines() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = Worlds.random(seed, 60);
            RoutedWorld routed = RoutedWorld.random(random, world, 1 + seed % 5);
            List<Job> jobs = new ArrayList<>(routed.jobs(random, world));
            jobs.sort(Comparator.comparingLong(Job::submitMillis));
            Workload workload = Workload.of("w", jobs);
            Moves moves = routed.moves(workload.organizations());
            long last = jobs.get(jobs.size() - 1).submitMillis();
            String backfill = BACKFILLS.get(seed % BACKFILLS.size());
            int limit = seed % 4 == 0 ? 1 + seed % 3 : 0;
            Policy policy =
                    Policy.named("policy")
                            .order(Orders.fcfs())
                            .backfill(named(backfill))
                            .admission(limit == 0 ? Admission.OPEN : CoreRun.limit(limit))
                            .build();
            AtomicReference<RoutedSource> source = new AtomicReference<>();
            Supplier<RoutedSource> fresh =
                    () -> {
                        source.set(new RoutedSource(workload, new LeastLoaded(), moves));
                        return source.get();
                    };
            Simulation simulation =
                    Simulation.of(routed.machines(), fresh)
                            .policy(policy)
                            .routing(followed(source))
                            .horizonMillis(seed % 5 == 0 ? last : Long.MAX_VALUE - 1);
            Admission admission = limit == 0 ? Admission.OPEN : CoreRun.limit(limit);
            check("seed " + seed, simulation, new TwinWaits(backfill, admission, Placement.COUNT));
        }
        assertThat(seen).contains(WaitReason.TRANSFER, WaitReason.QUOTA, WaitReason.RESERVED);
    }

    /** The routing of whichever source was made last. */
    private static Routing followed(AtomicReference<RoutedSource> source) {
        return new Routing() {
            @Override
            public int pool(int job, List<? extends Situation> pools) {
                return source.get().pool(job, pools);
            }

            @Override
            public long arrivalMillis(int job, long nowMillis) {
                return source.get().arrivalMillis(job, nowMillis);
            }
        };
    }

    private static Backfill named(String backfill) {
        return CoreRun.backfill(Setting.of("fcfs", backfill));
    }

    private void check(String what, Simulation simulation, TwinWaits twin) {
        JobLog unexplained = simulation.run().log();
        Outcome outcome;
        try {
            outcome = simulation.explainWaits(true).observe(twin).run();
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
        JobLog log = outcome.log();
        WaitLog waits = Objects.requireNonNull(outcome.waits());
        for (int job = 0; job < log.jobs().count(); job++) {
            assertThat(log.startMillis(job)).isEqualTo(unexplained.startMillis(job));
            List<Wait> its = waits.of(job);
            assertThat(its).as("%s, job %d", what, job).isEqualTo(twin.of(job, log));
            long sum = its.stream().mapToLong(Wait::lengthMillis).sum();
            switch (log.state(job)) {
                case REJECTED, UNBORN -> assertThat(its).isEmpty();
                default -> assertThat(sum).isEqualTo(log.waitMillis(job));
            }
            its.forEach(one -> seen.add(one.reason()));
            its.forEach(one -> names.add(one.name()));
            boolean hasSeveral = its.stream().map(Wait::reason).distinct().count() > 1;
            severalReasons += hasSeveral && !log.segmentsBefore(job).isEmpty() ? 1 : 0;
        }
    }
}
