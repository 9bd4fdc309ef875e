package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.NodeType;
import dandori.machine.Pool;
import dandori.machine.Prices;
import dandori.machine.Site;
import dandori.machine.Specification;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.RoutingRule;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.routing.Cheapest;
import dandori.policy.routing.EarliestStart;
import dandori.policy.routing.Greenest;
import dandori.policy.routing.Home;
import dandori.policy.routing.LeastLoaded;
import dandori.sim.Checking;
import dandori.sim.Moves;
import dandori.sim.Outcome;
import dandori.sim.RoutedSource;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitLog;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One test for each rule about which machine a job goes to, and what becomes of it there. */
class RoutingRulesTest {

    private static final List<Machine> TWO =
            List.of(Machine.flat("one", 4), Machine.flat("two", 8));

    /** Everybody at home on the first machine may move; those of "two" are there, and stay. */
    private static Moves moves(Workload workload, double per, double speed, long transferMillis) {
        return new Moves(
                workload.organizations().stream().map(name -> name.equals("two") ? 1 : 0).toList(),
                workload.organizations().stream().map(name -> name.equals("may")).toList(),
                List.of(per, 1.0),
                List.of(1.0, speed),
                transferMillis);
    }

    private static Job job(long id, long submit, int nodes, long limit, long run, String who) {
        return new Job(id, submit * 1_000, nodes, limit * 1_000, run * 1_000, "", who, "");
    }

    private static JobLog play(List<Machine> machines, RoutedSource source, long horizonMillis) {
        Policy policy =
                Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        return Simulation.of(machines, () -> source)
                .routing(source)
                .policy(policy)
                .checking(Checking.FULL)
                .horizonMillis(horizonMillis)
                .run()
                .log();
    }

    private static JobLog play(RoutingRule rule, long transferSeconds, Job... jobs) {
        Workload workload = Workload.of("jobs", List.of(jobs));
        Moves moves = moves(workload, 1, 1, transferSeconds * 1_000);
        return play(TWO, new RoutedSource(workload, rule, moves), Long.MAX_VALUE - 1);
    }

    private static JobLog resized(double per, double speed, Job... jobs) {
        Workload workload = Workload.of("jobs", List.of(jobs));
        RoutedSource source =
                new RoutedSource(workload, new EarliestStart(), moves(workload, per, speed, 0));
        return play(TWO, source, Long.MAX_VALUE - 1);
    }

    @Test
    void theLeastLoadedHasTheLeastNodeTimePerNode() {
        // One has 4 · 10 s on 4 nodes: 10 s a node. Two has 8 · 9 s on 8: 9 s a node.
        JobLog log =
                play(
                        new LeastLoaded(),
                        0,
                        job(1, 0, 4, 10, 10, "one"),
                        job(2, 0, 8, 9, 9, "two"),
                        job(3, 0, 1, 5, 5, "may"),
                        job(4, 1, 8, 1, 1, "two"), // waits: two has 8 + 5/8 + 1
                        job(5, 1, 1, 1, 1, "may"),
                        job(6, 2, 1, 1, 1, "may"));

        assertThat(log.pool(2)).as("9 s a node are less than 10").isEqualTo(1);
        assertThat(log.pool(4)).as("9.6 s a node are more than 9").isEqualTo(0);
        assertThat(log.pool(5)).as("8.6 against 8.25").isEqualTo(0);
    }

    @Test
    void amongEqualsAJobStaysAtHome() {
        JobLog log = play(new LeastLoaded(), 0, job(1, 0, 4, 10, 10, "may"));

        assertThat(log.pool(0)).isEqualTo(0);
    }

