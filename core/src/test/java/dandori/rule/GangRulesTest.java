package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Gang;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Turns by hand, in seconds; slices of 30 s. Those on 5 nodes are the examples of Slurm's page on
 * gang scheduling, without the time that its scheduler and its people need.
 */
class GangRulesTest {

    @Test
    void twoJobsOnAllNodesTakeTurns() {
        // Jobs 3 and 4 of the page, with 70 s of run time.
        assertThat(run(5, job(0, 5, 70), job(8, 5, 70)))
                .isEqualTo("A 0-30 60-90 120-130 | B 30-60 90-120 130-140");
    }

    @Test
    void whoeverFitsBesideGoesOn() {
        // Jobs 9, 10 and 11 of the page: "Job 10 runs continually".
        assertThat(run(5, job(0, 3, 60), job(2, 2, 100), job(5, 3, 60)))
                .isEqualTo("A 0-30 60-90 | B 2-102 | C 30-60 90-120");
    }

    @Test
    void smallOnesPassWhileALargeOneWaitsForItsTurn() {
        // Jobs 12, 13 and 14 of the page. C began within the slice, but stands behind B.
        assertThat(run(5, job(0, 3, 40), job(3, 5, 40), job(8, 2, 40)))
                .isEqualTo("A 0-30 60-70 | B 30-60 78-88 | C 8-30 60-78");
    }

    @Test
    void sixJobsShareTheTimeOfFourPlaces() {
        // Jobs 51 to 56 of the page. E and F come after A to D, and A and B go on beside them, who
        // stand before C and D; then C and D have their turn, with E and F; then A and B again.
        assertThat(
                        run(
                                4,
                                job(0, 1, 90),
                                job(0, 1, 90),
                                job(0, 1, 90),
                                job(0, 1, 90),
                                job(0, 1, 90),
                                job(0, 1, 90)))
                .isEqualTo(
                        "A 0-60 90-120 | B 0-60 90-120 | C 0-30 60-120 | D 0-30 60-120"
                                + " | E 30-90 120-150 | F 30-90 120-150");
    }

    @Test
    void whoHasHadMoreThanASliceMakesWayAtOnce() {
        // Nobody waits from 0 to 100: the slice is long over.
        assertThat(run(1, job(0, 1, 120), job(100, 1, 35)))
                .isEqualTo("A 0-100 130-150 | B 100-130 150-155");
    }

    @Test
    void freeNodesGoToWhoStandsFirstInTheRound() {
        // B stands first when A ends, and the next slice begins.
        assertThat(run(2, job(0, 2, 10), job(1, 2, 30), job(2, 1, 50)))
                .isEqualTo("A 0-10 | B 10-40 | C 40-90");
        // C stands before D, but needs both nodes; D begins within the slice and keeps its place,
        // so that it runs before A again, and beside it.
        assertThat(run(2, job(0, 1, 60), job(0, 1, 10), job(1, 2, 30), job(2, 1, 40)))
                .isEqualTo("A 0-30 60-90 | B 0-10 | C 30-60 | D 10-30 60-80");
    }

    @Test
    void goingOnTakesTime() {
        // 4 s each time that a job goes on.
        assertThat(told(run(new Gang(30_000, 4_000), 1, job(0, 1, 40), job(0, 1, 20))))
                .isEqualTo("A 0-30 50-64 | B 30-50");
        assertThatThrownBy(() -> new Gang(30_000, 30_000))
                .hasMessage(
                        "restart (30000 ms) must be at least 0, and shorter than timeSlice (30000"
                                + " ms).");
    }

    @Test
    void aSliceOfAnIdleMachineIsNoEvent() {
        // A hundred days, on which nobody waits for more than two slices.
        Counted counted = new Counted(new Gang(1_000, 0), new AtomicInteger());
        Outcome result = run(counted, 1, job(0, 1, 8_640_000), job(8_639_998, 1, 5));
        assertThat(told(result))
                .isEqualTo(
                        "A 0-8639998 8639999-8640000 8640001-8640002"
                                + " | B 8639998-8639999 8640000-8640001 8640002-8640005");
        assertThat(counted.passes.get()).isLessThan(10);
    }

    /** The same backfill, with its passes counted. */
    private record Counted(Backfill counted, AtomicInteger passes) implements Backfill {

        @Override
        public Backfill forRun() {
            return new Counted(counted.forRun(), passes);
        }

        @Override
        public Preemption preemption() {
            return counted.preemption();
        }

        @Override
        public boolean passesWithoutRoom() {
            return counted.passesWithoutRoom();
        }

        @Override
        public void fill(Situation now, Actions act) {
            passes.incrementAndGet();
            counted.fill(now, act);
        }
    }

    private static Job job(long submit, int nodes, long run) {
        return new Job(0, submit * 1_000, nodes, run * 10_000, run * 1_000);
    }

    private static String run(int nodes, Job... jobs) {
        return told(run(new Gang(30_000, 0), nodes, jobs));
    }

    private static String told(Outcome result) {
        return ClusterOrderRulesTest.told(result.log());
    }

    private static Outcome run(Backfill gang, int nodes, Job... jobs) {
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(Policy.named("p").order(Orders.fcfs()).backfill(gang).build())
                .checking(Checking.FULL)
                .run();
    }
}
