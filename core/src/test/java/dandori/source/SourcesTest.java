package dandori.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "easy",
                "sjbf",
                "conservative",
                "replan",
                "depth:3",
                "selective:2",
                "los:9",
                "slack:1",
                "slurm:1",
                "tcs:0"
            })
    void rowsThatAreUsedAgainGiveTheSameScheduleAndTheSameSums(String backfill) {
        for (int seed = 0; seed < 60; seed++) {
            World world = Worlds.random(seed, 120);
            String order = seed % 3 == 0 ? "wfp3" : seed % 3 == 1 ? "sjf" : "fcfs";
            Setting setting =
                    Setting.of(order, backfill)
                            .estimates(seed % 2 == 0 ? Estimates.PREDICTED : Estimates.REQUESTED);
            Workload workload = Workload.of("world", world.jobs());
            Starts plain = new Starts();
            Outcome expected = CoreRun.simulation(world, setting).observe(plain).run();
            AtomicReference<RecycledRows> used = new AtomicReference<>();
            Starts recycled = new Starts();
            Outcome outcome =
                    Simulation.of(
                                    List.of(Machine.flat("world", world.nodes())),
                                    () -> {
                                        used.set(new RecycledRows(workload));
                                        return used.get();
                                    })
                            .policy(policy(setting))
                            .window(Window.ofSubmissions(workload.jobs()))
                            .checking(Checking.FULL)
                            .observe(recycled)
                            .run();
            assertThat(recycled.startOf).as("seed %d", seed).isEqualTo(plain.startOf);
            assertThat(used.get().rows()).isLessThanOrEqualTo(workload.count());
            assertThat(outcome.summary()).as("seed %d", seed).isEqualTo(expected.summary());
        }
    }

    private static Policy policy(Setting setting) {
        return Policy.named("policy")
                .order(CoreRun.order(setting.order()))
                .backfill(CoreRun.backfill(setting))
                .estimates(setting.estimates())
                .build();
    }

    @Test
    void aJobThatStaysFromTheBeginningToTheEndKeepsNobodyElse() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(0, 0, 1, 1_000_000, 1_000_000));
        for (int id = 1; id <= 1_000; id++) {
            jobs.add(new Job(id, 10 * id, 1, 9, 9));
        }
        Workload workload = Workload.of("jobs", jobs);
        Machine machine = Machine.flat("m", 2);
        AtomicReference<RecycledRows> used = new AtomicReference<>();
        List<Long> read = new ArrayList<>();
        Outcome outcome =
                Simulation.of(
                                List.of(machine),
                                () -> {
                                    used.set(new RecycledRows(workload));
                                    return used.get();
                                })
                        .policy(policy(Setting.of("fcfs", "easy")))
                        .window(Window.ofSubmissions(workload.jobs()))
                        .read((job, log) -> read.add(log.jobs().id(job)))
                        .run();
        assertThat(used.get().rows()).isEqualTo(2);
        assertThat(read).hasSize(1_001).endsWith(999L, 1_000L, 0L);
        assertThat(outcome.summary())
                .isEqualTo(
                        Simulation.of(machine, workload)
                                .policy(policy(Setting.of("fcfs", "easy")))
                                .run()
                                .summary());
    }

    @Test
    void aThousandJobsOneAfterAnotherNeedOneRow() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            jobs.add(new Job(i, i * 10L, 3, 9, 9));
        }
        Workload workload = Workload.of("one after another", jobs);
        AtomicReference<RecycledRows> used = new AtomicReference<>();
        Outcome outcome =
                Simulation.of(
                                List.of(Machine.flat("m", 4)),
                                () -> {
                                    used.set(new RecycledRows(workload));
                                    return used.get();
                                })
                        .policy(policy(Setting.of("fcfs", "easy")))
                        .window(new Window(0, 10_000))
                        .run();
        assertThat(used.get().rows()).isEqualTo(1);
        assertThat(outcome.summary().figures().completed()).isEqualTo(1_000);
        assertThat(outcome.utilization()).isEqualTo(0.675); // 3 of 4 nodes, 9 of 10 ms
    }

    @Test
    void aSourceThatReactsSubmitsTheNextPieceWhenTheLastHasEnded() {
        Policy policy = policy(Setting.of("fcfs", "easy"));
        Starts starts = new Starts();
        Outcome outcome =
                Simulation.of(List.of(Machine.flat("m", 4)), () -> new Chain(5, 100, 20))
                        .policy(policy)
                        .window(new Window(0, 600))
                        .checking(Checking.FULL)
                        .observe(starts)
                        .run();
        assertThat(starts.startOf)
                .containsExactly(
                        java.util.Map.entry(0L, 0L),
                        java.util.Map.entry(1L, 120L),
                        java.util.Map.entry(2L, 240L),
                        java.util.Map.entry(3L, 360L),
                        java.util.Map.entry(4L, 480L));
        assertThat(outcome.summary().figures().completed()).isEqualTo(5);
        assertThat(outcome.summary().makespanMillis()).isEqualTo(580);
    }

    @Test
    void aSourceThatDoesNotKnowAllItsJobsNeedsAWindow() {
        Simulation simulation =
                Simulation.of(List.of(Machine.flat("m", 4)), () -> (JobSource) new Chain(2, 1, 1))
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .build());
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("window")
                .hasMessageContaining("Maybe .window(");
    }

    /** When each job started, by its number. */
    private static final class Starts implements Observer {

        final TreeMap<Long, Long> startOf = new TreeMap<>();

        @Override
        public void jobStarted(int job, Situation now) {
            startOf.put(now.jobs().sequence(job), now.nowMillis());
        }
    }
}
