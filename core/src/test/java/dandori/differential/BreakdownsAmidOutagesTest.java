package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.OnFailure;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Nodes that break before, during and at the ends of planned outages, under every backfill: full
 * checking finds nothing, and whoever gets to run where nothing breaks does so here, too.
 */
class BreakdownsAmidOutagesTest {

    @Test
    void anyNodes() {
        for (int seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = 1 + random.nextInt(8);
            List<Job> jobs = new ArrayList<>();
            for (int id = 0; id < 8; id++) {
                long run = 1L + random.nextInt(12);
                long limit = run + random.nextInt(6);
                jobs.add(new Job(id, random.nextInt(60), 1 + random.nextInt(nodes), limit, run));
            }
            jobs.sort(Comparator.comparingLong(Job::submitMillis));
            Simulation simulation =
                    Simulation.of(Machine.flat("m", nodes), Workload.of("w", jobs))
                            .policy(
                                    OutageWorld.policy(seed)
                                            .placement(Placements.firstFit())
                                            .build())
                            .checking(Checking.FULL);
            long from = 0;
            for (int i = random.nextInt(3); i >= 0; i--) {
                from += random.nextInt(40);
                long to = from + 1 + random.nextInt(20);
                boolean isWhole = random.nextInt(3) == 0;
                int some = isWhole ? Outage.WHOLE : 1 + random.nextInt(nodes);
                simulation.outage(OutageWorld.cutting(new Outage(from, to, some), random));
                from = to;
            }
            play("seed " + seed, simulation, random, nodes, 90);
        }
    }

    @Test
    void boxesOnTori() {
        for (int seed = 0; seed < 800; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            play("seed " + seed, OutageWorld.boxes(seed, random), random);
        }
    }

    @Test
    void resourceGroups() {
        for (int seed = 0; seed < 1_600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            play("seed " + seed, OutageWorld.groups(seed, random), random);
        }
    }

    private static void play(String what, OutageWorld world, SplittableRandom random) {
        long last = world.jobs().stream().mapToLong(Job::submitMillis).max().orElse(0);
        play(what, world.simulation(), random, world.nodes(), 2 * last);
    }

    private static void play(
            String what, Simulation simulation, SplittableRandom random, int nodes, long until) {
        List<Failure> failures = failures(random, nodes, until);
        JobLog plain = OutageWorld.run(what, simulation);
        JobLog log =
                OutageWorld.run(
                        what,
                        simulation
                                .failures(machine -> BreakdownsTest.inTurn(failures))
                                .onFailure(OnFailure.REQUEUE));
        for (int job = 0; job < log.jobs().count(); job++) {
            if (plain.hasEnded(job)) {
                assertThat(log.hasEnded(job)).as("%s, job %d ends", what, job).isTrue();
            }
            boolean isRejected = plain.state(job) == JobState.REJECTED;
            assertThat(log.state(job) == JobState.REJECTED).isEqualTo(isRejected);
        }
    }

    private static List<Failure> failures(SplittableRandom random, int nodes, long until) {
        List<Failure> failures = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Breakage cause = Breakage.values()[random.nextInt(3)];
            int first = random.nextInt(nodes);
            int last = cause == Breakage.SWITCH ? first + random.nextInt(nodes - first) : first;
            long repair = cause == Breakage.SOFTWARE ? 0 : random.nextLong(until / 2 + 1);
            long at = random.nextLong(until + 1);
            failures.add(new Failure(at, cause, NodeSet.range(first, last), repair));
        }
        failures.sort(Comparator.comparingLong(Failure::atMillis));
        return failures;
    }
}
