package dandori.story;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.Switched;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One day on four leaves of four nodes: 0-3, 4-7, 8-11 and 12-15. Hours. */
class LeafPackingDayTest {

    private static final long HOUR = 3_600_000;

    private static Job job(int id, int submit, int nodes, int hours) {
        return new Job(id, submit * HOUR, nodes, hours * HOUR, hours * HOUR);
    }

    private static String day(Placement placement) {
        Machine machine = Switched.machine(new int[] {4, 4, 4, 4});
        Workload jobs =
                Workload.of(
                        "day",
                        List.of(
                                job(1, 0, 3, 9),
                                job(2, 0, 2, 5),
                                job(3, 0, 4, 3),
                                job(4, 1, 1, 11),
                                job(5, 2, 6, 4),
                                job(6, 3, 4, 2),
                                job(7, 4, 2, 2),
                                job(8, 6, 7, 3)));
        Policy policy =
                Policy.named("day")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(placement)
                        .build();
        JobLog log =
                Simulation.of(machine, jobs).policy(policy).checking(Checking.FULL).run().log();
        return IntStream.range(0, 8)
                .mapToObj(row ->
                        "%s %d-%d on %s\n"
                                .formatted(
                                        (char) ('A' + row),
                                        log.startMillis(row) / HOUR,
                                        log.endMillis(row) / HOUR,
                                        log.nodeSet(row)))
                .collect(Collectors.joining());
    }

    @Test
    void eachJobFindsItsLeaf() {
        // A leaves one node of its leaf, and D, the next that is small enough, gets it. C and F
        // have
        // a leaf to themselves. E (6) finds 2 + 4, H (7) finds 4 + 3: two leaves each.
        assertThat(day(Placements.leafPacking()))
                .isEqualTo(
                        """
                        A 0-9 on 0-2
                        B 0-5 on 4-5
                        C 0-3 on 8-11
                        D 1-12 on 3
                        E 2-6 on 6-7 12-15
                        F 3-5 on 8-11
                        G 5-7 on 4-5
                        H 6-9 on 8-14
                        """);
    }

    @Test
    void theLowestNumbersTearJobsApart() {
        // The same starts, but B, C, F and G lie across two leaves each, where one would do, and H
        // across three.
        assertThat(day(Placements.firstFit()))
                .isEqualTo(
                        """
                        A 0-9 on 0-2
                        B 0-5 on 3-4
                        C 0-3 on 5-8
                        D 1-12 on 9
                        E 2-6 on 10-15
                        F 3-5 on 5-8
                        G 5-7 on 3-4
                        H 6-9 on 5-8 10-12
                        """);
    }
}
