package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Advance reservations: whom they keep out, whom they let in, and when, by hand. */
class ReservationRulesTest {

    private static Job job(long id, long submit, int nodes, long run, String organization) {
        return new Job(id, submit, nodes, run, run, "u" + id, organization, "");
    }

    private static Simulation run(Backfill backfill, int nodes, Job... jobs) {
        Policy policy =
                Policy.named("policy")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static Simulation easy(int nodes, Job... jobs) {
        return run(Backfills.easy(), nodes, jobs);
    }

    private static String told(Simulation simulation) {
        JobLog log = simulation.run().log();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            String state = log.state(job) == JobState.COMPLETED ? "" : " " + log.state(job).text();
            NodeSet set = Objects.requireNonNull(log.nodeSet(job));
            jobs.add(log.startMillis(job) + "-" + log.endMillis(job) + " on " + set + state);
        }
        return String.join(" | ", jobs);
    }

    private static Reservation kept(int first, int last, long from, long to) {
        return Reservation.of("r", "m", NodeSet.range(first, last), from, to, Set.of("them"));
    }

    @Test
    void othersDoNotRunIntoIt() {
        // Nodes 2 and 3 are kept from 10 to 20. Three nodes for 10 fit before; for 11 they do not.
        assertThat(told(easy(4, job(0, 0, 3, 10, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("0-10 on 0-2");
        assertThat(told(easy(4, job(0, 0, 3, 11, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("20-31 on 0-2");
        assertThat(told(easy(4, job(0, 0, 2, 11, "us")).reservation(kept(2, 3, 10, 20))))
                .isEqualTo("0-11 on 0-1");
    }

    @Test
    void thoseForWhomItIsMayUseItAndGetItFirst() {
        Simulation run =
                easy(4, job(0, 5, 1, 30, "us"), job(1, 10, 1, 5, "them"), job(2, 11, 3, 5, "them"))
                        .reservation(kept(2, 3, 10, 20));
        // The second has a node that is kept for it, though the first free one is 1.
        assertThat(told(run)).isEqualTo("5-35 on 0 | 10-15 on 2 | 15-20 on 1-3");
    }

    @Test
    void theHeadHasASlotAroundItAndOthersSlipIn() {
        // Nodes 0 to 2 are kept. The head of four waits until 20; a job of 9 goes before it, and
        // one of 10 after that, on the node that is not kept.
        Simulation run =
                easy(4, job(0, 1, 4, 10, "us"), job(1, 1, 4, 9, "us"), job(2, 2, 1, 10, "us"))
                        .reservation(kept(0, 2, 10, 20));
        assertThat(told(run)).isEqualTo("20-30 on 0-3 | 1-10 on 0-3 | 10-20 on 3");
    }

    @Test
    void shortJobsMayBorrow() {
        Reservation lends =
                new Reservation(
                        "r",
                        "m",
                        NodeSet.range(0, 3),
                        List.of(new Opening(10, 20, 20), new Opening(30, 40, 40)),
                        Set.of(),
                        Set.of("u1"),
                        3);
        Simulation run =
                easy(4, job(0, 8, 4, 3, "us"), job(1, 11, 4, 4, "us"), job(2, 12, 4, 4, "us"))
                        .reservation(lends);
        // The first would run into it at 8, and borrows from 10 on; the second is the owner's user.
        assertThat(told(run)).isEqualTo("10-13 on 0-3 | 13-17 on 0-3 | 20-24 on 0-3");
    }

    @Test
    void whoWaitsForItIsTold() {
        Outcome outcome =
                easy(4, job(0, 12, 3, 5, "us"))
                        .reservation(kept(2, 3, 10, 20))
                        .explainWaits(true)
                        .run();
        assertThat(Objects.requireNonNull(outcome.waits()).of(0))
                .containsExactly(new Wait(12, 20, WaitReason.RESERVED, Wait.NOBODY));
    }

    @Test
    void everyBackfillKeepsIt() {
        for (Backfill backfill :
                List.of(
                        Backfills.none(),
                        Backfills.conservative(),
                        Backfills.depth(3),
                        Backfills.replan(),
                        Backfills.selective(2),
                        Backfills.slurm(),
                        Backfills.tcs(),
                        Backfills.shortest(),
                        Backfills.identityEasy())) {
            Simulation run =
                    run(backfill, 4, job(0, 0, 3, 11, "us")).reservation(kept(2, 3, 10, 20));
            assertThat(run.run().log().startMillis(0)).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void whatIsNotThereCannotBeReserved() {
        Simulation run = easy(4, job(0, 0, 1, 1, "us")).reservation(kept(2, 4, 10, 20));
        assertThatThrownBy(run::run)
                .hasMessageContaining("Reservation 'r' is of nodes 2-4, but 'm' has 4")
                .hasMessageContaining("\nMaybe ");
        Simulation other =
                easy(4, job(0, 0, 1, 1, "us"))
                        .reservation(Reservation.of("r", "n", NodeSet.range(0, 1), 1, 2, Set.of()));
        assertThatThrownBy(other::run).hasMessageContaining("machine 'n', but there is none");
    }
}
