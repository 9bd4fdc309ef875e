package dandori.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Episodes by hand: on four nodes, A (3 nodes, 100 s) at 0, B (2, 20 s) and C (1, 40 s) at 10 s.
 */
class EpisodeTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private static Workload three() {
        return Workload.of(
                "three",
                List.of(
                        new Job(1, 0, 3, 100_000, 100_000),
                        new Job(2, 10_000, 2, 20_000, 20_000),
                        new Job(3, 10_000, 1, 40_000, 40_000)));
    }

    private static Simulation simulation() {
        return simulation(Preemption.NONE);
    }

    private static Simulation simulation(Preemption preemption) {
        return Simulation.of(Machine.flat("four", 4), three())
                .checking(Checking.FULL)
                .policy(
                        Policy.named("it")
                                .order(Orders.fcfs())
                                .backfill(Backfills.none())
                                .preemption(preemption)
                                .build());
    }

    @Test
    void asksWhereSomebodyFitsAndPaysForEachWait() {
        Episode episode = new Episode(simulation(), Rewards.waitingNodeHours());
        assertThat(episode.now().nowMillis()).isZero();
        assertThat(episode.start(A)).isEqualTo(Verdict.STARTED);

        // At 10 B (2 nodes) does not fit beside A, but C does.
        assertThat(episode.now().nowMillis()).isEqualTo(10_000);
        assertThat(episode.reward()).isZero();
        assertThat(episode.start(B)).isEqualTo(Verdict.NODES);
        assertThat(episode.decisions()).isEqualTo(1);
        episode.start(C);

        // C ends at 50 and nobody fits, A at 100: 2 nodes have waited 90 seconds.
        assertThat(episode.now().nowMillis()).isEqualTo(100_000);
        assertThat(episode.reward()).isCloseTo(-180 / 3_600.0, within(1e-12));
        episode.start(B);
        assertThat(episode.isDone()).isTrue();
        assertThat(episode.reward()).isZero();
        assertThat(episode.totalReward()).isCloseTo(-180 / 3_600.0, within(1e-12));
        assertThat(episode.decisions()).isEqualTo(3);
        assertThat(episode.outcome().log().endMillis(B)).isEqualTo(120_000);
    }

    @Test
    void theTotalIsMinusTheMeanBoundedSlowdown() {
        for (int seed = 0; seed < 100; seed++) {
            var world = Worlds.random(seed, 40);
            Workload workload = Workload.of("it", world.jobs());
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), workload)
                            .policy(policy("it"))
                            .checking(Checking.FULL);
            Episode episode = new Episode(simulation, Rewards.boundedSlowdown(1));
            SplittableRandom random = new SplittableRandom(seed);
            while (!episode.isDone()) {
                if (random.nextInt(3) == 0 && !episode.mustStart()) {
                    episode.goOn();
                } else {
                    episode.start(someThatFits(episode.now(), random));
                }
            }
            var figures = episode.outcome().summary().figures();
            double sum = figures.meanBoundedSlowdown().value() * figures.jobs();
            assertThat(episode.totalReward())
                    .as("seed %d", seed)
                    .isCloseTo(-sum, within(1e-9 * sum));
        }
    }

    private static int someThatFits(Situation now, SplittableRandom random) {
        List<Integer> fitting = new ArrayList<>();
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            if (now.nodesNeeded(job) <= now.cluster().freeNodes()) {
                fitting.add(job);
            }
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static Policy policy(String name) {
        return Policy.named(name).order(Orders.fcfs()).backfill(Backfills.none()).build();
    }

    @Test
    void equalActionsGiveEqualEpisodes() {
        Simulation simulation = simulation();
        Episode one = new Episode(simulation, Rewards.boundedSlowdown(3));
        Episode other = new Episode(simulation, Rewards.boundedSlowdown(3));
        for (int action = 0; !one.isDone(); action++) {
            one.start(one.now().queue().first() == A ? A : action == 1 ? C : B);
            other.start(other.now().queue().first() == A ? A : action == 1 ? C : B);
            assertThat(other.reward()).isEqualTo(one.reward());
        }
        assertThat(other.isDone()).isTrue();
        // Slowdowns 1, (90 + 20) / 20 and 1, of three jobs.
        assertThat(one.totalReward()).isCloseTo(-(1 + 5.5 + 1) / 3, within(1e-12));
    }

    @Test
    void whoeverIsLastCannotWaitForEver() {
        Episode episode = new Episode(simulation(), Rewards.waitingNodeHours());
        episode.goOn(); // B and C are to come
        assertThat(episode.now().nowMillis()).isEqualTo(10_000);
        assertThat(episode.mustStart()).isTrue();
        assertThatThrownBy(episode::goOn)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must start now");
        episode.start(B);
        assertThat(episode.mustStart()).isFalse();
        episode.goOn();
        assertThat(episode.now().nowMillis()).isEqualTo(30_000);
    }

    @Test
    void aRefusedJobGoesOnCosting() {
        Episode episode = new Episode(simulation(), Rewards.waitingNodeHours());
        episode.start(A);
        episode.start(C);
        episode.reject(B); // its 2 nodes wait from 10 to the end, at 100
        assertThat(episode.isDone()).isTrue();
        assertThat(episode.outcome().log().state(B)).isEqualTo(JobState.REJECTED);
        assertThat(episode.totalReward()).isCloseTo(-180 / 3_600.0, within(1e-12));

        Episode again = new Episode(simulation(), Rewards.boundedSlowdown(3));
        again.start(A);
        again.start(C);
        again.reject(B);
        // B has waited 90 seconds and run for none of the least 10.
        assertThat(again.totalReward()).isCloseTo(-(1 + 9 + 1) / 3.0, within(1e-12));
    }

    @Test
    void aRunningJobMakesWay() {
        Preemption suspends =
                new Preemption() {
                    @Override
                    public boolean mayTake(int job, int victim, Situation now) {
                        return false;
                    }

                    @Override
                    public PreemptMode mode(int victim, Situation now) {
                        return PreemptMode.SUSPEND;
                    }
                };
        Episode episode =
                new Episode(simulation(suspends), Rewards.boundedSlowdown(3), Asks.SOMEBODY_WAITS);
        episode.start(A);
        episode.preempt(A); // at 10
        episode.start(B);
        episode.start(C);
        while (!episode.isDone()) {
            if (!episode.start(A).started()) {
                episode.goOn();
            }
        }
        assertThat(episode.outcome().log().endMillis(A)).isEqualTo(120_000); // 30 to 120
        assertThat(episode.totalReward()).isCloseTo(-(1.2 + 1 + 1) / 3, within(1e-12));
        assertThatThrownBy(() -> episode.preempt(A)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wrongActionsAreRefusedAndChangeNothing() {
        Episode episode = new Episode(simulation(), Rewards.waitingNodeHours());
        for (int row : new int[] {-1, B, 3}) { // no row, not there yet, no row
            assertThatThrownBy(() -> episode.start(row))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row " + row);
            assertThatThrownBy(() -> episode.reject(row))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> episode.preempt(A))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("runs here");
        assertThatThrownBy(episode::outcome).isInstanceOf(IllegalStateException.class);
        assertThat(episode.start(A)).isEqualTo(Verdict.STARTED);
    }

    @Test
    void conventionsWithAPassAnEventAreRefused() {
        Simulation paper = simulation().conventions(Conventions.SC15);
        assertThatThrownBy(() -> new Episode(paper, Rewards.waitingNodeHours()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sc15");
    }

    @Test
    void theHorizonEndsAnEpisode() {
        Episode episode =
                new Episode(simulation().horizonMillis(60_000), Rewards.boundedSlowdown(3));
        episode.start(A);
        episode.start(C);
        assertThat(episode.isDone()).isTrue();
        // A has run 60, B has waited 50 and not run, C has ended.
        assertThat(episode.totalReward()).isCloseTo(-(1 + 5 + 1) / 3.0, within(1e-12));
    }

    @Test
    void eachPoolDecidesForItself() {
        Machine two =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(4),
                        List.of(new Pool("low", 0, 2), new Pool("high", 2, 2)));
        List<Job> jobs = List.of(new Job(1, 0, 2, 10, 10), new Job(2, 0, 2, 10, 10));
        Simulation simulation =
                Simulation.of(two, Workload.of("two", jobs))
                        .policy(
                                Policy.named("it")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.none())
                                        .placement(Placements.firstFit())
                                        .build())
                        .routing((job, pools) -> job)
                        .checking(Checking.FULL);
        Episode episode = new Episode(simulation, Rewards.waitingNodeHours());
        assertThat(episode.now().pool().name()).isEqualTo("low");
        assertThat(episode.mustStart()).isFalse(); // the other may yet
        episode.goOn();
        assertThat(episode.now().pool().name()).isEqualTo("high");
        assertThat(episode.mustStart()).isTrue();
        episode.start(1);
        assertThat(episode.isDone()).isTrue();
        assertThat(episode.outcome().log().hasStarted(0)).isFalse();
    }
}
