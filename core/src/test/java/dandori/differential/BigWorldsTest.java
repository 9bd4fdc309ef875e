package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.backfill.Backfills;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long queues, where the reference would take minutes: against twins on the public contracts. */
class BigWorldsTest {

    @ParameterizedTest
    @CsvSource({
        "1, fcfs, 0",
        "2, sjf, 0",
        "3, laf, 0",
        "4, wfp3, 0",
        "5, fcfs, 8",
        "6, saf, 3",
        "7, f3, 0",
        "8, fcfs, 2",
        "9, sqf, 0",
        "10, lxf, 5"
    })
    void easyEqualsAnEasyThatForgets(long seed, String order, int limit) {
        World world = overload(seed, 3_000);
        Setting setting = Setting.of(order, "easy").userLimit(limit);
        if (limit == 0) {
            same(world, setting, Backfills.easy(), new EasyByHand());
        } else { // a head that loses its right is more than the twin knows of
            same(world, setting, Backfills.easy(), Backfills.depth(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void easyOfThePaperEqualsAnEasyThatForgets(long seed) {
        Setting setting = Setting.of("fcfs", "easy").conventions(Conventions.SC15);
        same(overload(seed, 3_000), setting, Backfills.easy(), new EasyByHand());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void conservativeEqualsTheFullSweep(long seed) {
        Setting setting = Setting.of("fcfs", "conservative");
        same(overload(seed, 3_000), setting, Backfills.conservative(), new FullSweep());
        setting = setting.conventions(Conventions.SC15);
        same(overload(~seed, 1_000), setting, Backfills.conservative(), new FullSweep());
    }

    private static void same(World world, Setting setting, Backfill fast, Backfill slow) {
        Checking checking = setting.idea().equals("easy") ? Checking.FULL : Checking.CHEAP;
        JobLog log = CoreRun.simulation(world, setting, fast).checking(checking).run().log();
        JobLog twin = CoreRun.simulation(world, setting, slow).run().log();
        for (int job = 0; job < world.jobs().size(); job++) {
            assertThat(log.startMillis(job)).as("job row %d", job).isEqualTo(twin.startMillis(job));
        }
    }

    /**
     * More work than the machine can do, asked for with limits of up to ten times what it takes.
     */
    private static World overload(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        int nodes = 16 + random.nextInt(100);
        List<Job> jobs = new ArrayList<>();
        long at = 0;
        for (int id = 1; id <= count; id++) {
            at += random.nextInt(3) == 0 ? 0 : random.nextInt(60);
            int wanted = 1 << random.nextInt(5);
            wanted = random.nextInt(8) == 0 ? 1 + random.nextInt(nodes) : wanted;
            long run = 1L + random.nextInt(random.nextInt(4) == 0 ? 1_000 : 100);
            long walltime = run * (1L + random.nextInt(10));
            String user = "user" + random.nextInt(6);
            jobs.add(new Job(id, at * 1_000, wanted, walltime * 1_000, run * 1_000, user, "", ""));
        }
        return new World(nodes, jobs);
    }
}
