package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.Scheduler;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test for each rule about time, jobs and what a policy may do. */
class EngineRulesTest {

    private static final Setting EASY = Setting.of("fcfs", "easy");

    @Test
    void endsAreAppliedBeforeArrivalsOfTheSameInstant() {
        assertThat(on(1, "none").job("A", 0, 1, 10).job("B", 10, 1, 5).log())
                .isEqualTo("A 0-10 | B 10-15");
    }

    @Test
    void nodesThatComeBackServeTheArrivalsOfThatInstant() {
        assertThat(on(1, "none").away(0, 10, 1).job("A", 10, 1, 5).log()).isEqualTo("A 10-15");
    }

    @Test
    void allArrivalsOfAnInstantAreKnownBeforeThePass() {
        String log = on(1, Setting.of("sjf", "none")).job("L", 0, 1, 9).job("S", 0, 1, 3).log();
        assertThat(log).isEqualTo("S 0-3 | L 3-12");
    }

    @Test
    void underSc15EachArrivalHasAPassOfItsOwn() {
        Setting sc15 = Setting.of("sjf", "none").conventions(Conventions.SC15);
        assertThat(on(1, sc15).job("L", 0, 1, 9).job("S", 0, 1, 3).log())
                .isEqualTo("L 0-9 | S 9-12");
    }

    @Test
    void underSc15AJobWhoseEstimatedEndIsNowCountsAsGone() {
        // At 10 B arrives; A, which ends as estimated, is still there, but B fits. Had A ended
        // early, it would not.
        Setting sc15 = EASY.conventions(Conventions.SC15);
        String exact = on(2, sc15).job("A", 0, 2, 10).job("B", 10, 2, 5).job("C", 10, 1, 5).log();
        assertThat(exact).isEqualTo("A 0-10 | B 10-15 | C 15-20");
        String early =
                on(2, sc15).job("A", 0, 1, 20, 10).job("B", 10, 2, 5).job("C", 10, 1, 5).log();
        assertThat(early).isEqualTo("A 0-10 | C 10-15 | B 15-20");
    }

    @Test
    void aJobThatRunsExactlyItsWalltimeCompletesAndALongerOneIsKilled() {
        assertThat(on(2, "none").job("A", 0, 1, 10, 10).job("B", 0, 1, 10, 11).log())
                .isEqualTo("A 0-10 | B 0-10 killed");
    }

    @Test
    void extendRaisesTheWalltimeToTheRunTime() {
        // Not only does A run on: B's shadow time is 15, so C may pass.
        String log =
                on(2, EASY.overrun(Overrun.EXTEND))
                        .job("A", 0, 1, 10, 15)
                        .job("B", 1, 2, 5)
                        .job("C", 1, 1, 14)
                        .log();
        assertThat(log).isEqualTo("A 0-15 | C 1-15 | B 15-20");
    }

    @Test
    void jobsOfNoLengthMakeFurtherRoundsOfOneInstant() {
        String log =
                on(1, "none")
                        .job("X", 0, 1, 1, 0)
                        .job("Y", 0, 1, 1, 0)
                        .job("Z", 0, 1, 1, 0)
                        .job("A", 0, 1, 2)
                        .log();
        assertThat(log).isEqualTo("X 0-0 | Y 0-0 | Z 0-0 | A 0-2");
    }

    @Test
    void anUnsortedInputIsSortedStablyAndTheMovedAreCounted() {
        WorkloadBuilder builder = new WorkloadBuilder("unsorted");
        builder.add(new Job(1, 5, 1, 1, 1));
        builder.add(new Job(2, 3, 1, 1, 1));
        builder.add(new Job(3, 5, 1, 1, 1));
        builder.add(new Job(4, 3, 1, 1, 1));
        assertThat(builder.movedCount()).isEqualTo(2);
        Workload jobs = builder.build();
        assertThat(List.of(jobs.jobs().id(0), jobs.jobs().id(1), jobs.jobs().id(2)))
                .containsExactly(2L, 4L, 1L);
        assertThat(jobs.rowOfInput(0)).isEqualTo(2);
    }

