package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Segment;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Preemptive;
import dandori.policy.order.Gittins;
import dandori.policy.order.LeastAttained;
import dandori.policy.order.Orders;
import dandori.policy.order.Themis;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The orders of training clusters under rank and fit, by hand. Times are in seconds. */
class ClusterOrderRulesTest {

    @Test
    void whoHasHadItsPartOfAQueueFallsBehind() {
        // 2 nodes, a threshold of 8 node seconds. A (2 nodes) has had 8 at 4, when B, which came at
        // 1 and fits beside nobody, takes one of its nodes.
        assertThat(run(2, las(0, 8), 0, job(0, 2, 10), job(1, 1, 3)))
                .isEqualTo("A 0-4 7-13 | B 4-7");
    }

    @Test
    void withinAQueueWhoHasRunStaysAhead() {
        // C would fit if B made way, but B is in the same queue and has run.
        assertThat(run(4, las(0, 1_000), 0, job(0, 2, 5), job(1, 2, 9), job(2, 4, 3)))
                .isEqualTo("A 0-5 | B 1-10 | C 10-13");
    }

    @Test
    void whoFallsStandsBehindThoseWhoWaitInTheNextQueue() {
        // One node, thresholds of 2 and 100: A runs 0-2, B 2-4, and C 4-6 each fall behind. In the
        // second queue they have run in none: A came first.
        assertThat(run(1, las(0, 2, 100), 0, job(0, 1, 3), job(1, 1, 3), job(1, 1, 4)))
                .isEqualTo("A 0-2 6-7 | B 2-4 7-8 | C 4-6 8-10");
    }

    @Test
    void whoHasWaitedLongEnoughIsPromoted() {
        // One node, threshold 4, promote 1. A falls at 4, B runs from 4 and falls at 8; A has
        // waited
        // 4 for the 4 that it has run, and is promoted at 8; it ends at 10.
        assertThat(run(1, las(1, 4), 0, job(0, 1, 6), job(4, 1, 9)))
                .isEqualTo("A 0-4 8-10 | B 4-8 10-15");
        // With promote 0 it is its turn too: B falls behind it.
        assertThat(run(1, las(0, 4), 0, job(0, 1, 6), job(4, 1, 9), job(5, 1, 2)))
                .isEqualTo("A 0-4 10-12 | B 4-8 12-17 | C 8-10");
        // C comes at 5 and runs from 8 in the first queue; A is promoted at 8 as well, behind C.
        assertThat(run(1, las(1, 4), 0, job(0, 1, 6), job(4, 1, 9), job(5, 1, 2)))
                .isEqualTo("A 0-4 10-12 | B 4-8 12-17 | C 8-10");
    }

    @Test
    void goingOnTakesARestart() {
        assertThat(run(2, las(0, 8), 1_000, job(0, 2, 10), job(1, 1, 3)))
                .isEqualTo("A 0-4 7-14 | B 4-7");
    }

    @Test
    void theThresholdsAreThoseOfThePapersSimulator() {
        assertThat(LeastAttained.TIRESIAS.thresholds()).containsExactly(3_250.0, 7_200.0);
        assertThat(Gittins.TIRESIAS.delta()).isEqualTo(3_250);
        assertThatThrownBy(() -> new LeastAttained(List.of(5.0, 5.0), 1, 0))
                .hasMessageContaining("must ascend");
    }

    @Test
    void theIndexIsThatOfTheFormula() {
        // Services of 2, 2, 2 and 20 are known, and the step is 4. Who has had nothing: 3 of 4 end
        // within it, for 2 + 2 + 2 + 4 · 1 = 10: 0.3. Who has had 2: none of 1 does within 6: 0.
        // Who has had 17: 1 of 1, for 20: 0.05.
        // So a newcomer comes before A once A has had something (A: (2 of 1..5 and) ...).
        Gittins order = new Gittins(4, 1, 1_000, List.of(2.0, 2.0, 2.0, 20.0));
        // A runs; at 2 its index falls to 0, so B, whose is 0.3, takes the node until 4, when its
        // own is 0 and A was submitted earlier.
        assertThat(run(1, order, 0, job(0, 1, 5), job(1, 1, 3))).isEqualTo("A 0-2 4-7 | B 2-4 7-8");
    }

