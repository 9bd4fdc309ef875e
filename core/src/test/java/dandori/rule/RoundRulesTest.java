package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.backfill.Objective;
import dandori.policy.backfill.RoundTargets;
import dandori.policy.backfill.Rounds;
import dandori.policy.order.Orders;
import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds by hand, of 10 s each. Times are in seconds. */
class RoundRulesTest {

    @Test
    void equalJobsTakeTurns() {
        // One node. B comes at 1 and is there in the round at 10: from then on both are due half of
        // the time, and A came first. At 20 B has had less, at 30 both as much. A ends at 35, so
        // nothing runs and a round begins at once.
        assertThat(run(1, Objective.MAX_MIN, job("", 0, 1, 25), job("", 1, 1, 15)))
                .isEqualTo("A 0-20 30-35 | B 20-30 35-40");
    }

    @Test
    void whoComesWaitsForTheNextRoundEvenIfNodesAreFree() {
        // B waits for 10 though a node is free; C comes when nothing runs, and starts.
        assertThat(
                        run(
                                2,
                                Objective.MAX_MIN,
                                job("", 0, 1, 12),
                                job("", 3, 1, 1),
                                job("", 23, 1, 1)))
                .isEqualTo("A 0-12 | B 10-11 | C 23-24");
    }

    @Test
    void largeJobsAreOnTheirNodesForLessOfTheTime() {
        // 4 nodes: A and B ask for 4 each, C for 1. Nodes × fraction: C 1, A and B 1.5 each.
        assertThat(RoundTargets.maxMin(4, new int[] {4, 4, 1})).containsExactly(0.375, 0.375, 1);
        assertThat(RoundTargets.maxMin(4, new int[] {2, 1})).containsExactly(1, 1);
    }

    @Test
    void organizationsShareByWeight() {
        // 8 nodes; x has 3 shares, y 1: 6 and 2. x asks for 4 only, so y has 4, 2 for each job.
        assertThat(
                        RoundTargets.hierarchical(
                                8, new int[] {4, 4, 4}, new int[] {0, 1, 1}, new double[] {3, 1}))
                .containsExactly(1, 0.5, 0.5);
        // Both of y's jobs ask for 8: x has 6 of 8 for its one job.
        assertThat(
                        RoundTargets.hierarchical(
                                8, new int[] {8, 8, 8}, new int[] {0, 1, 1}, new double[] {3, 1}))
                .containsExactly(0.75, 0.125, 0.125);
    }

    @Test
    void theSharesAreThoseOfTheAccounts() {
        // One node, x with 2 shares, y with 1: x has two rounds of three.
        assertThat(run(1, Objective.ORGANIZATIONS, job("x", 0, 1, 40), job("y", 0, 1, 20)))
                .isEqualTo("A 0-10 20-40 50-60 | B 10-20 40-50");
    }

    @Test
    void allEndTogether() {
        // 2 nodes, 30 s and 10 s on 2, 20 s on 1: 100 node seconds, so 50 s: 0.6, 0.2, 0.4.
        assertThat(RoundTargets.makespan(2, new int[] {2, 2, 1}, new double[] {30, 10, 20}))
                .containsExactly(0.6, 0.2, 0.4);
        // 10 nodes are enough for all at once: the longest runs all of the time.
        assertThat(RoundTargets.makespan(10, new int[] {2, 2, 1}, new double[] {30, 10, 20}))
                .containsExactly(1, 10 / 30.0, 20 / 30.0);
    }

    @Test
    void nobodyIsMuchLaterThanAlone() {
        // One node, 2 jobs with 10 s left. A is 10 old, B new; alone each would need 20 (A has 0
        // done). ρ = (10 + 10 / a) / 20 = (0 + 10 / b) / 20 with a + b = 1: b = 1 - a, so
        // 10 + 10 / a = 10 / (1 - a): a = 0.618, b = 0.382.
        double[] fair =
                RoundTargets.finishTime(
                        1,
                        new int[] {1, 1},
                        new double[] {10, 0},
                        new double[] {10, 10},
                        new double[] {20, 20});
        assertThat(fair[0]).isCloseTo(0.618, within(1e-3));
        assertThat(fair[1]).isCloseTo(0.382, within(1e-3));
    }

    private static Job job(String organization, long submit, int nodes, long run) {
        return new Job(0, submit * 1_000, nodes, run * 1_000, run * 1_000, "", organization, "");
    }

    private static String run(int nodes, Objective objective, Job... jobs) {
        Accounts accounts = new Accounts(List.of(Account.of("x", 2), Account.of("y", 1)));
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(new Rounds(objective, 10_000, 0))
                        .build();
        return ClusterOrderRulesTest.told(
                Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                        .policy(policy)
                        .accounts(accounts)
                        .checking(Checking.FULL)
                        .run()
                        .log());
    }
}
