package dandori.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.Desk;
import dandori.reference.Switched;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every placement must do that finds room wherever enough nodes are free. */
public abstract class PlacementContract {

    /** The placement. */
    protected abstract Placement placement();

    /** Whether its answer may depend on what it has given before. */
    protected boolean remembers() {
        return false;
    }

    /** One or more pools, on no tree, on trees of two and three levels, and in the midst of one. */
    static List<Machine> machines() {
        var uneven = Switched.tree(new int[] {4, 1, 5, 3, 4, 4, 2, 6}, 3, 2, 3);
        return List.of(
                Machine.flat("flat", 41),
                Switched.machine(new int[] {1}),
                Switched.machine(new int[] {8, 8, 8, 8}),
                Switched.machine(new int[] {4, 1, 5, 3, 4, 4, 2, 6}, 3, 2, 3),
                Switched.machine(uneven, new Pool("low", 0, 11), new Pool("high", 11, 18)),
                Switched.machine(
                        Switched.tree(new int[] {3, 3, 3, 3, 3, 3, 3, 3, 3}, 3, 3, 3),
                        new Pool("low", 0, 3),
                        new Pool("middle", 3, 6),
                        new Pool("high", 9, 18)));
    }

    private List<Desk> desks(Machine machine) {
        List<Desk> desks = new ArrayList<>();
        for (int pool = 0; pool < machine.pools().size(); pool++) {
            desks.add(new Desk(machine, pool, placement()));
        }
        return desks;
    }

