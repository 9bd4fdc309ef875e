package dandori.story;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conservative promises by count where boxes decide who fits. */
class ConservativeOnShapesTest {

    private static Outcome run(Job... jobs) {
        List<Axis> axes =
                List.of(new Axis("X", 6, false), new Axis("Y", 1, false), new Axis("Z", 1, false));
        Torus line = new Torus(axes, 0, List.of(0, 1, 2), 1e9);
        Machine machine =
                new Machine("line", AllocationUnit.NODE, line, List.of(new Pool("all", 0, 6)));
        return Simulation.of(machine, Workload.of("jobs", List.of(jobs)))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.conservative())
                                .placement(new TorusBoxes(Granule.UNIT, 0, 0, false))
                                .build())
                .checking(Checking.FULL)
                .run();
    }

    @Test
    void whoIsLateHoldsNobodyUpWhosePromiseComesDue() {
        //  A line of 6: A and C leave 0-1 and 4-5 at 10, B stays on 2-3 until 100.
        Outcome outcome =
                run(
                        new Job(1, 0, 2, 10, 10), // A
                        new Job(2, 0, 2, 100, 100), // B
                        new Job(3, 0, 2, 10, 10), // C
                        new Job(4, 1, 4, 20, 20), // promised 10, but B parts the line until 100
                        new Job(5, 2, 2, 60, 60)); // promised 30, when that would have ended
        assertThat(outcome.log().startMillis(3)).isEqualTo(100);
        assertThat(outcome.log().startMillis(4)).isEqualTo(30);
        assertThat(outcome.brokenPromises()).isEqualTo(1);
    }
}
