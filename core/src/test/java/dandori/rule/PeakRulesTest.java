package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Condition;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.Summary;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.Scheduler;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.routing.LeastLoaded;
import dandori.sim.Moves;
import dandori.sim.Outcome;
import dandori.sim.RoutedSource;
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

    private static Policy easy() {
        return Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
    }

    /** The mean queue and the peak count the same: a job is in the queue once it is there. */
    @Test
    void whoIsOnTheWayIsInNoQueue() {
        // A (4, 20 s) is sent to two at 0, is there at 10 and runs until 30; B (4) is sent at 5, is
        // there at 15 and waits until 30.
        Workload jobs =
                Workload.of(
                        "sent",
                        List.of(
                                new Job(1, 0, 4, 20_000, 20_000, "", "may", ""),
                                new Job(2, 5_000, 4, 20_000, 20_000, "", "may", "")));
        Moves moves =
                new Moves(List.of(0), List.of(true), List.of(1.0, 1.0), List.of(1.0, 1.0), 10_000);
        RoutedSource source = new RoutedSource(jobs, new LeastLoaded(), moves);
        List<Machine> machines = List.of(Machine.flat("one", 1), Machine.flat("two", 4));
        Summary summary =
                Simulation.of(machines, () -> source)
                        .routing(source)
                        .policy(easy())
                        .window(new Window(0, 30_000))
                        .run()
                        .summary();
        assertThat(summary.maxWaiting()).isEqualTo(1);
        assertThat(summary.meanWaiting()).isEqualTo(0.5);
        assertThat(summary.meanBacklogNodeHours())
                .isCloseTo(0.5 * summary.maxBacklogNodeHours(), within(1e-12));
        assertThat(summary.figures().meanWaitMillis().value()).isEqualTo((10_000 + 25_000) / 2.0);
    }

    /** B is held from 0 until A has completed at 100 s, and leaves. */
    @Test
    void whoIsWithdrawnWasInTheQueue() {
        WorkloadBuilder jobs = new WorkloadBuilder("held");
        jobs.add(new Job(1, 0, 1, 100_000, 100_000));
        jobs.add(new Job(2, 0, 50, 100_000, 100_000));
        jobs.dependencies().dependsOn(1, 0, Condition.NOT_COMPLETED);
        Outcome outcome =
                Simulation.of(Machine.flat("m", 100), jobs.build())
                        .policy(easy())
                        .window(new Window(0, 200_000))
                        .run();
        Summary summary = outcome.summary();
        assertThat(outcome.log().state(1)).isEqualTo(JobState.CANCELLED);
        assertThat(outcome.log().waitMillis(1)).isEqualTo(100_000);
        assertThat(summary.maxWaiting()).isEqualTo(1);
        assertThat(summary.meanWaiting()).isEqualTo(0.5);
        assertThat(summary.meanBacklogNodeHours())
                .isCloseTo(0.5 * summary.maxBacklogNodeHours(), within(1e-12));
    }

    /** A, too large, was never in the queue; B was, until it is rejected at 10 s. */
    @Test
    void soWasWhoIsRejectedLater() {
        Workload jobs =
                Workload.of(
                        "rejected",
                        List.of(
                                new Job(1, 0, 9, 60_000, 60_000),
                                new Job(2, 0, 1, 60_000, 60_000)));
        Scheduler scheduler =
                (now, act) -> {
                    if (now.nowMillis() < 10_000) {
                        act.wakeAt(10_000);
                    } else {
                        act.reject(1);
                    }
                };
        Summary summary =
                Simulation.of(Machine.flat("m", 8), jobs)
                        .policy(easy())
                        .scheduler(policy -> scheduler)
                        .window(new Window(0, 40_000))
                        .run()
                        .summary();
        assertThat(summary.figures().rejected()).isEqualTo(2);
        assertThat(summary.maxWaiting()).isEqualTo(1);
        assertThat(summary.meanWaiting()).isEqualTo(0.25);
    }
}