    @Test
    void atTheHorizonJobsStayUnfinishedAndTheWindowEnds() {
        Workload jobs =
                Workload.of(
                        "three",
                        List.of(
                                new Job(1, 0, 1, 10, 10),
                                new Job(2, 1, 1, 10, 10),
                                new Job(3, 9, 1, 10, 10)));
        Outcome outcome = easy(1, jobs).horizonMillis(5).run();
        assertThat(outcome.log().state(0)).isEqualTo(JobState.RUNNING);
        assertThat(outcome.log().state(1)).isEqualTo(JobState.WAITING);
        assertThat(outcome.log().state(2)).isEqualTo(JobState.UNBORN);
        assertThat(outcome.summary().figures().unfinished()).isEqualTo(2);
        assertThat(outcome.summary().figures().maxWaitMillis().atLeast()).isTrue();
        assertThat(outcome.window().toMillis()).isEqualTo(5);
        assertThat(outcome.utilization()).isEqualTo(1);
    }

    @Test
    void nodesWithoutEndAndStartsOfTheLogIgnoreCapacity() {
        WorkloadBuilder builder = new WorkloadBuilder("logged").keepLoggedWaits();
        int all = builder.partition("all");
        builder.add(1, 0, 5, 10_000, 10_000, -1, -1, all, 3_000);
        builder.add(2, 1_000, 5, 10_000, 10_000, -1, -1, all, -1);
        Workload jobs = builder.build();
        JobLog logged = ignoring(jobs, Backfills.asLogged());
        assertThat(logged.startMillis(0)).isEqualTo(3_000);
        assertThat(logged.startMillis(1)).isEqualTo(1_000);
        Limits one = Limits.NONE.withOthers(Subject.PARTITION, Limit.NONE.jobsAtOnce(1));
        JobLog held = ignoring(jobs, Backfills.asLogged(), one);
        assertThat(held.startMillis(1)).isEqualTo(1_000);
        assertThat(held.startMillis(0)).as("when the limit lets it").isEqualTo(11_000);
        JobLog unlimited = ignoring(jobs, Backfills.unlimited());
        assertThat(unlimited.startMillis(0)).isZero();
        assertThat(unlimited.startMillis(1)).isEqualTo(1_000);
    }

    @Test
    void nodesOfABaselineCountAlthoughItHasNoPlaces() {
        Workload jobs = Workload.of("one", List.of(new Job(1, 0, 2, 1_000, 1_000)));
        Policy policy =
                Policy.named("bound")
                        .order(Orders.fcfs())
                        .backfill(Backfills.unlimited())
                        .placement(Placements.firstFit())
                        .build();
        Outcome outcome =
                Simulation.of(Machine.flat("four", 4), jobs)
                        .policy(policy)
                        .window(new Window(0, 1_000))
                        .run();
        assertThat(outcome.utilization()).isEqualTo(0.5);
    }

    private static JobLog ignoring(Workload jobs, Backfill backfill) {
        return ignoring(jobs, backfill, Admission.OPEN);
    }

    private static JobLog ignoring(Workload jobs, Backfill backfill, Admission admission) {
        Policy policy =
                Policy.named("bound")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .admission(admission)
                        .build();
        return Simulation.of(Machine.flat("four", 4), jobs)
                .policy(policy)
                .outage(new Outage(5_000, 9_000, 4))
                .checking(Checking.FULL)
                .run()
                .log();
    }

    @Test
    void moreNodesCannotLeaveThanThereAre() {
        Simulation simulation =
                easy(4, Workload.of("one", List.of(new Job(1, 0, 1, 9, 9))))
                        .outage(new Outage(5, 20, 3))
                        .outage(new Outage(10, 30, 2));
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 of 4 nodes");
    }