    @Test
    void theEarliestStartIsThatOfThePlan() {
        // On one, 4 nodes are busy until 20, and one waits that needs all until 30; a job of a node
        // and 10 s starts at 30 there. On two, 8 nodes are busy until 25.
        Job[] jobs = {
            job(1, 0, 4, 20, 5, "one"),
            job(2, 0, 8, 25, 25, "two"),
            job(3, 1, 4, 10, 10, "one"),
            job(4, 2, 1, 10, 10, "may")
        };
        assertThat(play(new EarliestStart(), 0, jobs).pool(3)).isEqualTo(1);
        assertThat(play(new EarliestStart(), 28, jobs).pool(3)).as("there at 30").isEqualTo(0);
        assertThat(play(new EarliestStart(), 27, jobs).pool(3)).as("there at 29").isEqualTo(1);
    }

    @Test
    void whoIsOnTheWayCounts() {
        Job[] jobs = {
            job(1, 0, 4, 100, 100, "one"), job(2, 1, 8, 50, 50, "may"), job(3, 2, 8, 60, 60, "may")
        };
        JobLog log = play(new EarliestStart(), 10, jobs);

        assertThat(log.pool(1)).as("only two takes 8 nodes").isEqualTo(1);
        assertThat(log.startMillis(1)).isEqualTo(11_000);
        assertThat(log.startMillis(2)).isEqualTo(61_000);
        JobLog others =
                play(new EarliestStart(), 10, jobs[0], jobs[1], job(3, 2, 1, 10, 10, "may"));
        assertThat(others.startMillis(2)).as("two is full from 11 to 61").isEqualTo(61_000);
    }

    @Test
    void aJobThatMovesWaitsMeanwhileAndIsCountedFromItsSubmission() {
        JobLog log =
                play(
                        new LeastLoaded(),
                        30,
                        job(1, 0, 4, 100, 100, "one"),
                        job(2, 5, 2, 10, 10, "may"));

        assertThat(log.startMillis(1)).isEqualTo(35_000);
        assertThat(log.waitMillis(1)).isEqualTo(30_000);
        assertThat(log.jobs().submitMillis(1)).isEqualTo(5_000);
    }

    @Test
    void aJobThatIsOnTheWayWhenTheRunEndsWaits() {
        Workload workload =
                Workload.of(
                        "jobs",
                        List.of(job(1, 0, 4, 100, 100, "one"), job(2, 5, 2, 10, 10, "may")));
        RoutedSource source =
                new RoutedSource(workload, new LeastLoaded(), moves(workload, 1, 1, 30_000));
        JobLog log = play(TWO, source, 20_000);

        assertThat(log.state(1)).isEqualTo(JobState.WAITING);
        assertThat(log.pool(1)).isEqualTo(1);
        assertThat(log.waitMillis(1)).isEqualTo(15_000);
    }

    @Test
    void whatItWaitedForOnItsWayIsItsTransfer() {
        // Two is busy from 0 to 40; job 2 leaves at 5 and is there at 35. Job 3 never gets there.
        Workload workload =
                Workload.of(
                        "jobs",
                        List.of(
                                job(1, 0, 4, 100, 100, "one"),
                                job(4, 0, 8, 40, 40, "two"),
                                job(2, 5, 8, 10, 10, "may"),
                                job(3, 40, 8, 10, 10, "may")));
        RoutedSource source =
                new RoutedSource(workload, new LeastLoaded(), moves(workload, 1, 1, 30_000));
        Policy easy = Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        Outcome outcome =
                Simulation.of(TWO, () -> source)
                        .routing(source)
                        .policy(easy)
                        .explainWaits(true)
                        .horizonMillis(60_000)
                        .run();
        WaitLog waits = Objects.requireNonNull(outcome.waits());

        assertThat(waits.of(2))
                .containsExactly(
                        new Wait(5_000, 35_000, WaitReason.TRANSFER, Wait.NOBODY),
                        new Wait(35_000, 40_000, WaitReason.NODES, Wait.NOBODY));
        assertThat(waits.of(3))
                .containsExactly(new Wait(40_000, 60_000, WaitReason.TRANSFER, Wait.NOBODY));
    }

