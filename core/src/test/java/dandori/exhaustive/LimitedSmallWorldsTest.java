package dandori.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.order.Orders;
import dandori.reference.LimitWatch;
import dandori.reference.World;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No limit is broken, and nobody waits for ever, in all worlds of four jobs on three nodes. */
class LimitedSmallWorldsTest {

    private static final ZonedDateTime LATE = ZonedDateTime.parse("2026-03-31T18:00+09:00");
    private static final int[][] LENGTHS = {{1, 1}, {3, 1}};
    private static final long HOUR = 3_600_000;

    private static final List<Limit> LIMITS =
            List.of(
                    Limit.NONE.nodesAtOnce(2),
                    Limit.NONE.jobsAtOnce(1),
                    Limit.NONE.queuedAtOnce(1),
                    Limit.NONE.nodesAtOnce(2).budget(Budget.of(Period.DAY, 6 * HOUR)),
                    Limit.NONE.budget(Budget.of(Period.DAY, 4 * HOUR).carryOver(0.5)),
                    Limit.NONE
                            .queuedAtOnce(2)
                            .budget(Budget.of(Period.HALF_YEAR, 9 * HOUR).early(0.5)));

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    Backfills.shortest(),
                    Backfills.conservative(),
                    Backfills.replan(),
                    Backfills.depth(2));

    @Test
    void inNoSmallWorldALimitIsBroken() {
        int[] turn = {0};
        int count = SmallWorlds.all(3, 4, LENGTHS, world -> play(world, turn[0]++));

        assertThat(count).isEqualTo(6 * 12 * 12 * 12);
    }

    private static void play(World small, int turn) {
        List<Job> jobs = new ArrayList<>();
        for (Job job : small.jobs()) {
            jobs.add(
                    new Job(
                            job.id(),
                            job.submitMillis() * 3_600,
                            job.nodes(),
                            job.walltimeMillis() * 3_600,
                            job.runMillis() * 3_600,
                            "",
                            job.id() == 2 ? "ntt" : "riken",
                            ""));
        }
        Workload workload = Workload.of("small", jobs);
        for (int i = 0; i < LIMITS.size(); i++) {
            Limits limits = Limits.NONE.withOthers(Subject.ORGANIZATION, LIMITS.get(i));
            JobLog log =
                    Simulation.of(Machine.flat("small", 3), workload)
                            .policy(
                                    Policy.named("limited")
                                            .order(Orders.fcfs())
                                            .backfill(BACKFILLS.get((turn + i) % BACKFILLS.size()))
                                            .admission(limits)
                                            .build())
                            .origin(LATE)
                            .observe(new LimitWatch(limits, workload, LATE))
                            .checking(Checking.FULL)
                            .run()
                            .log();
            for (int job = 0; job < 4; job++) {
                assertThat(log.state(job)).isIn(JobState.COMPLETED, JobState.REJECTED);
            }
        }
    }
}