    @Test
    void aSimulationMayBeRunAgainAndGivesTheSame() {
        Workload jobs = on(3, "easy").job("A", 0, 2, 9).job("B", 1, 3, 5).workload();
        Simulation simulation = easy(3, jobs);
        assertThat(simulation.run().log().startMillis(1)).isEqualTo(9_000);
        assertThat(simulation.run().log().startMillis(1)).isEqualTo(9_000);
    }

    @Test
    void noJobsAtAllIsARunToo() {
        Outcome outcome = easy(3, Workload.of("none", List.of())).run();
        assertThat(outcome.summary().figures().jobs()).isZero();
        assertThat(outcome.utilization()).isNaN();
    }

    @Test
    void whatAPolicyMayNotDoIsRefused() {
        Workload jobs = Workload.of("one", List.of(new Job(7, 5, 2, 10, 10)));
        refused(jobs, (now, act) -> act.wakeAt(now.nowMillis()), "after now (5)");
        refused(jobs, (now, act) -> act.start(0, NodeSet.range(0, 2)), "Job 7 (2 nodes)");
        refused(
                jobs,
                (now, act) -> {
                    act.tryStart(0);
                    act.tryStart(0);
                },
                "Job 7 cannot start: it does not wait.");
    }

    private static void refused(Workload jobs, Scheduler scheduler, String message) {
        Simulation simulation = easy(3, jobs).scheduler(policy -> scheduler);
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSchedulerMayWakeRejectAndStartOnNodesOfItsChoice() {
        Workload jobs = Workload.of("two", List.of(new Job(1, 0, 2, 9, 9), new Job(2, 0, 1, 9, 9)));
        Policy policy =
                Policy.named("own")
                        .order(Orders.fcfs())
                        .backfill(Backfills.none())
                        .placement(Placements.firstFit())
                        .build();
        Scheduler scheduler =
                (now, act) -> {
                    if (now.nowMillis() == 0) {
                        act.reject(1);
                        act.wakeAt(4);
                    } else if (now.queue().first() == 0) {
                        act.start(0, NodeSet.range(1, 2));
                    }
                };
        JobLog log =
                Simulation.of(Machine.flat("three", 3), jobs)
                        .policy(policy)
                        .scheduler(chosen -> scheduler)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        assertThat(log.startMillis(0)).isEqualTo(4);
        assertThat(log.nodeSet(0)).hasToString("1-2");
        assertThat(log.state(1)).isEqualTo(JobState.REJECTED);
        assertThat(log.cause(1)).isEqualTo(Cause.POLICY);
    }

    /** Under SC15 each event has a pass of its own, so that one asked for twice would show. */
    @Test
    void aWakeUpThatIsAskedForAgainComesOnce() {
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 5; id++) {
            jobs.add(new Job(id, id, 1, 50, 50));
        }
        for (int machines = 1; machines <= 2; machines++) {
            List<Long> passes = new ArrayList<>();
            Scheduler scheduler =
                    (now, act) -> {
                        passes.add(now.nowMillis());
                        if (now.nowMillis() < 20) {
                            act.wakeAt(20);
                        } else if (now.queue().size() > 0) {
                            act.tryStart(now.queue().first());
                        }
                    };
            Policy policy =
                    Policy.named("own").order(Orders.fcfs()).backfill(Backfills.none()).build();
            List<Machine> all = List.of(Machine.flat("one", 5), Machine.flat("two", 5));
            Workload workload = Workload.of("five", jobs);
            Simulation.of(all.subList(0, machines), workload::source)
                    .policy(policy)
                    .conventions(Conventions.SC15)
                    .scheduler(chosen -> scheduler)
                    .window(Window.ofSubmissions(workload.jobs()))
                    .run();
            assertThat(passes).as("%d machines", machines).containsOnlyOnce(20L);
        }
    }

    private static Simulation easy(int nodes, Workload jobs) {
        Policy policy =
                Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        return Simulation.of(Machine.flat("machine", nodes), jobs)
                .policy(policy)
                .checking(Checking.FULL);
    }
}
