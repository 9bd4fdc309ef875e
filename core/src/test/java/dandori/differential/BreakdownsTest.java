package dandori.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.TwinBreakdowns;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** While nodes break: equal to the twin that goes through every millisecond. */
class BreakdownsTest {

    private static final long UNTIL = 400;

    @Test
    void equalsTheTwin() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            int nodes = 1 + random.nextInt(8);
            List<Job> jobs = jobs(random, nodes);
            List<Failure> failures = failures(random, nodes);
            boolean isEasy = seed % 2 == 0;
            boolean requeues = seed % 3 > 0;
            JobLog log =
                    play(
                                    nodes,
                                    jobs,
                                    failures,
                                    isEasy ? Backfills.easy() : Backfills.none(),
                                    requeues)
                            .log();
            List<TwinBreakdowns.Its> twin =
                    TwinBreakdowns.play(nodes, jobs, failures, isEasy, requeues, UNTIL);
            for (int job = 0; job < jobs.size(); job++) {
                String where = "seed " + seed + " job " + job;
                TwinBreakdowns.Its its = twin.get(job);
                assertEquals(its.runs > 0, log.hasStarted(job), where);
                if (its.runs > 0) {
                    assertEquals(its.start, log.startMillis(job), where);
                    assertEquals(its.end, log.endMillis(job), where);
                    assertEquals(its.lost, log.lostMillis(job), where);
                    assertEquals(its.failed, log.state(job) == JobState.FAILED, where);
                    assertEquals(its.runs - 1, log.segmentsBefore(job).size(), where);
                }
            }
        }
    }

    @Test
    void everyBackfillComesThroughWithAllChecks() {
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(-seed);
            int nodes = 1 + random.nextInt(8);
            List<Job> jobs = jobs(random, nodes);
            List<Failure> failures = failures(random, nodes);
            for (Backfill backfill :
                    List.of(
                            Backfills.conservative(),
                            Backfills.replan(),
                            Backfills.selective(2),
                            Backfills.lookAhead(50),
                            Backfills.slack(1),
                            Backfills.deadline(0),
                            Backfills.slurm(),
                            CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                            Backfills.tcs(),
                            CoreRun.backfill(Setting.of("fcfs", "tcs:0")),
                            Backfills.shortest(),
                            Backfills.depth(2))) {
                JobLog log = play(nodes, jobs, failures, backfill, true).log();
                for (int job = 0; job < jobs.size(); job++) {
                    assertEquals(
                            JobState.COMPLETED, log.state(job), "seed " + seed + " job " + job);
                }
            }
        }
    }

    @Test
    void conservativeWithNothingBrokenAndWithWhatHitsNobody() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Job> jobs = jobs(random, 6);
            List<Failure> late = List.of(new Failure(350, Breakage.NODE, NodeSet.range(0, 5), 5));
            Outcome with = play(6, jobs, late, Backfills.conservative(), true);
            Outcome without = play(6, jobs, List.of(), Backfills.conservative(), true);
            for (int job = 0; job < jobs.size(); job++) {
                assertEquals(without.log().startMillis(job), with.log().startMillis(job));
            }
        }
    }

    static Outcome play(
            int nodes,
            List<Job> jobs,
            List<Failure> failures,
            Backfill backfill,
            boolean requeues) {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", jobs))
                .policy(policy)
                .failures(machine -> inTurn(failures))
                .onFailure(requeues ? OnFailure.REQUEUE : OnFailure.FAIL)
                .checking(Checking.FULL)
                .run();
    }

    /** Failures that are known, in order of time. */
    static Failures inTurn(List<Failure> failures) {
        return new Failures() {
            private int next;

            @Override
            public long nextAtMillis() {
                return next < failures.size() ? failures.get(next).atMillis() : Long.MAX_VALUE;
            }

            @Override
            public Failure next() {
                return failures.get(next++);
            }
        };
    }

    private static List<Job> jobs(Random random, int nodes) {
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 7; id++) {
            long run = 1L + random.nextInt(12);
            long limit = run + random.nextInt(6);
            jobs.add(new Job(id, random.nextInt(30), 1 + random.nextInt(nodes), limit, run));
        }
        jobs.sort(Comparator.comparingLong(Job::submitMillis).thenComparingLong(Job::id));
        List<Job> numbered = new ArrayList<>();
        for (Job job : jobs) {
            numbered.add(
                    new Job(
                            numbered.size(),
                            job.submitMillis(),
                            job.nodes(),
                            job.walltimeMillis(),
                            job.runMillis()));
        }
        return numbered;
    }

    private static List<Failure> failures(Random random, int nodes) {
        List<Failure> failures = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Breakage cause = Breakage.values()[random.nextInt(3)];
            int first = random.nextInt(nodes);
            int last = cause == Breakage.SWITCH ? first + random.nextInt(nodes - first) : first;
            failures.add(
                    new Failure(
                            random.nextInt(60),
                            cause,
                            NodeSet.range(first, last),
                            cause == Breakage.SOFTWARE ? 0 : random.nextInt(20)));
        }
        failures.sort(Comparator.comparingLong(Failure::atMillis));
        return failures;
    }
}
