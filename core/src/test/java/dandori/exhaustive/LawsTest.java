package dandori.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.metric.JobLog;
import dandori.policy.Estimates;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of schedules whoever made them, on all worlds of four jobs on three nodes with three
 * lengths.
 */
class LawsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "easy",
                "easy:1",
                "sjbf",
                "los:9",
                "depth:1",
                "depth:2",
                "deadline:1",
                "replan"
            })
    void noHeadOfTheQueueStartsAfterItsFirstShadowTime(String backfill) {
        Setting setting = Setting.of("fcfs", backfill);
        each(world -> {
            JobLog log = play(world, setting);
            for (int job = 0; job < world.jobs().size(); job++) {
                if (log.startMillis(job) > firstShadow(job, log, world)) {
                    throw new AssertionError("job %d of %s".formatted(job, world));
                }
            }
        });
    }

    /**
     * Where the job becomes head: the earliest estimated end at which it fits, or that instant
     * itself.
     */
    private static long firstShadow(int job, JobLog log, World world) {
        long head = world.jobs().get(job).submitMillis();
        for (int before = 0; before < job; before++) {
            head = Math.max(head, log.startMillis(before));
        }
        long shadow = Long.MAX_VALUE;
        for (int candidate = -1; candidate < world.jobs().size(); candidate++) {
            long at = candidate < 0 ? head : estimatedEnd(candidate, log, world);
            if (at >= head && freeBy(at, head, job, log, world) >= world.jobs().get(job).nodes()) {
                shadow = Math.min(shadow, at);
            }
        }
        return shadow;
    }

    private static int freeBy(long at, long head, int job, JobLog log, World world) {
        int free = world.nodes();
        for (int other = 0; other < world.jobs().size(); other++) {
            boolean started =
                    other < job
                            ? log.startMillis(other) <= head
                            : other > job && log.startMillis(other) < head;
            boolean runs = log.endMillis(other) > head || log.startMillis(other) == head;
            if (started && runs && estimatedEnd(other, log, world) > at) {
                free -= world.jobs().get(other).nodes();
            }
        }
        return free;
    }

    private static long estimatedEnd(int job, JobLog log, World world) {
        return log.startMillis(job) + world.jobs().get(job).walltimeMillis();
    }

    @Test
    void conservativePromisesNeverMoveLaterAndAreKept() {
        Setting setting = Setting.of("fcfs", "conservative");
        each(world -> {
            JobLog log = play(world, setting);
            List<List<Long>> promises = Twins.promises(world, setting);
            for (int job = 0; job < promises.size(); job++) {
                List<Long> given = promises.get(job);
                for (int i = 1; i < given.size(); i++) {
                    assertThat(given.get(i)).isLessThan(given.get(i - 1));
                }
                assertThat(log.startMillis(job)).isEqualTo(given.get(given.size() - 1));
            }
        });
    }

    @Test
    void oneReservationIsEasy() {
        same(Setting.of("fcfs", "depth:1"), Setting.of("fcfs", "easy"));
        same(Setting.of("lxf", "depth:1"), Setting.of("lxf", "easy"));
    }

    @Test
    void asManyReservationsAsJobsAreAPlanOfAll() {
        same(Setting.of("fcfs", "depth:4"), Setting.of("fcfs", "replan"));
    }

    @Test
    void asManyCandidatesAsJobsAreAllCandidates() {
        same(Setting.of("sjf", "easy:3"), Setting.of("sjf", "easy"));
    }

    @Test
    void withExactEstimatesAPromiseIsThePlan() {
        Setting exact = Setting.of("fcfs", "conservative").estimates(Estimates.EXACT);
        same(exact, exact.backfill("replan"));
    }

    @Test
    void withoutBackfillJobsStartInOrder() {
        each(world -> {
            JobLog log = play(world, Setting.of("fcfs", "none"));
            for (int job = 1; job < world.jobs().size(); job++) {
                assertThat(log.startMillis(job)).isGreaterThanOrEqualTo(log.startMillis(job - 1));
            }
        });
    }

    private static void same(Setting one, Setting other) {
        each(world -> {
            JobLog log = play(world, one);
            JobLog otherLog = play(world, other);
            for (int job = 0; job < world.jobs().size(); job++) {
                if (log.startMillis(job) != otherLog.startMillis(job)) {
                    throw new AssertionError("job %d of %s".formatted(job, world));
                }
            }
        });
    }

    private static JobLog play(World world, Setting setting) {
        return CoreRun.simulation(world, setting).run().log();
    }

    private static void each(java.util.function.Consumer<World> seen) {
        SmallWorlds.all(3, 4, SmallWorlds.THREE_LENGTHS, seen);
    }
}
