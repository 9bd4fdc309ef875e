package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobFigures;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.Simulation;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** One test for each rule about how jobs end. */
class EndingRulesTest {

    @Test
    void aJobThatItsUserEndsIsCancelledAtItsRunTime() {
        Workload workload =
                workload(id -> id == 1, List.of(job(1, 0, 100, 40), job(2, 0, 100, 40)));
        Outcome outcome = play(workload, 1, Overrun.KILL);
        assertThat(outcome.log().state(0)).isEqualTo(JobState.CANCELLED);
        assertThat(outcome.log().endMillis(0)).isEqualTo(40);
        assertThat(outcome.log().startMillis(1)).isEqualTo(40);
        assertThat(outcome.log().state(1)).isEqualTo(JobState.COMPLETED);
        JobFigures figures = outcome.summary().figures();
        assertThat(figures.cancelled()).isEqualTo(1);
        assertThat(figures.completed()).isEqualTo(1);
        assertThat(figures.unfinished()).isZero();
    }

    @Test
    void theTimeLimitComesBeforeTheUser() {
        Workload workload = workload(id -> true, List.of(job(1, 0, 30, 40)));
        Outcome killed = play(workload, 1, Overrun.KILL);
        assertThat(killed.log().state(0)).isEqualTo(JobState.KILLED);
        assertThat(killed.log().endMillis(0)).isEqualTo(30);
        Outcome extended = play(workload, 1, Overrun.EXTEND);
        assertThat(extended.log().state(0)).isEqualTo(JobState.CANCELLED);
        assertThat(extended.log().endMillis(0)).isEqualTo(40);
    }

    @Test
    void aJobThatIsMovedToItsPlaceInTimeTakesItsEndingAlong() {
        Workload workload =
                workload(
                        id -> id != 2,
                        List.of(job(1, 50, 100, 40), job(2, 20, 100, 40), job(3, 10, 100, 40)));
        assertThat(workload.isEndedByUser(0)).isTrue();
        assertThat(workload.isEndedByUser(1)).isFalse();
        assertThat(workload.isEndedByUser(2)).isTrue();
    }

    @Test
    void whoEndsAJobChangesNothingButItsState() {
        for (int seed = 0; seed < 30; seed++) {
            World world = Worlds.random(seed, 80);
            Outcome plain = play(Workload.of("plain", world.jobs()), world.nodes(), Overrun.KILL);
            Outcome ended =
                    play(workload(id -> id % 2 == 0, world.jobs()), world.nodes(), Overrun.KILL);
            for (int row = 0; row < world.jobs().size(); row++) {
                JobState state = plain.log().state(row);
                boolean byUser = plain.log().jobs().id(row) % 2 == 0;
                assertThat(ended.log().state(row))
                        .isEqualTo(
                                byUser && state == JobState.COMPLETED ? JobState.CANCELLED : state);
                if (plain.log().hasStarted(row)) {
                    assertThat(ended.log().endMillis(row)).isEqualTo(plain.log().endMillis(row));
                }
            }
        }
    }

    private static Workload workload(LongPredicate isEndedByUser, List<Job> jobs) {
        WorkloadBuilder builder = new WorkloadBuilder("ended by users");
        for (Job job : jobs) {
            builder.add(job);
            if (isEndedByUser.test(job.id())) {
                builder.endedByUser();
            }
        }
        return builder.build();
    }

    private static Job job(long id, long submitMillis, long walltimeMillis, long runMillis) {
        return new Job(id, submitMillis, 1, walltimeMillis, runMillis);
    }

    private static Outcome play(Workload workload, int nodes, Overrun overrun) {
        return Simulation.of(Machine.flat("m", nodes), workload)
                .policy(
                        Policy.named("easy")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .build())
                .overrun(overrun)
                .checking(Checking.FULL)
                .run();
    }
}
