package dandori.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules are told of run times that are predicted, by hand; times in seconds. */
class PredictionRulesTest {

    private final List<Job> jobs = new ArrayList<>();

    @Test
    void aJobIsPredictedToRunAsLongAsTheLastTwoOfItsUser() {
        // 4 nodes. Ann's jobs took 10 and 20, so C, of 100 at most, is told to end by 45 and passes
        // B, which waits for D until 60.
        job("ann", 0, 1, 100, 10);
        job("ann", 0, 1, 100, 20);
        job("d", 0, 2, 60, 60); // D
        job("b", 25, 4, 50, 50); // B
        job("ann", 30, 2, 100, 30); // C
        assertEquals("0-10 | 0-20 | 0-60 | 60-110 | 30-60", run(Backfills.easy()));
    }

    @Test
    void untilTwoHaveEndedTheWalltimeHolds() {
        job("ann", 0, 1, 100, 10);
        job("bob", 0, 1, 100, 20);
        job("d", 0, 2, 60, 60);
        job("b", 25, 4, 50, 50);
        job("ann", 30, 2, 100, 30);
        assertEquals("0-10 | 0-20 | 0-60 | 60-110 | 110-140", run(Backfills.easy()));
    }

    @Test
    void noPredictionIsAboveTheWalltime() {
        job("ann", 0, 1, 100, 50);
        job("ann", 0, 1, 100, 60);
        job("d", 0, 2, 100, 100);
        job("b", 65, 4, 50, 50);
        job("ann", 70, 2, 30, 30); // told 30, not 55: it ends by 100
        assertEquals("0-50 | 0-60 | 0-100 | 100-150 | 70-100", run(Backfills.easy()));
    }

    @Test
    void aJobThatOutlivesItsPredictionIsToldAMinuteMoreThenFive() {
        // C is told 15, then 75, then 375, at most its 200. The head has 50 for its shadow time,
        // then 110, and 235, when the walltime of C is over.
        job("ann", 0, 1, 100, 10);
        job("ann", 0, 1, 100, 20);
        job("ann", 35, 2, 200, 190); // C: to 50, to 110, to 235
        job("b", 40, 4, 50, 50); // the head
        job("e", 45, 2, 60, 60); // not by 50, but by 110, at 50
        job("e", 52, 2, 125, 115); // not by 110, but by 235, at 110
        job("f", 52, 2, 11, 11); // not by 235, at 225
        assertEquals(
                "0-10 | 0-20 | 35-225 | 225-275 | 50-110 | 110-225 | 275-286",
                run(Backfills.easy()));
    }

    @Test
    void whoWasPromisedNodesThatAreNotGivenBackIsPromisedOthersAndCounts() {
        job("ann", 0, 1, 100, 10);
        job("ann", 0, 1, 100, 20);
        job("ann", 35, 2, 100, 40); // told 15: to 50, to 110
        job("b", 40, 4, 50, 50); // promised 50, then 110, then 75
        Outcome outcome = outcome(Backfills.conservative(), List.of());
        assertEquals("0-10 | 0-20 | 35-75 | 75-125", text(outcome));
        assertEquals(1, outcome.brokenPromises());
    }

    @Test
    void whoIsStillThereWhenNodesLeaveGoesBackToTheQueue() {
        job("ann", 0, 1, 55, 10);
        job("ann", 0, 1, 55, 20);
        job("ann", 30, 4, 100, 40); // told 15, so it may start before the outage at 60
        Outage outage = new Outage(60_000, 80_000, 4);
        assertEquals("0-10 | 0-20 | 80-120", text(outcome(Backfills.easy(), List.of(outage))));
    }

    @Test
    void aJobIsKilledAtItsWalltimeAndThatIsLearnt() {
        job("ann", 0, 1, 10, 90);
        job("ann", 0, 1, 20, 90);
        job("d", 0, 2, 60, 60);
        job("b", 25, 4, 50, 50);
        job("ann", 30, 2, 100, 120); // told 15
        assertEquals("0-10 | 0-20 | 0-60 | 130-180 | 30-130", run(Backfills.easy()));
    }

    private void job(String user, long submit, int nodes, long walltime, long run) {
        jobs.add(
                new Job(
                        jobs.size() + 1,
                        submit * 1_000,
                        nodes,
                        walltime * 1_000,
                        run * 1_000,
                        user,
                        "",
                        ""));
    }

    private String run(Backfill backfill) {
        return text(outcome(backfill, List.of()));
    }

    private String text(Outcome outcome) {
        List<String> each = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            each.add(
                    outcome.log().startMillis(job) / 1_000
                            + "-"
                            + outcome.log().endMillis(job) / 1_000);
        }
        return String.join(" | ", each);
    }

    private Outcome outcome(Backfill backfill, List<Outage> outages) {
        Policy policy =
                Policy.named("predicts")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .estimates(Estimates.PREDICTED)
                        .build();
        Simulation simulation =
                Simulation.of(Machine.flat("m", 4), Workload.of("some", jobs))
                        .policy(policy)
                        .checking(Checking.FULL);
        outages.forEach(simulation::outage);
        return simulation.run();
    }
}
