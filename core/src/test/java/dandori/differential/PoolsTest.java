package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two pools under one clock do what two machines do, each on its own. */
class PoolsTest {

    @ParameterizedTest
    @CsvSource({
        "none, dandori",
        "easy, dandori",
        "sjbf, dandori",
        "conservative, dandori",
        "replan, dandori",
        "depth:3, dandori",
        "easy, sc15",
        "conservative, sc15",
        "selective:2, dandori",
        "los:9, dandori",
        "slack:1, dandori",
        "slurm:1, dandori",
        "tcs:0, dandori"
    })
    void poolsDoNotFeelEachOther(String backfill, String preset) {
        Conventions conventions = Conventions.named(preset).orElseThrow();
        for (long seed = 0; seed < 30; seed++) {
            World world = Worlds.random(seed, 100);
            if (conventions == Conventions.SC15) {
                world = Worlds.ofThePaper(world);
            }
            Setting setting = Setting.of("fcfs", backfill).conventions(conventions);
            JobLog[] alone = {alone(world, 0, setting), alone(world, 1, setting)};
            boolean oneMachine = seed % 2 == 0;
            Outcome outcome = together(world, setting, oneMachine);
            int[] next = new int[2];
            JobLog log = outcome.log();
            for (int job = 0; job < log.jobs().count(); job++) {
                int pool = poolOf(log.jobs().id(job));
                int row = next[pool]++;
                assertThat(log.pool(job)).isEqualTo(pool);
                assertThat(alone[pool].jobs().id(row)).isEqualTo(log.jobs().id(job));
                assertThat(log.state(job)).isEqualTo(alone[pool].state(row));
                assertThat(log.startMillis(job))
                        .as("job %d of seed %d", log.jobs().id(job), seed)
                        .isEqualTo(alone[pool].startMillis(row));
            }
            assertThat(outcome.pools()).hasSize(2);
        }
    }

    private static int poolOf(long id) {
        return (int) (id * 7 / 3 % 2);
    }

    private static JobLog alone(World world, int pool, Setting setting) {
        List<Job> mine = new ArrayList<>(world.jobs());
        mine.removeIf(job -> poolOf(job.id()) != pool);
        return CoreRun.play(new World(world.nodes() + pool, mine), setting).log();
    }

    private static Outcome together(World world, Setting setting, boolean oneMachine) {
        int nodes = world.nodes();
        List<Machine> machines =
                oneMachine
                        ? List.of(
                                new Machine(
                                        "both",
                                        AllocationUnit.NODE,
                                        new Flat(2 * nodes + 1),
                                        List.of(
                                                new Pool("left", 0, nodes),
                                                new Pool("right", nodes, nodes + 1))))
                        : List.of(Machine.flat("left", nodes), Machine.flat("right", nodes + 1));
        Policy policy =
                Policy.named("pools")
                        .order(CoreRun.order(setting.order()))
                        .backfill(CoreRun.backfill(setting))
                        .build();
        Workload jobs = Workload.of("both", world.jobs());
        return Simulation.of(machines, jobs)
                .policy(policy)
                .conventions(setting.conventions())
                .routing((job, pools) -> poolOf(jobs.jobs().id(job)))
                .checking(Checking.FULL)
                .run();
    }
}
