package dandori.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dandori.failure.Failure;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the promises of conservative backfilling when something breaks. */
class PromiseRulesTest {

    private static Simulation play(int nodes, Failure failure, Job... jobs) {
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.conservative())
                                .placement(Placements.firstFit())
                                .build())
                .failures(machine -> Breaks.inTurn(failure))
                .onFailure(OnFailure.FAIL)
                .checking(Checking.FULL);
    }

    private static Job job(long id, long submit, int nodes, long run) {
        return new Job(id, submit, nodes, run, run);
    }

    /** 4 nodes, all of which job 1 has until 100; so job 2, which asks for all, is promised 100. */
    @Test
    void aPromiseIsBrokenOnlyIfTheJobStartsLaterThanItWasPromised() {
        for (long repair : new long[] {50, 90, 91}) {
            Outcome outcome =
                    play(4, Breaks.node(10, 0, repair), job(1, 0, 4, 100), job(2, 1, 4, 10)).run();
            assertEquals(10 + repair, outcome.log().startMillis(1));
            assertEquals(repair > 90 ? 1 : 0, outcome.brokenPromises());
        }
    }

    /** Until it is known that a node has broken with job 1, job 3 could be promised the time. */
    @Test
    void nobodyIsPromisedNodesThatBreakWithTheJobThatEnds() {
        Outcome outcome =
                play(
                                4,
                                Breaks.node(10, 0, 30),
                                job(1, 0, 3, 50),
                                job(2, 0, 1, 100),
                                job(3, 1, 3, 10))
                        .run();
        assertEquals(40, outcome.log().startMillis(2)); // promised 50 before
        assertEquals(0, outcome.brokenPromises());
    }

    /** Down from 5 on; of the ten, nine leave at 100. */
    @Test
    void aNodeThatAnOutageFindsDownIsPromisedFromItsEndOn() {
        for (long repaired : new long[] {150, 250}) {
            Outcome outcome =
                    play(10, Breaks.node(5, 9, repaired - 5), job(1, 50, 10, 60))
                            .outage(new Outage(100, 200, 10))
                            .window(new Window(0, 100))
                            .run();
            assertEquals(Math.max(200, repaired), outcome.log().startMillis(0));
            assertEquals(repaired > 200 ? 1 : 0, outcome.brokenPromises());
        }
    }
}
