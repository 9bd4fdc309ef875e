package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Consumption;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.share.Account;
import dandori.policy.share.AccountTree;
import dandori.policy.share.Accounts;
import dandori.policy.share.Allotments;
import dandori.policy.share.HierarchicalShares;
import dandori.reference.KnownNodes;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Dominant resource fairness of several resources, as published. */
class DominantShareRulesTest {

    /**
     * Ghodsi et al., NSDI 2011, table 1, by the order itself: 9 processors with 2 GB each; a task
     * of A takes one and 4 GB, one of B three and 1 GB. B, A, A, B, A, and the machine is full.
     */
    @Test
    void theScheduleOfThePaperIsDealt() {
        Machine machine =
                KnownNodes.with(Machine.flat("nine", 9, AllocationUnit.PROCESSOR), 0, 2e9);
        Request ofA = Request.of(new Consumption(Consumption.ALL, 4e9, 0));
        Request ofB = Request.of(new Consumption(Consumption.ALL, 1e9 / 3, 0));
        List<Job> jobs = new ArrayList<>();
        for (int task = 0; task < 5; task++) {
            jobs.add(new Job(10 + task, 0, 3, 10, 10, "B", "B", "", ofB));
        }
        for (int task = 0; task < 5; task++) {
            jobs.add(new Job(20 + task, 0, 1, 10, 10, "A", "A", "", ofA));
        }
        Policy policy =
                Policy.named("drf")
                        .order(Orders.dominantShare())
                        .backfill(Backfills.none())
                        .build();
        List<Long> started = new ArrayList<>();
        JobLog log =
                Simulation.of(machine, Workload.of("tasks", jobs))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .observe(new Started(started))
                        .run()
                        .log();

        assertThat(started.subList(0, 5)).containsExactly(10L, 20L, 21L, 11L, 22L);
        assertThat(log.startMillis(7)).as("A has three tasks at once").isZero();
        assertThat(log.startMillis(8)).isEqualTo(10);
    }

    private record Started(List<Long> ids) implements Observer {
        @Override
        public void jobStarted(int job, Situation now) {
            ids.add(now.jobs().id(job));
        }
    }

    /** The accounts of a figure, each leaf a user, and what a task of each takes. */
    private static final class Figure {
        final AccountTree tree;
        final Map<String, double[]> tasks;
        final List<String> names;
        final double[] left;
        final Map<String, Integer> count = new LinkedHashMap<>();
        final Allotments sums;
        final HierarchicalShares rescaled;

        Figure(double total, Map<String, double[]> tasks, Account... accounts) {
            this.tasks = tasks;
            names = List.copyOf(new TreeMap<>(tasks).keySet());
            List<String> tops = new ArrayList<>();
            for (Account account : accounts) {
                tops.add(account.name());
            }
            tree = new AccountTree(new Accounts(List.of(accounts)), tops, names);
            for (String name : names) {
                tree.user(tops.indexOf(name.substring(0, 2)), names.indexOf(name));
                count.put(name, 0);
            }
            left = new double[] {total, total};
            sums = new Allotments(left);
            rescaled = new HierarchicalShares(tree, left);
            rescaled.begin(new Allotments(left));
            settle();
        }

        int node(String name) {
            int top = List.of("n1", "n2", "n3", "n4").indexOf(name.substring(0, 2));
            return tree.user(top, names.indexOf(name));
        }

        boolean fits(String name) {
            double[] task = tasks.get(name);
            return left[0] >= task[0] && left[1] >= task[1];
        }

        void settle() {
            names.forEach(name -> rescaled.block(node(name), !fits(name)));
            rescaled.settleAll();
        }

        void change(String name, int by) {
            double[] task = {by * tasks.get(name)[0], by * tasks.get(name)[1]};
            for (int node = node(name); node > AccountTree.ROOT; node = tree.parent(node)) {
                sums.add(node, task);
            }
            rescaled.add(node(name), task);
            left[0] -= task[0];
            left[1] -= task[1];
            count.merge(name, by, Integer::sum);
            settle();
        }

        /** Serves one task, if any fits; by the plain sums, or rescaled. */
        boolean serve(boolean rescales) {
            int node = AccountTree.ROOT;
            while (!tree.isUser(node)) {
                int best = -1;
                for (int place = 0; place < tree.childCount(node); place++) {
                    int child = tree.child(node, place);
                    boolean may =
                            names.stream().anyMatch(name -> isBelow(name, child) && fits(name));
                    if (may && (best < 0 || need(child, rescales) < need(best, rescales))) {
                        best = child;
                    }
                }
                if (best < 0) {
                    return false;
                }
                node = best;
            }
            int leaf = node;
            change(names.stream().filter(name -> node(name) == leaf).findFirst().orElseThrow(), 1);
            return true;
        }

        private float need(int node, boolean rescales) {
            return (float) (rescales ? rescaled.need(node) : sums.dominantShare(node));
        }

