package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Dependencies;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Jobs that a user submits together, after others have left, by hand. */
class BatchRulesTest {

    private static final int[] NOBODY = {};
    private static final long HOUR = 3_600_000;

    private final WorkloadBuilder jobs = new WorkloadBuilder("batches");

    private void job(long id, long submit, int nodes, long run) {
        jobs.add(new Job(id, submit, nodes, run, run));
    }

    private static JobLog run(Workload workload) {
        Policy fcfs = Policy.named("fcfs").order(Orders.fcfs()).backfill(Backfills.none()).build();
        return Simulation.of(Machine.flat("m", 4), workload)
                .policy(fcfs)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static String submissions(JobLog log) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < log.jobs().count(); job++) {
            boolean hasCome = log.state(job) != JobState.UNBORN;
            text.append(hasCome ? log.jobs().submitMillis(job) + " " : "- ");
        }
        return text.toString().strip();
    }

    /** The first two end at 10 and at 30; he thinks 5, and the third comes 2 after the second. */
    @Test
    void aBatchComesAThinkTimeAfterTheLastThatItAwaits() {
        job(1, 0, 4, 10);
        job(2, 1, 4, 20);
        job(3, 100, 1, 10);
        job(4, 102, 1, 10);
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0, 1}, NOBODY, 0);
        links.batch(first, new int[] {2, 3}, new int[] {0, 1}, 5);
        assertThat(submissions(run(jobs.build()))).isEqualTo("0 1 35 37");
    }

    /** He awaits nobody, but thinks after the last submission of the batch before. */
    @Test
    void aBatchComesAfterTheOneBefore() {
        job(1, 0, 1, 10);
        job(2, 50, 1, 10);
        job(3, 60, 1, 10);
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0, 1}, NOBODY, 0);
        links.batch(first, new int[] {2}, new int[] {0}, 3);
        assertThat(submissions(run(jobs.build()))).isEqualTo("0 50 53");
    }

    /** It would begin at 2 o'clock, but the job before ends after 27 hours: at 2 two days later. */
    @Test
    void aSessionBeginsAtItsTimeOfTheDay() {
        job(1, 0, 4, 27 * HOUR);
        job(2, 2 * HOUR, 1, HOUR);
        job(3, 3 * HOUR, 1, HOUR);
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0}, NOBODY, 0);
        int second = links.batch(first, new int[] {1}, new int[] {0}, -1);
        links.batch(second, new int[] {2}, NOBODY, -1);
        assertThat(submissions(run(jobs.build()))).isEqualTo("0 " + 50 * HOUR + " " + 51 * HOUR);
    }

    @Test
    void whoAwaitsItselfNeverComes() {
        job(1, 0, 4, 10);
        job(2, 1, 4, 20);
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0}, NOBODY, 0);
        links.batch(first, new int[] {1}, new int[] {1}, 5);
        assertThat(submissions(run(jobs.build()))).isEqualTo("0 -");
    }

    /** Without the second batch the third comes after the first, and awaits what is left. */
    @Test
    void batchesAreCopiedWithWhatIsLeftOfThem() {
        for (int job = 0; job < 4; job++) {
            job(job + 1, job * 100, 4, 10);
        }
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0}, NOBODY, 0);
        int second = links.batch(first, new int[] {1}, new int[] {0}, 7);
        links.batch(second, new int[] {2, 3}, new int[] {1}, 8);
        Workload all = jobs.build();
        assertThat(submissions(run(all))).isEqualTo("0 17 35 135");

        WorkloadBuilder some = new WorkloadBuilder("some");
        some.add(new Job(1, 0, 4, 10, 10));
        some.add(new Job(3, 200, 4, 10, 10));
        Objects.requireNonNull(all.dependencies())
                .copyTo(some.dependencies(), new int[] {0, -1, 1, -1});
        Workload fewer = some.build();
        assertThat(fewer.dependencies().batchCount()).isEqualTo(2);
        assertThat(submissions(run(fewer))).isEqualTo("0 8");
    }

    @Test
    void nobodyIsNamedTwice() {
        Dependencies.Builder links = jobs.dependencies();
        int first = links.batch(-1, new int[] {0}, NOBODY, 0);
        links.batch(first, new int[] {1}, new int[] {0}, 5);
        assertThatThrownBy(() -> links.batch(first, new int[] {2}, NOBODY, 5))
                .hasMessageContaining("previous (0) must be a batch that no other follows");
        assertThatThrownBy(() -> links.batch(7, new int[] {2}, NOBODY, 5))
                .hasMessageContaining("previous (7)");
        assertThatThrownBy(() -> links.batch(1, new int[] {1}, NOBODY, 5))
                .hasMessageContaining("The job at place 1 is named twice");
        assertThatThrownBy(() -> links.batch(1, new int[] {3}, new int[] {0}, 5))
                .hasMessageContaining("The job at place 0 is named twice");
    }
}
