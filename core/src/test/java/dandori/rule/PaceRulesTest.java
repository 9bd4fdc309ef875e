package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.job.Cause;
import dandori.job.Communication;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Pattern;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.network.NetworkModel;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.policy.routing.LeastLoaded;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.Moves;
import dandori.sim.OnFailure;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.RoutedSource;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PaceRulesTest {

    private static final Communication TALK = new Communication(Pattern.RING_ALL_REDUCE, 1e9);

    private static Job talks(long id, long submit, int nodes, long walltime, long run) {
        Request request = new Request(null, TALK, 0);
        return new Job(id, submit, nodes, walltime, run, "", "", "", request);
    }

    private static Simulation on(int nodes, Job... jobs) {
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.firstFit())
                                .build())
                .network(new Shared())
                .checking(Checking.FULL);
    }

    @Test
    void twoThatTalkAtOnceRunAtHalfSpeedWhileBothRun() {
        JobLog log = on(8, talks(1, 0, 4, 1_000, 100), talks(2, 50, 4, 1_000, 100)).run().log();
        // the first has done 50 when the second comes; both have done 50 more by 150
        assertThat(log.endMillis(0)).isEqualTo(150);
        assertThat(log.stalledMillis(0)).isEqualTo(50);
        // the second has done 50 by then and runs alone for the rest
        assertThat(log.endMillis(1)).isEqualTo(200);
        assertThat(log.stalledMillis(1)).isEqualTo(50);
    }

    @Test
    void whatIsLostWithAJobThatFailsIsNotStalledToo() {
        Failures once =
                new Failures() {
                    private boolean isOver;

                    @Override
                    public long nextAtMillis() {
                        return isOver ? Long.MAX_VALUE : 40;
                    }

                    @Override
                    public Failure next() {
                        isOver = true;
                        return new Failure(40, Breakage.NODE, NodeSet.range(0, 0), 9);
                    }
                };
        Outcome outcome =
                on(8, talks(1, 0, 4, 1_000, 100), talks(2, 0, 4, 1_000, 100))
                        .failures(machine -> once)
                        .onFailure(OnFailure.FAIL)
                        .run();
        assertThat(outcome.log().stalledMillis(0)).isZero();
        assertThat(outcome.log().stalledMillis(1)).isEqualTo(20);
        assertThat(outcome.log().endMillis(1)).isEqualTo(120);
        assertThat(outcome.summary().figures().lostNodeMillis()).isEqualTo(4 * 40);
        assertThat(outcome.summary().figures().stalledNodeMillis()).isEqualTo(4 * 20);
        double inService = 8 * 120 - 9;
        assertThat(outcome.summary().usefulUtilization())
                .isEqualTo(4 * 100 / inService, within(1e-12));
    }

    @Test
    void oneThatDoesNotTalkNeitherSlowsNorIsSlowed() {
        JobLog log = on(8, new Job(1, 0, 4, 1_000, 100), talks(2, 0, 4, 1_000, 100)).run().log();
        assertThat(log.endMillis(0)).isEqualTo(100);
        assertThat(log.endMillis(1)).isEqualTo(100);
        assertThat(log.stalledMillis(1)).isZero();
    }

    @Test
    void aSlowedJobIsStillKilledAtItsWalltime() {
        JobLog log = on(8, talks(1, 0, 4, 120, 100), talks(2, 0, 4, 1_000, 100)).run().log();
        assertThat(log.state(0)).isEqualTo(JobState.KILLED);
        assertThat(log.endMillis(0)).isEqualTo(120);
        assertThat(log.stalledMillis(0)).isEqualTo(60); // it has done 60 of its 100
        assertThat(log.state(1)).isEqualTo(JobState.COMPLETED);
        assertThat(log.endMillis(1)).isEqualTo(160);
    }

    @Test
    void whoTheNetworkMadeTooLongIsCountedApart() {
        Outcome outcome =
                on(
                                8,
                                talks(1, 0, 2, 120, 100), // would have ended in time
                                talks(2, 0, 2, 120, 130), // would not
                                new Job(3, 0, 2, 10, 100),
                                talks(4, 0, 2, 1_000, 100))
                        .run();
        assertThat(outcome.summary().figures().killed()).isEqualTo(3);
        assertThat(outcome.summary().figures().slowed()).isEqualTo(1);
        assertThat(outcome.log().cause(0)).isEqualTo(Cause.SLOWED);
        assertThat(outcome.log().cause(1)).isEqualTo(Cause.NONE);
    }

    @Test
    void whereOverrunsAreExtendedASlowedJobRunsToItsEnd() {
        JobLog log =
                on(8, talks(1, 0, 4, 120, 100), talks(2, 0, 4, 50, 100))
                        .overrun(Overrun.EXTEND)
                        .run()
                        .log();
        assertThat(log.state(0)).isEqualTo(JobState.COMPLETED);
        assertThat(log.state(1)).isEqualTo(JobState.COMPLETED);
        assertThat(log.endMillis(0)).isEqualTo(200);
        assertThat(log.endMillis(1)).isEqualTo(200);
        assertThat(log.jobs().walltimeMillis(1)).isEqualTo(100);
    }

    @Test
    void soItDoesWhereJobsAreSentToMachines() {
        List<Job> jobs = List.of(talks(1, 0, 4, 120, 100), talks(2, 0, 4, 50, 100));
        Moves nobody = new Moves(List.of(), List.of(), List.of(1.0), List.of(1.0), 0);
        Workload raised = Workload.of("w", jobs).withWalltimesRaisedToRunTimes();
        RoutedSource routed = new RoutedSource(raised, new LeastLoaded(), nobody);
        JobLog log = routed(routed).run().log();
        assertThat(log.state(0)).isEqualTo(JobState.COMPLETED);
        assertThat(log.endMillis(0)).isEqualTo(200);
        assertThat(log.endMillis(1)).isEqualTo(200);

        RoutedSource late = new RoutedSource(Workload.of("w", jobs), new LeastLoaded(), nobody);
        assertThatThrownBy(() -> routed(late).run())
                .hasMessageContaining("not those of a source whose jobs run beyond them");
    }

    private static Simulation routed(RoutedSource source) {
        return Simulation.of(List.of(Machine.flat("m", 8)), () -> source)
                .routing(source)
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.firstFit())
                                .build())
                .network(new Shared())
                .overrun(Overrun.EXTEND)
                .checking(Checking.FULL);
    }

    @Test
    void whereOverrunsAreExtendedEveryBackfillGoesOnAndNobodyIsKilled() {
        List<Backfill> backfills =
                List.of(
                        Backfills.none(),
                        Backfills.easy(),
                        Backfills.shortest(),
                        Backfills.conservative(),
                        Backfills.replan(),
                        Backfills.selective(2),
                        Backfills.lookAhead(50),
                        Backfills.slack(1),
                        Backfills.deadline(50),
                        Backfills.slurm(),
                        CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                        Backfills.tcs(),
                        CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                        Backfills.depth(3),
                        Backfills.identityEasy());
        for (int seed = 0; seed < 70; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Job> jobs = new ArrayList<>();
            for (int id = 0; id < 80; id++) {
                long run = 1L + random.nextInt(500);
                long walltime = run + random.nextInt(300);
                int nodes = 1 + random.nextInt(12);
                jobs.add(talks(id, random.nextInt(9_000), nodes, walltime, run));
            }
            JobLog log =
                    on(16, jobs.toArray(new Job[0]))
                            .policy(
                                    Policy.named("p")
                                            .order(Orders.fcfs())
                                            .backfill(backfills.get(seed % backfills.size()))
                                            .placement(Placements.firstFit())
                                            .build())
                            .overrun(Overrun.EXTEND)
                            .run()
                            .log();
            for (int job = 0; job < log.jobs().count(); job++) {
                assertThat(log.state(job)).as("seed %d", seed).isEqualTo(JobState.COMPLETED);
                double done = log.executedMillis(job) - log.stalledMillis(job);
                long run = jobs.get((int) log.jobs().id(job)).runMillis();
                assertThat(done).isCloseTo(run, within(1.0));
            }
        }
    }

    @Test
    void nodesThatAWaitingJobWantsComeBackLater() {
        JobLog log =
                on(4, talks(1, 0, 2, 300, 100), talks(2, 0, 2, 300, 100), new Job(3, 1, 4, 10, 10))
                        .run()
                        .log();
        assertThat(log.startMillis(2)).isEqualTo(200);
    }

    @Test
    void theNodeTimeThatWaitingForTheNetworkCostIsSummedUp() {
        var summary =
                on(8, talks(1, 0, 4, 1_000, 100), talks(2, 0, 4, 1_000, 100))
                        .window(new dandori.metric.Window(0, 200))
                        .run()
                        .summary();
        assertThat(summary.figures().stalledNodeMillis()).isEqualTo(2 * 4 * 100);
        assertThat(summary.utilization()).isEqualTo(1.0);
        assertThat(summary.usefulUtilization()).isEqualTo(0.5);
    }

    @Test
    void whoKnowsRunTimesCannotKnowThemOnANetwork() {
        Simulation simulation =
                on(8, talks(1, 0, 4, 1_000, 100))
                        .policy(
                                Policy.named("clairvoyant")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .estimates(Estimates.EXACT)
                                        .build());
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clairvoyant")
                .hasMessageContaining("Maybe");
    }

    @Test
    void theWorkDoneIsTheRunTimeWhateverTheSpeeds() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Job> jobs = new ArrayList<>();
            for (int id = 0; id < 60; id++) {
                long run = 1L + random.nextInt(500);
                long walltime = random.nextInt(5) == 0 ? run + random.nextInt(50) : 100_000;
                int nodes = 2 + random.nextInt(5);
                boolean quiet = random.nextInt(4) == 0;
                long submit = random.nextInt(2_000);
                jobs.add(
                        quiet
                                ? new Job(id, submit, nodes, walltime, run)
                                : talks(id, submit, nodes, walltime, run));
            }
            Shared network = new Shared();
            JobLog log = on(16, jobs.toArray(new Job[0])).network(network).run().log();
            for (int job = 0; job < log.jobs().count(); job++) {
                double done = log.executedMillis(job) - log.stalledMillis(job);
                boolean talks = log.jobs().request(job).communication() != null;
                long run = jobs.get((int) log.jobs().id(job)).runMillis();
                boolean isSlowed = log.state(job) == JobState.KILLED && run <= walltime(log, job);
                assertThat(log.cause(job) == Cause.SLOWED).isEqualTo(isSlowed);
                if (log.state(job) == JobState.COMPLETED) {
                    assertThat(done).as("seed %d job %d", seed, job).isCloseTo(run, within(1.0));
                } else {
                    assertThat(log.executedMillis(job)).isEqualTo(log.jobs().walltimeMillis(job));
                    assertThat(done).isLessThanOrEqualTo(talks ? run : Long.MAX_VALUE);
                }
            }
        }
    }

    private static long walltime(JobLog log, int job) {
        return log.jobs().walltimeMillis(job);
    }

    /** All that talk share one wire: each runs at 1 / how many there are. */
    private static final class Shared implements NetworkModel {

        private final TreeSet<Integer> talking = new TreeSet<>();
        private final TreeSet<Integer> fresh = new TreeSet<>();
        private double before = 1;

        @Override
        public NetworkModel forRun(Machine machine) {
            return new Shared();
        }

        @Override
        public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
            talking.add(job);
            fresh.add(job);
        }

        @Override
        public void ended(int job) {
            talking.remove(job);
        }

        @Override
        public void changes(Listener listener) {
            double speed = 1.0 / talking.size();
            for (int job : talking) {
                if (speed != (fresh.contains(job) ? 1 : before)) {
                    listener.speed(job, speed);
                }
            }
            fresh.clear();
            before = speed;
        }
    }
}