    @ParameterizedTest
    @MethodSource("machines")
    void asManyAsAskedForAllOfThemFreeAndInThePool(Machine machine) {
        for (Desk desk : desks(machine)) {
            churn(
                    desk,
                    400,
                    (nodes, set) -> {
                        if (nodes > desk.freeNodes()) {
                            assertThat(set).isNull();
                            return;
                        }
                        assertThat(set.size()).isEqualTo(nodes);
                        for (int node : nodes(set)) {
                            assertThat(desk.freePool().isFree(node)).as("node %d", node).isTrue();
                            assertThat(node).isGreaterThanOrEqualTo(desk.pool().firstNode());
                            assertThat(node)
                                    .isLessThan(desk.pool().firstNode() + desk.pool().nodes());
                        }
                        assertThat(desk.ask(nodes)).as("asked again").isEqualTo(set);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theSameStoryGivesTheSameNodes(Machine machine) {
        for (Desk desk : desks(machine)) {
            List<NodeSet> first = new ArrayList<>();
            churn(desk, 200, (nodes, set) -> first.add(set));
            List<NodeSet> second = new ArrayList<>();
            int pool = machine.pools().indexOf(desk.pool());
            churn(new Desk(machine, pool, placement()), 200, (nodes, set) -> second.add(set));
            assertThat(second).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsTakenAndGivenBackLeavesNoTrace(Machine machine) {
        assumeThat(remembers()).as("it remembers what it gave, and is meant to").isFalse();
        for (Desk desk : desks(machine)) {
            SplittableRandom random = new SplittableRandom(5);
            churn(
                    desk,
                    100,
                    (nodes, set) -> {
                        List<NodeSet> before = answers(desk);
                        List<NodeSet> taken = new ArrayList<>();
                        while (desk.freeNodes() > 0) {
                            taken.add(desk.start(1 + random.nextInt(desk.freeNodes())));
                        }
                        while (!taken.isEmpty()) {
                            desk.give(taken.remove(random.nextInt(taken.size())));
                        }
                        assertThat(answers(desk)).isEqualTo(before);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theAnswerIsAFunctionOfWhatIsFree(Machine machine) {
        assumeThat(remembers()).as("it remembers what it gave, and is meant to").isFalse();
        for (Desk desk : desks(machine)) {
            churn(desk, 100, (nodes, set) -> assertThat(desk.askOutsideARun(nodes)).isEqualTo(set));
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void nodesAreLabelsSoNoStartIsMoved(Machine machine) {
        for (Backfill backfill : List.of(Backfills.easy(), Backfills.conservative())) {
            JobLog counted = run(machine, Placements.count(), backfill);
            JobLog placed = run(machine, placement(), backfill);
            for (int job = 0; job < placed.jobs().count(); job++) {
                assertThat(placed.startMillis(job)).isEqualTo(counted.startMillis(job));
                assertThat(placed.nodeSet(job).size())
                        .isEqualTo(placed.hasStarted(job) ? placed.jobs().nodes(job) : 0);
            }
            noNodeIsGivenTwice(placed);
        }
    }

    @Test
    void aJobStaysInItsResourceGroup() {
        var tree = Switched.tree(new int[] {4, 1, 5, 3, 4, 4, 2, 6}, 3, 2, 3);
        List<Partition> groups = List.of(group("low", 0, 15), group("high", 9, 28));
        Machine machine = Switched.machine(tree, new Pool("all", 0, 29, groups));
        SplittableRandom random = new SplittableRandom(2);
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 150; id++) {
            String group = groups.get(random.nextInt(2)).name();
            int nodes = 1 + random.nextInt(16);
            long run = 1L + random.nextInt(30);
            jobs.add(new Job(id, id, nodes, run + random.nextInt(9), run, "", "", group));
        }
        JobLog log = run(machine, Workload.of("jobs", jobs), placement(), Backfills.easy());
        for (int job = 0; job < log.jobs().count(); job++) {
            Partition group = groups.get(jobs.get(job).partition().equals("low") ? 0 : 1);
            assertThat(log.nodeSet(job).size()).isEqualTo(jobs.get(job).nodes());
            assertThat(log.nodeSet(job).minus(group.nodes())).isEqualTo(NodeSet.EMPTY);
        }
        noNodeIsGivenTwice(log);
    }

    private static Partition group(String name, int first, int last) {
        return new Partition(
                name,
                NodeSet.range(first, last),
                1,
                last - first + 1,
                1_000,
                Set.of(),
                0,
                Calendar.ALWAYS,
                Tenure.WHOLE);
    }

    @Test
    void oneInstanceServesManyRuns() {
        Machine machine = machines().get(3);
        Placement one = placement();
        JobLog first = run(machine, one, Backfills.easy());
        JobLog second = run(machine, one, Backfills.easy());
        for (int job = 0; job < first.jobs().count(); job++) {
            assertThat(second.nodeSet(job)).isEqualTo(first.nodeSet(job));
        }
    }

    private static JobLog run(Machine machine, Placement placement, Backfill backfill) {
        SplittableRandom random = new SplittableRandom(machine.nodes());
        int most = machine.pools().get(0).nodes();
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 150; id++) {
            long limit = 1L + random.nextInt(30);
            jobs.add(new Job(id, id, 1 + random.nextInt(most), limit, 1 + random.nextInt(30)));
        }
        return run(machine, Workload.of("jobs", jobs), placement, backfill);
    }

    private static JobLog run(
            Machine machine, Workload workload, Placement placement, Backfill backfill) {
        Policy policy =
                Policy.named("it")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(placement)
                        .build();
        return Simulation.of(machine, workload)
                .origin(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static void noNodeIsGivenTwice(JobLog log) {
        for (int job = 0; job < log.jobs().count(); job++) {
            for (int other = 0; other < job; other++) {
                boolean together =
                        log.startMillis(job) < log.endMillis(other)
                                && log.startMillis(other) < log.endMillis(job);
                if (together && log.hasStarted(job) && log.hasStarted(other)) {
                    for (int node : nodes(log.nodeSet(job))) {
                        assertThat(log.nodeSet(other).contains(node)).isFalse();
                    }
                }
            }
        }
    }

    /** What is asked, and what comes of it. */
    @FunctionalInterface
    protected interface Asked {

        /** So many nodes, and the answer, which has not been taken yet. */
        void answered(int nodes, NodeSet set);
    }

    /** Takes and gives at random, and now and then nodes leave service. */
    protected static void churn(Desk desk, int steps, Asked asked) {
        SplittableRandom random = new SplittableRandom(desk.pool().nodes());
        List<NodeSet> running = new ArrayList<>();
        int away = 0;
        for (int step = 0; step < steps; step++) {
            int most = random.nextInt(3) == 0 ? desk.pool().nodes() : 1 + desk.pool().nodes() / 6;
            int nodes = 1 + random.nextInt(most);
            NodeSet set = desk.ask(nodes);
            asked.answered(nodes, set);
            if (set != null) {
                desk.take(set);
                running.add(set);
            }
            while (!running.isEmpty() && random.nextInt(5) < 2) {
                desk.give(running.remove(random.nextInt(running.size())));
            }
            if (away > 0 && random.nextInt(4) == 0) {
                desk.serve(away);
                away = 0;
            } else if (away == 0 && desk.freeNodes() > 2 && random.nextInt(9) == 0) {
                away = 1 + random.nextInt(desk.freeNodes() - 1);
                desk.serve(-away);
            }
        }
    }

    private static List<NodeSet> answers(Desk desk) {
        List<NodeSet> answers = new ArrayList<>();
        for (int nodes = 1; nodes <= desk.freeNodes(); nodes++) {
            answers.add(desk.ask(nodes));
        }
        return answers;
    }

    private static int[] nodes(NodeSet set) {
        BitSet bits = new BitSet();
        for (int interval = 0; interval < set.intervalCount(); interval++) {
            bits.set(set.first(interval), set.last(interval) + 1);
        }
        return bits.stream().toArray();
    }
}
