package dandori.story;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Boxes in resource groups: a line of four units of 12 nodes, all in one group; times in hours. */
class TorusGroupStoryTest {

    private static final long HOUR = 3_600_000;

    private static Job job(int id, long submit, int nodes, long hours) {
        return new Job(
                id, submit * HOUR, nodes, hours * HOUR, hours * HOUR, "", "", "all", Request.PLAIN);
    }

    private static String play(Job... jobs) {
        var axes =
                List.of(
                        new Axis("X", 4, false),
                        new Axis("Y", 1, false),
                        new Axis("Z", 1, false),
                        new Axis("a", 2, false),
                        new Axis("b", 3, true),
                        new Axis("c", 2, false));
        var torus = new Torus(axes, 3, List.of(0, 1, 2, 3, 4, 5), 1e9);
        var group =
                new Partition(
                        "all",
                        NodeSet.range(0, 47),
                        1,
                        48,
                        100 * HOUR,
                        Set.of(),
                        0,
                        Calendar.ALWAYS,
                        Tenure.WHOLE);
        var pools = List.of(new Pool("p", 0, 48, List.of(group)));
        var easy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(new TorusBoxes(Granule.UNIT, 0, 1, true))
                        .build();
        JobLog log =
                Simulation.of(
                                new Machine("m", AllocationUnit.NODE, torus, pools),
                                Workload.of("w", List.of(jobs)))
                        .policy(easy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        StringJoiner story = new StringJoiner(" | ");
        for (int row = 0; row < jobs.length; row++) {
            story.add(
                    "%d %d-%d"
                            .formatted(
                                    log.jobs().id(row),
                                    log.startMillis(row) / HOUR,
                                    log.endMillis(row) / HOUR));
        }
        return story.toString();
    }

    @Test
    void aReservedBoxMayHoldNodesThatAreStillBusy() {
        //  1 has two units until 10. 2 wants all four, and is promised them at 10. 3 would outlast
        //  that on a unit that is free now and reserved; 4 ends in time.
        assertThat(play(job(1, 0, 24, 10), job(2, 1, 48, 5), job(3, 2, 12, 20), job(4, 3, 12, 5)))
                .isEqualTo("1 0-10 | 2 10-15 | 3 15-35 | 4 3-8");
    }

    @Test
    void besideAReservedBoxOthersMayRunOn() {
        //  1 has three units until 10; 2 wants three and is promised those; 3 has the fourth.
        assertThat(play(job(1, 0, 36, 10), job(2, 1, 36, 5), job(3, 2, 12, 20)))
                .isEqualTo("1 0-10 | 2 10-15 | 3 2-22");
    }
}
