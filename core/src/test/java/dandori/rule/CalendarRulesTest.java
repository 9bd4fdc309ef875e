package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Recurrence;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Simulation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarRulesTest {

    private static final long DAY = 24 * 3_600_000L;
    private static final ZonedDateTime ORIGIN =
            ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Test
    void anOpeningThatLastsLongIsStillKnownAtItsEnd() {
        Recurrence rule =
                new Recurrence(1, DayOfWeek.THURSDAY, 40, LocalTime.MIDNIGHT, 100 * DAY, DAY);
        Calendar calendar = new Calendar(List.of(rule), false, Calendar.OnBegin.DRAIN);
        // from 1 January + 40 days for 100 days
        List<Opening> open = calendar.openings(ORIGIN, 139 * DAY, 139 * DAY + 1);
        assertThat(open).contains(new Opening(40 * DAY, 41 * DAY, 140 * DAY));
    }

    @Test
    void jobsOfAPoolWithoutGroupsHaveNone() {
        Partition all =
                new Partition(
                        "all",
                        NodeSet.range(4, 7),
                        1,
                        4,
                        DAY,
                        Set.of(),
                        0,
                        Calendar.ALWAYS,
                        Tenure.WHOLE);
        Machine machine =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(8),
                        List.of(new Pool("plain", 0, 4), new Pool("parted", 4, 4, List.of(all))));
        List<Job> jobs = List.of(new Job(1, 0, 2, 10, 10), new Job(2, 0, 2, 10, 10));
        JobLog log =
                Simulation.of(machine, Workload.of("w", jobs))
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.firstFit())
                                        .build())
                        .routing((job, pools) -> job % 2)
                        .run()
                        .log();
        assertThat(List.of(log.pool(0), log.group(0))).isEqualTo(List.of(0, -1));
        assertThat(List.of(log.pool(1), log.group(1))).isEqualTo(List.of(1, 0));
    }
}