    @Test
    void theShortestRemainingTimeComesFirst() {
        // B (3) takes the node from A, of which 8 are left; C, which comes at 3 with 6, waits for B
        // and is shorter than the rest of A.
        assertThat(run(1, Orders.shortestRemaining(), 0, job(0, 1, 10), job(2, 1, 3), job(3, 1, 6)))
                .isEqualTo("A 0-2 11-19 | B 2-5 | C 5-11");
        // 2 nodes: of A 2 · 8 are left, B asks for 1 · 9.
        assertThat(run(2, Orders.smallestRemainingService(), 0, job(0, 2, 10), job(2, 1, 9)))
                .isEqualTo("A 0-2 11-19 | B 2-11");
        assertThat(run(2, Orders.shortestRemaining(), 0, job(0, 2, 10), job(2, 1, 9)))
                .isEqualTo("A 0-10 | B 10-19");
    }

    @Test
    void earlierJobsOfTheUserPredict() {
        // A ran 4 of 100; so B, of the same user, is taken for 4, and C, whose user is unknown, for
        // 4 too, as everybody's; on 2 nodes that is 8.
        assertThat(
                        run(
                                2,
                                Orders.quasiShortest(),
                                0,
                                user("a", 0, 2, 4),
                                user("c", 5, 2, 9),
                                user("a", 6, 1, 3)))
                .isEqualTo("A 0-4 | B 5-6 9-17 | C 6-9");
    }

    @Test
    void whoFaresWorstComesFirstWhenALeaseEnds() {
        // One node, leases of 4 s. At 4, A (10 s, since 0): 10 / (10 · 2) = 0.5. B (2 s, since 1):
        // (3 + 2) / (2 · 2) = 1.25, so B runs, and A has the node back at 6.
        assertThat(run(1, new Themis(4_000), 0, job(0, 1, 10), job(1, 1, 2)))
                .isEqualTo("A 0-4 6-12 | B 4-6");
    }

    private static Order las(double promote, int... thresholds) {
        List<Double> all = new ArrayList<>();
        for (int threshold : thresholds) {
            all.add((double) threshold);
        }
        return new LeastAttained(all, 1, promote);
    }

    private static Job job(long submit, int nodes, long run) {
        return user("", submit, nodes, run);
    }

    private static Job user(String name, long submit, int nodes, long run) {
        return new Job(0, submit * 1_000, nodes, 1_000_000, run * 1_000, name, "", "");
    }

    /** When each job was on nodes; walltimes are exact for those who need to know. */
    static String run(int nodes, Order order, long restart, Job... jobs) {
        List<Job> exact = new ArrayList<>();
        for (Job job : jobs) {
            exact.add(
                    new Job(
                            exact.size() + 1,
                            job.submitMillis(),
                            job.nodes(),
                            job.runMillis() + (restart > 0 ? 60_000 : 0),
                            job.runMillis(),
                            job.user(),
                            "",
                            ""));
        }
        Policy policy =
                Policy.named("p").order(order).backfill(new Preemptive(true, restart)).build();
        JobLog log =
                Simulation.of(Machine.flat("m", nodes), Workload.of("w", exact))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        return told(log);
    }

    static String told(JobLog log) {
        List<String> all = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            StringBuilder one = new StringBuilder(String.valueOf((char) ('A' + job)));
            for (Segment stay : log.segmentsBefore(job)) {
                one.append(stay(stay.startMillis(), stay.endMillis()));
            }
            one.append(stay(log.startMillis(job), log.endMillis(job)));
            all.add(one.toString());
        }
        return String.join(" | ", all);
    }

    private static String stay(long from, long to) {
        return " %d-%d".formatted(from / 1_000, to / 1_000);
    }
}
