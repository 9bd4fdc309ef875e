package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Condition;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.routing.LeastLoaded;
import dandori.sim.Checking;
import dandori.sim.Moves;
import dandori.sim.Overrun;
import dandori.sim.RoutedSource;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs that wait for others, and jobs that are there already, by hand. */
class LinkedRulesTest {

    private final WorkloadBuilder jobs = new WorkloadBuilder("linked");

    private void job(long id, long submit, int nodes, long run) {
        jobs.add(new Job(id, submit, nodes, run, run));
    }

    private JobLog run(int... poolOf) {
        Policy easy = Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        return Simulation.of(List.of(Machine.flat("one", 4), Machine.flat("two", 4)), jobs.build())
                .routing((job, pools) -> poolOf[job])
                .policy(easy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /** Nothing else happens on the other machine at that instant. */
    @Test
    void aJobOfAnotherMachineIsLetGoInTheSameInstant() {
        job(1, 0, 4, 10);
        job(2, 1, 4, 5);
        job(3, 2, 4, 5);
        jobs.dependencies().dependsOn(1, 0, Condition.LEFT).dependsOn(2, 1, Condition.STARTED);
        JobLog log = run(0, 1, 0);
        assertThat(log.startMillis(1)).isEqualTo(10);
        assertThat(log.startMillis(2)).isEqualTo(10);
    }

    /** Job 2 is held, so job 3 neither waits behind it nor keeps off nodes that it would need. */
    @Test
    void whoIsHeldHoldsUpNobody() {
        job(1, 0, 3, 10);
        job(2, 1, 4, 5);
        job(3, 2, 1, 50);
        jobs.dependencies().dependsOn(1, 0, Condition.COMPLETED);
        JobLog log = run(0, 0, 0);
        assertThat(log.startMillis(2)).isEqualTo(2);
        assertThat(log.startMillis(1)).isEqualTo(52);
    }

    /** Job 1 is killed at its limit: job 2 is never wanted, and so is job 3; job 4 is. */
    @Test
    void whoIsNeverWantedIsCancelledAndSoAreThoseWhoWantIt() {
        jobs.add(new Job(1, 0, 4, 10, 20));
        job(2, 1, 1, 5);
        job(3, 1, 1, 5);
        job(4, 1, 1, 5);
        jobs.dependencies()
                .dependsOn(1, 0, Condition.COMPLETED)
                .dependsOn(2, 1, Condition.COMPLETED)
                .dependsOn(3, 0, Condition.NOT_COMPLETED);
        JobLog log = run(0, 0, 0, 0);
        assertThat(List.of(log.state(0), log.state(1), log.state(2), log.state(3)))
                .containsExactly(
                        JobState.KILLED,
                        JobState.CANCELLED,
                        JobState.CANCELLED,
                        JobState.COMPLETED);
        assertThat(log.startMillis(3)).isEqualTo(10);
    }

    /** Two of five at once, in their order, although there is room for four. */
    @Test
    void ofASeriesOnlyAFewAreEligible() {
        for (int id = 1; id <= 5; id++) {
            job(id, 0, 1, 10 * id);
        }
        jobs.dependencies().series(new int[] {0, 1, 2, 3, 4}, 2);
        JobLog log = run(0, 0, 0, 0, 0);
        // 1: 0-10, 2: 0-20, 3: 10-40, 4: 20-60, 5: 40-90
        assertThat(List.of(log.startMillis(2), log.startMillis(3), log.startMillis(4)))
                .containsExactly(10L, 20L, 40L);
    }

    /** Job 1 has run since -30 and has 20 to go; job 2 waited since -40 and comes at 0. */
    @Test
    void aSnapshotGoesOn() {
        jobs.add(new Job(1, -50, 3, 50, 50));
        jobs.standing(-30, true);
        jobs.add(new Job(2, -40, 2, 10, 10));
        jobs.standing(0, false);
        JobLog log = run(0, 0);
        assertThat(log.startMillis(0)).isEqualTo(-30);
        assertThat(log.endMillis(0)).isEqualTo(20);
        assertThat(log.startMillis(1)).isEqualTo(20);
        assertThat(log.waitMillis(1)).isEqualTo(60);
    }

    /** Job 1 is let run for 120 although it asked for 100; job 2 waits for its end. */
    @Test
    void whoseTimesAreRaisedMayBeSentToMachines() {
        jobs.add(new Job(1, 0, 4, 100, 120));
        jobs.add(new Job(2, 0, 4, 100, 50));
        jobs.dependencies().dependsOn(1, 0, Condition.LEFT);
        Moves nowhere = new Moves(List.of(), List.of(), List.of(1.0), List.of(1.0), 0);
        RoutedSource source =
                new RoutedSource(
                        jobs.build().withWalltimesRaisedToRunTimes(), new LeastLoaded(), nowhere);
        JobLog log =
                Simulation.of(List.of(Machine.flat("m", 8)), () -> source)
                        .routing(source)
                        .policy(
                                Policy.named("easy")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .build())
                        .overrun(Overrun.EXTEND)
                        .run()
                        .log();
        assertThat(log.endMillis(0)).isEqualTo(120);
        assertThat(log.startMillis(1)).isEqualTo(120);
    }
}
