package dandori.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples do what they say. */
class ExamplesTest {

    private static final long HOUR = 3_600_000;

    /** One large job and, every hour, a small one that would always come before it. */
    private static Workload starving() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(1, 0, 2, 2 * HOUR, 2 * HOUR)); // busy until 2 h
        jobs.add(new Job(2, 1, 2, 10 * HOUR, 10 * HOUR)); // the large one
        for (int i = 0; i < 30; i++) {
            jobs.add(new Job(3 + i, 2 + i * HOUR, 2, HOUR, HOUR));
        }
        return Workload.of("starving", jobs);
    }

    private static JobLog run(Order order) {
        Policy policy = Policy.named("it").order(order).backfill(Backfills.easy()).build();
        return Simulation.of(Machine.flat("two", 2), starving())
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    @Test
    void patienceEndsStarvation() {
        assertThat(run(Orders.smallestAreaFirst()).startMillis(1)).isEqualTo(32 * HOUR);
        assertThat(run(new SmallestAreaWithPatience(1)).startMillis(1)).isLessThan(32 * HOUR);
    }

    @Test
    void theOrderIsKnownByName() {
        var provider = Parts.named(Order.class, "smallest-area-with-patience").orElseThrow();
        Options options = new Options(Map.of("patience", 6.0 * HOUR));
        assertThat(provider.create(options)).isEqualTo(new SmallestAreaWithPatience(6));
        assertThatThrownBy(() -> new SmallestAreaWithPatience(0)).hasMessageContaining("(0.0)");
    }

    @Test
    void aSchedulerOfOnesOwnDecidesEverything() {
        Workload jobs =
                Workload.of(
                        "mixed",
                        List.of(
                                new Job(1, 0, 1, 10, 10),
                                new Job(2, 0, 3, 10, 10),
                                new Job(3, 0, 2, 10, 10),
                                new Job(4, 5, 4, 10, 10)));
        Policy policy = Policy.named("own").order(Orders.fcfs()).backfill(Backfills.none()).build();
        JobLog log =
                Simulation.of(Machine.flat("four", 4), jobs)
                        .policy(policy)
                        .scheduler(chosen -> new LargestThatFits())
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertThat(log.startMillis(0)).isZero(); // 3 + 1 nodes
        assertThat(log.startMillis(1)).isZero();
        assertThat(log.startMillis(3)).isEqualTo(10); // the largest first
        assertThat(log.startMillis(2)).isEqualTo(20);
    }

    /** Two of four nodes busy until 4 h; a large job waits for all, small ones come every hour. */
    private static Workload oneLarge() {
        return Workload.of(
                "one large",
                List.of(
                        new Job(1, 0, 2, 4 * HOUR, 4 * HOUR),
                        new Job(2, 1, 4, HOUR, HOUR),
                        new Job(3, HOUR, 2, 4 * HOUR, 4 * HOUR),
                        new Job(4, 3 * HOUR, 2, 3 * HOUR, 3 * HOUR)));
    }

    private static Simulation onFour(Backfill backfill) {
        Policy policy = Policy.named("it").order(Orders.fcfs()).backfill(backfill).build();
        return Simulation.of(Machine.flat("four", 4), oneLarge())
                .policy(policy)
                .checking(Checking.FULL);
    }

    @Test
    void withoutAReservationTheLargeJobIsOvertakenAgainAndAgain() {
        JobLog log = onFour(new FirstThatFits()).run().log();
        assertThat(log.startMillis(2)).isEqualTo(HOUR);
        assertThat(log.startMillis(3)).isEqualTo(4 * HOUR);
        assertThat(log.startMillis(1)).isEqualTo(7 * HOUR);
        assertThat(onFour(Backfills.easy()).run().log().startMillis(1)).isEqualTo(4 * HOUR);
    }

    @Test
    void anObserverAddsUpWhatWasIdle() {
        IdleWhileWaiting idle = new IdleWhileWaiting();
        onFour(Backfills.easy()).observe(idle).run();
        // Two nodes from 1 ms to 4 h, kept for the large job; nobody waits beside idle nodes later.
        assertThat(idle.nodeHours()).isCloseTo(8, within(0.001));
    }
}