    @Test
    void elsewhereAJobHasOtherNodesAndDoesTheSameWork() {
        // 3 nodes of one stand for one of two, which does 6 times as much a node: 4 nodes for 60 s
        // are 240; 2 nodes (4 / 3, rounded up) of speed 6 need 20 s.
        JobLog log = resized(3, 6, job(1, 0, 4, 90, 90, "one"), job(2, 1, 4, 60, 31, "may"));

        assertThat(log.pool(1)).isEqualTo(1);
        assertThat(log.jobs().nodes(1)).isEqualTo(2);
        assertThat(log.jobs().walltimeMillis(1)).isEqualTo(20_000);
        assertThat(log.executedMillis(1)).as("31 s / 3, rounded up").isEqualTo(10_334);
        assertThat(log.startMillis(1)).isEqualTo(1_000);
    }

    @Test
    void whoIsKilledAtHomeIsKilledElsewhere() {
        Job late = new Job(2, 1_000, 1, 10_000, 10_001, "", "may", "");
        JobLog log = resized(1, 8, job(1, 0, 4, 90, 90, "one"), late);

        assertThat(log.pool(1)).isEqualTo(1);
        assertThat(log.state(1)).isEqualTo(JobState.KILLED);
        assertThat(log.executedMillis(1)).isEqualTo(1_250);
    }

    @Test
    void whoIsTooLargeForHomeGoesWhereThereIsRoomAndElseIsRejectedAtHome() {
        JobLog log =
                play(
                        new LeastLoaded(),
                        0,
                        job(1, 0, 8, 10, 10, "may"),
                        job(2, 0, 9, 10, 10, "may"),
                        job(3, 0, 8, 10, 10, "one"));

        assertThat(log.pool(0)).isEqualTo(1);
        assertThat(log.state(1)).isEqualTo(JobState.REJECTED);
        assertThat(log.pool(1)).isEqualTo(0);
        assertThat(log.state(2)).as("it may not move").isEqualTo(JobState.REJECTED);
    }

    @Test
    void whoAsksForMoreThanNodesAndTimeStaysAtHome() {
        Shape box = Shape.line(2, ShapeMode.TORUS);
        Job shaped = new Job(2, 1_000, 2, 10_000, 10_000, "", "may", "", Request.of(box));
        JobLog log = play(new LeastLoaded(), 0, job(1, 0, 4, 90, 90, "one"), shaped);

        assertThat(log.pool(1)).isEqualTo(0);
    }

    @Test
    void homeIsHome() {
        JobLog log = play(new Home(), 0, job(1, 0, 4, 90, 90, "one"), job(2, 1, 4, 90, 90, "may"));

        assertThat(log.pool(1)).isEqualTo(0);
        assertThat(log.startMillis(1)).isEqualTo(90_000);
    }

