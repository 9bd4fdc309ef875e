package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.LentQuota;
import dandori.policy.limit.Reclaim;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.LimitedWorld;
import dandori.reference.ObviousReclaim;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lenders take back what is theirs, as the twin that counts anew at each question has it. */
class ReclaimTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 400);
    private static final List<String> ORDERS = List.of("fcfs", "wfp3", "saf", "lxf", "ljf");
    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    Backfills.shortest(),
                    Backfills.identityEasy(),
                    Backfills.conservative(),
                    Backfills.depth(3),
                    Backfills.replan(),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")));

    @Test
    void whatIsReclaimedEqualsTheTwin() {
        int reclaimed = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            LimitedWorld limited = LimitedWorld.random(seed * 7L, 50);
            long hour = 3_600_000;
            long guaranteed = seed % 3 == 0 ? seed % 8 * hour : 0;
            long checkpoint = (1 + seed % 4) * hour;
            Reclaim.Terms terms = new Reclaim.Terms(guaranteed, false, checkpoint, 0);
            Reclaim fast = new Reclaim(terms);
            Preemption slow = new ObviousReclaim(guaranteed, checkpoint);
            JobLog log = play(seed, limited, fast);
            JobLog twin = play(seed, limited, slow);
            for (int job = 0; job < log.jobs().count(); job++) {
                String where = "seed " + seed + ", job " + job;
                assertThat(log.state(job)).as(where).isEqualTo(twin.state(job));
                assertThat(log.segmentsBefore(job)).as(where).isEqualTo(twin.segmentsBefore(job));
                if (log.hasStarted(job)) {
                    assertThat(log.startMillis(job)).as(where).isEqualTo(twin.startMillis(job));
                    assertThat(log.endMillis(job)).as(where).isEqualTo(twin.endMillis(job));
                }
            }
            reclaimed += log.hasSegments() ? 1 : 0;
        }
        assertThat(reclaimed).isGreaterThan(WORLDS / 10);
    }

    private static JobLog play(int seed, LimitedWorld limited, Preemption preemption) {
        Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
        Placement placement =
                seed % 2 == 0 || backfill.reservesPlaces()
                        ? Placements.firstFit()
                        : Placements.count();
        return Simulation.of(
                        Machine.flat("world", limited.world().nodes()),
                        Workload.of("w", limited.world().jobs()))
                .policy(
                        Policy.named("p")
                                .order(CoreRun.order(ORDERS.get(seed % ORDERS.size())))
                                .backfill(backfill)
                                .placement(placement)
                                .admission(new LentQuota())
                                .preemption(preemption)
                                .build())
                .accounts(limited.accounts())
                .checking(Checking.FULL)
                .run()
                .log();
    }
}
