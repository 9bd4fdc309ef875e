package dandori.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.FixedQuota;
import dandori.policy.limit.LentQuota;
import dandori.policy.limit.Reclaim;
import dandori.policy.order.Orders;
import dandori.policy.spi.Defaults;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Who starves under a stream of others' jobs that never ends, and who does not. */
class StarvingTest {

    private static final long LONGEST_MILLIS = 20_000;

    /** Every order is on one side or the other: one that is new has to say on which. */
    @Test
    void ordersThatLetALargeJobOfAnotherOrganizationStarve() {
        List<String> starving =
                Parts.of(Order.class).stream()
                        .filter(one ->
                                !OrderContract.starving(one.create(Defaults.of(one))).isEmpty())
                        .map(PartProvider::name)
                        .toList();
        assertThat(starving)
                .containsExactlyInAnyOrder(
                        "sjf", "saf", "sqf", "srtf", "srsf", "qssf", "smallest-area-with-patience");
    }

    @Test
    void whoHasAPartOfItsOwnNeverWaits() {
        flood(new FixedQuota(), Preemption.NONE, wait -> wait == 0);
    }

    @Test
    void whatIsLentIsBackWhenTheLongestBorrowerHasEnded() {
        flood(new LentQuota(), Preemption.NONE, wait -> wait <= LONGEST_MILLIS);
    }

    /** Nobody makes way at the instant at which it has started: a millisecond. */
    @Test
    void whatIsReclaimedIsBackAtOnce() {
        flood(new LentQuota(), new Reclaim(Reclaim.Terms.PLAIN), wait -> wait <= 1);
    }

    /**
     * One organization asks for twice the machine all the time; the other for its half now and
     * then, never for more.
     */
    private static void flood(Admission admission, Preemption preemption, LongPredicate isShort) {
        List<Backfill> backfills =
                List.of(
                        Backfills.none(),
                        Backfills.easy(),
                        Backfills.conservative(),
                        Backfills.replan());
        for (int seed = 0; seed < 40; seed++) {
            Backfill backfill = backfills.get(seed % backfills.size());
            JobLog log =
                    Simulation.of(Machine.flat("m", 8), Workload.of("w", jobs(seed)))
                            .policy(
                                    Policy.named("it")
                                            .order(Orders.fcfs())
                                            .backfill(backfill)
                                            .admission(admission)
                                            .preemption(preemption)
                                            .build())
                            .checking(Checking.FULL)
                            .run()
                            .log();
            for (int job = 0; job < log.jobs().count(); job++) {
                if (log.jobs().id(job) < 0) {
                    assertThat(isShort.test(log.waitMillis(job)))
                            .as("seed %d, %s: %d ms", seed, backfill, log.waitMillis(job))
                            .isTrue();
                }
            }
        }
    }

    private static List<Job> jobs(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = new ArrayList<>();
        long at = 0;
        for (int id = 1; id <= 300; id++) {
            int nodes = 1 + random.nextInt(4);
            long run = 1_000 + random.nextLong(LONGEST_MILLIS - 1_000);
            jobs.add(new Job(id, at, nodes, run, run, "many", "many", ""));
            at += nodes * run / 16;
        }
        long last = at;
        for (int turn = 0; turn * 60_000L + 60_000 < last; turn++) {
            long submit = turn * 60_000L + 1 + random.nextLong(10_000);
            jobs.add(new Job(-1 - turn, submit, 4, 10_000, 10_000, "few", "few", ""));
        }
        jobs.sort(Comparator.comparingLong(Job::submitMillis));
        return jobs;
    }
}
