package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ShapedWorlds.World;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.TwinEasyByShape;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever the backfill, boxes are boxes, no node serves two jobs, and everybody has a turn. */
class ShapesUnderEveryBackfillTest {

    private static final List<Supplier<Backfill>> BACKFILLS =
            List.of(
                    Backfills::none,
                    Backfills::easy,
                    Backfills::shortest,
                    Backfills::conservative,
                    Backfills::replan,
                    Backfills::slurm,
                    Backfills::tcs,
                    () -> CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    () -> CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                    () -> Backfills.selective(2),
                    () -> Backfills.lookAhead(50),
                    () -> Backfills.slack(1),
                    () -> Backfills.deadline(0),
                    () -> Backfills.depth(2));

    @Test
    void everybodyHasATurn() {
        for (int seed = 0; seed < 300; seed++) {
            for (Supplier<Backfill> backfill : BACKFILLS) {
                SplittableRandom random = new SplittableRandom(seed);
                World world = ShapedWorlds.world(random);
                List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
                JobLog log = play(world, jobs, backfill.get());
                noNodeServesTwo(log);
                List<TwinEasyByShape.Played> twin =
                        TwinEasyByShape.play(world.twin(), jobs, Integer.MAX_VALUE);
                for (int job = 0; job < jobs.size(); job++) {
                    assertThat(log.hasStarted(job))
                            .as("seed %d, %s, job %d", seed, backfill.get(), job)
                            .isEqualTo(twin.get(job).start < Long.MAX_VALUE);
                }
            }
        }
    }

    @Test
    void inOrderIsEasyWithoutCandidates() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = ShapedWorlds.world(random);
            List<Job> jobs = ShapedWorlds.jobs(random, world.machine().nodes());
            JobLog log = play(world, jobs, Backfills.none());
            List<TwinEasyByShape.Played> twin = TwinEasyByShape.play(world.twin(), jobs, 0);
            for (int job = 0; job < jobs.size(); job++) {
                if (log.hasStarted(job)) {
                    assertThat(log.startMillis(job)).isEqualTo(twin.get(job).start);
                }
            }
        }
    }

    private static JobLog play(World world, List<Job> jobs, Backfill backfill) {
        Policy policy =
                Policy.named("shaped")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(world.placement())
                        .build();
        int pool = ShapedWorlds.played(world.machine());
        return Simulation.of(world.machine(), Workload.of("world", jobs))
                .policy(policy)
                .routing((job, pools) -> pool)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static void noNodeServesTwo(JobLog log) {
        for (int job = 0; job < log.jobs().count(); job++) {
            for (int other = 0; other < job; other++) {
                boolean together =
                        log.hasStarted(job)
                                && log.hasStarted(other)
                                && log.startMillis(job) < log.endMillis(other)
                                && log.startMillis(other) < log.endMillis(job);
                if (together) {
                    assertThat(bits(log.nodeSet(job)).intersects(bits(log.nodeSet(other))))
                            .as("jobs %d and %d", other, job)
                            .isFalse();
                }
            }
        }
    }

    private static BitSet bits(NodeSet set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < set.intervalCount(); i++) {
            bits.set(set.first(i), set.last(i) + 1);
        }
        return bits;
    }
}
