package dandori.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a job that is preempted, by hand: job 1 is, at 40, for job 2, which runs 10. */
class PreemptRulesTest {

    @Test
    void aKilledJobIsGone() {
        JobLog log = run(PreemptMode.KILL, 100, 60);
        assertEquals(JobState.PREEMPTED, log.state(0));
        assertEquals(40, log.endMillis(0));
    }

    @Test
    void aRequeuedJobBeginsAnew() {
        JobLog log = run(PreemptMode.REQUEUE, 100, 60);
        assertEquals(50 + 60, log.endMillis(0));
        assertEquals(40, log.segmentsBefore(0).get(0).lostMillis());
    }

    @Test
    void aJobWithACheckpointGoesOnFromItWithItsWholeWalltime() {
        JobLog log = run(PreemptMode.CHECKPOINT, 100, 60);
        assertEquals(10, log.segmentsBefore(0).get(0).lostMillis());
        assertEquals(50 + 5 + 30, log.endMillis(0)); // 5 to go on, 30 of 60 done
        assertEquals(JobState.COMPLETED, log.state(0));
        assertEquals(JobState.KILLED, run(PreemptMode.CHECKPOINT, 50, 90).state(0));
        assertEquals(50 + 50, run(PreemptMode.CHECKPOINT, 50, 90).endMillis(0));
    }

    @Test
    void theWalltimeOfASuspendedJobStandsStill() {
        JobLog log = run(PreemptMode.SUSPEND, 100, 60);
        assertEquals(0, log.segmentsBefore(0).get(0).lostMillis());
        assertEquals(50 + 5 + 20, log.endMillis(0));
        assertEquals(50 + 10, run(PreemptMode.SUSPEND, 50, 90).endMillis(0));
    }

    @Test
    void whoeverPlansHearsOfTheEndThatWasEstimatedForTheStay() {
        for (PreemptMode mode : PreemptMode.values()) {
            Hearing hearing = new Hearing();
            run(mode, 100, 60, hearing);
            assertEquals(100L, hearing.estimatedEndMillis.get(0), mode::name);
        }
    }

    private static JobLog run(PreemptMode mode, long walltime, long runtime) {
        return run(mode, walltime, runtime, new LastFirst());
    }

    private static JobLog run(PreemptMode mode, long walltime, long runtime, Backfill backfill) {
        Workload workload =
                Workload.of(
                        "two",
                        List.of(new Job(1, 0, 2, walltime, runtime), new Job(2, 40, 2, 10, 10)));
        Policy policy =
                Policy.named("preempts")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .preemption(new Keeps(mode))
                        .build();
        return Simulation.of(Machine.flat("m", 2), workload)
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /** Whoever came last runs. */
    private static class LastFirst implements Backfill {

        @Override
        public void fill(Situation now, Actions act) {
            int last = now.queue().first();
            for (int job = last; job >= 0; job = now.queue().next(job)) {
                last = job;
            }
            if (last == 1 && now.cluster().runningCount() > 0) {
                act.preempt(now.cluster().running(0));
            }
            if (last >= 0) {
                act.tryStart(last);
            }
        }
    }

    /** The same, listening to when jobs that leave should have ended. */
    private static final class Hearing extends LastFirst {

        final List<Long> estimatedEndMillis = new ArrayList<>();

        @Override
        public void jobEnded(int job, Situation now) {
            estimatedEndMillis.add(now.startMillis(job) + now.estimateMillis(job));
        }
    }

    /** A checkpoint every 30, and 5 to go on. */
    private record Keeps(PreemptMode mode) implements Preemption {

        @Override
        public boolean mayTake(int job, int victim, Situation now) {
            return false;
        }

        @Override
        public PreemptMode mode(int victim, Situation now) {
            return mode;
        }

        @Override
        public long checkpointedMillis(int victim, long workMillis) {
            return workMillis / 30 * 30;
        }

        @Override
        public long restartMillis(int victim) {
            return 5;
        }
    }
}
