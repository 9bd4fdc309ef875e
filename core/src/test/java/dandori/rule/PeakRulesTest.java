package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peaks are those after the last pass of an instant. */
class PeakRulesTest {

    @Test
    void aJobOfRunTimeZeroIsBusyForNoTimeAtAll() {
        //  10 nodes. A (2) runs from 0; B (8) has run time 0 and comes and goes at 5; C (1) comes
        // at 9.
        Workload jobs =
                Workload.of(
                        "zero",
                        List.of(
                                new Job(1, 0, 2, 100_000, 100_000),
                                new Job(2, 5_000, 8, 60_000, 0),
                                new Job(3, 9_000, 1, 1_000, 1_000)));
        Policy policy =
                Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        Outcome outcome = Simulation.of(Machine.flat("m", 10), jobs).policy(policy).run();
        assertThat(outcome.log().endMillis(1)).isEqualTo(5_000);
        assertThat(outcome.summary().maxBusyNodes()).isEqualTo(3);
    }

    @Test
    void jobsOfOneInstantAreMeasuredUntilTheLastEnd() {
        //  4 nodes. A (4, 10 s) and B (3, 10 s) come at 0: the window goes on to 20.
        Workload jobs =
                Workload.of(
                        "burst",
                        List.of(
                                new Job(1, 0, 4, 10_000, 10_000),
                                new Job(2, 0, 3, 10_000, 10_000)));
        Policy policy =
                Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        Outcome outcome = Simulation.of(Machine.flat("m", 4), jobs).policy(policy).run();
        assertThat(outcome.window().lengthMillis()).isEqualTo(20_000);
        assertThat(outcome.summary().maxBusyNodes()).isEqualTo(4);
        assertThat(outcome.utilization()).isEqualTo(70 / 80.0);
    }
}