        private boolean isBelow(String name, int account) {
            int node = node(name);
            while (node > account && node > AccountTree.ROOT) {
                node = tree.parent(node);
            }
            return node == account;
        }

        Figure filled(boolean rescales) {
            while (serve(rescales)) {}
            return this;
        }
    }

    private static Account of(String name, String... users) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String user : users) {
            shares.put(user, 1.0);
        }
        return new Account(name, 1, List.of(), shares);
    }

    /** n1 wants the second resource; n2,1 the first and n2,2 the second. */
    private static Figure complementary() {
        return new Figure(
                10,
                Map.of(
                        "n1", new double[] {0, 1},
                        "n2,1", new double[] {1, 0},
                        "n2,2", new double[] {0, 1}),
                of("n1", "n1"),
                of("n2", "n2,1", "n2,2"));
    }

    /**
     * Bhattacharya et al., SoCC 2013, section 4.2: once n2,1 has all processors, n2 has the
     * dominant share 1, and whatever n2,2 gives back goes to n1.
     */
    @Test
    void addedUpAsItIsAUserStarvesBesideASiblingWithAnotherResource() {
        Figure plain = complementary().filled(false);
        assertThat(plain.count).as("n1 is first at ties").containsEntry("n1", 6);
        assertThat(plain.count).containsEntry("n2,1", 10).containsEntry("n2,2", 4);
        for (int end = 0; end < 4; end++) {
            plain.change("n2,2", -1);
            plain.serve(false);
        }
        assertThat(plain.count).as("all of n2,2 is gone").containsEntry("n1", 10);
        assertThat(plain.count).containsEntry("n2,2", 0);

        Figure rescaled = complementary().filled(true);
        assertThat(rescaled.count).containsEntry("n1", 5).containsEntry("n2,2", 5);
        for (int end = 0; end < 5; end++) {
            rescaled.change("n2,2", -1);
            rescaled.serve(true);
        }
        assertThat(rescaled.count).as("half of it stays n2's").containsEntry("n2,2", 5);
        assertThat(rescaled.count).containsEntry("n2,1", 10);
    }

    /**
     * The same, section 4.3: three share the first resource, of whom n3,1 is blocked when it is
     * used up. Were it counted on, n3,2 would get two thirds of the second; it gets a half, as n4
     * does.
     */
    @Test
    void whoIsBlockedHoldsNobodyBackAndGivesNobodyMore() {
        Figure figure =
                new Figure(
                                30,
                                Map.of(
                                        "n1", new double[] {1, 0},
                                        "n2", new double[] {1, 0},
                                        "n3,1", new double[] {1, 0},
                                        "n3,2", new double[] {0, 1},
                                        "n4", new double[] {0, 1}),
                                of("n1", "n1"),
                                of("n2", "n2"),
                                of("n3", "n3,1", "n3,2"),
                                of("n4", "n4"))
                        .filled(true);

        assertThat(figure.count)
                .containsEntry("n1", 10)
                .containsEntry("n2", 10)
                .containsEntry("n3,1", 10)
                .containsEntry("n3,2", 15)
                .containsEntry("n4", 15);
    }

    /**
     * By the orders themselves: n2,1 uses up the memory with three of eight nodes, and n2,2 wants
     * accelerators, of which n1 has half.
     */
    @Test
    void theOrdersDifferWhereAnAccountsUsersNeedDifferentResources() {
        assertThat(first(Orders.dominantShare()))
                .as("n2 holds all memory, n1 4 of 8 nodes")
                .isEqualTo(3);
        assertThat(first(Orders.hierarchicalDominantShare()))
                .as("memory is used up; n2 holds 3 of 8 nodes")
                .isEqualTo(4);
    }

    /** Which job is first when both wait for nodes that a's end gives back. */
    private static long first(Order order) {
        Request memory = Request.of(new Consumption(0, 12, 0));
        Request accelerator = Request.of(new Consumption(2, 0, 0));
        List<Job> jobs =
                List.of(
                        new Job(1, 0, 3, 50, 50, "n2,1", "n2", "", memory),
                        new Job(2, 0, 4, 50, 50, "n1", "n1", "", accelerator),
                        new Job(5, 0, 1, 10, 10, "n3", "n3", "", accelerator),
                        new Job(3, 5, 1, 50, 50, "n1", "n1", "", accelerator),
                        new Job(4, 6, 1, 50, 50, "n2,2", "n2", "", accelerator));
        Policy policy = Policy.named("p").order(order).backfill(Backfills.none()).build();
        JobLog log =
                Simulation.of(
                                KnownNodes.with(Machine.flat("eight", 8), 2, 4),
                                Workload.of("few", jobs))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        return log.startMillis(3) < log.startMillis(4) ? 3 : 4;
    }

    @Test
    void consumptionIsChecked() {
        assertThatThrownBy(() -> new Consumption(-2, 0, 0))
                .hasMessage("accelerators (-2.0) must be at least 0.");
    }
}