    private static Machine priced(String name, Map<String, Double> known) {
        Map<String, Fact> site = new LinkedHashMap<>();
        Map<String, Fact> node = new LinkedHashMap<>();
        Map<String, Fact> prices = new LinkedHashMap<>();
        known.forEach((key, value) -> {
            Map<String, Fact> where =
                    key.equals("nodeHour") ? prices : key.equals("power.busy") ? node : site;
            where.put(key, new Fact("", value, "", Certainty.ASSUMED, List.of("T"), ""));
        });
        Specification none = Specification.NONE;
        return new Machine(
                name,
                AllocationUnit.NODE,
                new Flat(8),
                List.of(new Pool(name, 0, 8)),
                new Specification(
                        "",
                        none.totals(),
                        List.of(new NodeType("node", 8, new Facts(node), null)),
                        none.interconnect(),
                        none.storage(),
                        new Site(new Facts(site)),
                        new Prices(new Facts(prices)),
                        none.reliability(),
                        none.measured(),
                        none.calibration(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of()));
    }

    private static int chosen(RoutingRule rule, double per, List<Machine> machines) {
        Workload workload = Workload.of("job", List.of(job(1, 0, 4, 3_600, 60, "may")));
        Moves moves =
                new Moves(
                        List.of(0),
                        List.of(true),
                        machines.stream().map(one -> one == machines.get(0) ? per : 1.0).toList(),
                        machines.stream()
                                .map(one -> one == machines.get(0) ? 1 / per : 1.0)
                                .toList(),
                        0);
        return play(machines, new RoutedSource(workload, rule, moves), Long.MAX_VALUE - 1).pool(0);
    }

    @Test
    void theCheapestIsThatOfTheSmallestBill() {
        Machine dear = priced("dear", Map.of("nodeHour", 30.0));
        Machine cheap = priced("cheap", Map.of("nodeHour", 20.0));
        Machine free = priced("unknown", Map.of());

        assertThat(chosen(new Cheapest(), 1, List.of(dear, cheap))).isEqualTo(1);
        assertThat(chosen(new Cheapest(), 1, List.of(cheap, dear))).isEqualTo(0);
        assertThat(chosen(new Cheapest(), 0.5, List.of(dear, cheap)))
                .as("4 · 30 are less than 8 · 20")
                .isEqualTo(0);
        assertThat(chosen(new Cheapest(), 1, List.of(free, dear)))
                .as("who has no price is no candidate, not even at home")
                .isEqualTo(1);
        assertThat(chosen(new Cheapest(), 1, List.of(free, free.named("other")))).isEqualTo(0);
    }

    @Test
    void theGreenestGoesByCarbonWhereAllKnowItAndElseByEnergy() {
        Map<String, Double> coal = Map.of("power.busy", 100.0, "pue", 1.2, "carbonIntensity", 0.8);
        Map<String, Double> water = Map.of("power.busy", 200.0, "carbonIntensity", 0.1);
        Map<String, Double> dark = Map.of("power.busy", 110.0);
        Machine first = priced("coal", coal);

        assertThat(chosen(new Greenest(true), 1, List.of(first, priced("water", water))))
                .as("120 W · 0.8 against 200 W · 0.1")
                .isEqualTo(1);
        assertThat(
                        chosen(
                                new Greenest(true),
                                1,
                                List.of(first, priced("water", water), priced("dark", dark))))
                .as("one does not know its carbon: 120, 200 and 110 W")
                .isEqualTo(2);
        assertThat(chosen(new Greenest(true), 1, List.of(priced("none", Map.of()), first)))
                .isEqualTo(1);
    }

    @Test
    void movesAreChecked() {
        assertThatThrownBy(() -> new Moves(List.of(0), List.of(), List.of(1.0), List.of(1.0), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Moves(List.of(0), List.of(true), List.of(0.0), List.of(1.0), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One has a single node, so that all go to two. */
    @Test
    void noNodeIsAddedBecauseTenthsAreNotExact() {
        List<Machine> machines = List.of(Machine.flat("one", 1), Machine.flat("two", 9_999));
        List<Job> jobs = new ArrayList<>();
        for (int nodes = 2; nodes <= 60; nodes++) {
            jobs.add(job(nodes, 0, nodes, 10, 10, "may"));
        }
        Workload workload = Workload.of("jobs", jobs);
        for (int home = 1; home <= 12; home++) {
            for (int there = 1; there <= 12; there++) {
                List<Double> per = List.of(home / 10.0, there / 10.0);
                Moves moves = new Moves(List.of(0), List.of(true), per, List.of(1.0, 1.0), 0);
                RoutedSource source = new RoutedSource(workload, new LeastLoaded(), moves);
                JobLog log = play(machines, source, Long.MAX_VALUE - 1);
                for (int row = 0; row < jobs.size(); row++) {
                    int exact = (jobs.get(row).nodes() * there + home - 1) / home;
                    assertThat(log.jobs().nodes(row))
                            .as("%d nodes, %s", jobs.get(row).nodes(), per)
                            .isEqualTo(exact);
                }
            }
        }
    }
}
