package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.Workloads;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments, cell by cell. */
class RunnerTest {

    @TempDir Path folder;

    @Test
    void cellsAreAllPoliciesOfASeedThenThoseOfTheNext() {
        Experiment experiment = Experiment.of(Studies.scenario(Studies.SMALL));

        assertThat(experiment.cells())
                .extracting(c -> c.number() + " " + c.policy().name() + " " + c.seed())
                .containsExactly(
                        "0 plain 1", "1 easy 1", "2 plain 2", "3 easy 2", "4 plain 3", "5 easy 3");
    }

    @Test
    void policiesOfASeedFaceTheSameJobsAndSeedsDiffer() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL), 2, null);

        assertThat(study.failures()).isEmpty();
        List<Double> plain = demanded(study, "plain");
        assertThat(plain).isEqualTo(demanded(study, "easy")).doesNotHaveDuplicates();
    }

    private static List<Double> demanded(Study study, String policy) {
        return study.spread(policy, Group.organization("big"), "demanded_node_hours").values();
    }

    @Test
    void groupsAddUp() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL), 2, null);

        for (Group.Kind kind :
                List.of(Group.Kind.ORGANIZATION, Group.Kind.NODES_CLASS, Group.Kind.MACHINE)) {
            for (String name : List.of("jobs", "delivered_node_hours", "unfinished")) {
                double sum = 0;
                for (Group group : study.groups(kind)) {
                    sum += study.spread("easy", group, name).mean();
                }
                assertThat(sum)
                        .as(kind + " " + name)
                        .isCloseTo(study.spread("easy", Group.ALL, name).mean(), within(1e-6));
            }
        }
    }

    @Test
    void theRunEndsAtItsLengthAndIsMeasuredFromTheWarmUpOn() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1"), 1, null);

        assertThat(study.spread("easy", Group.ALL, "window_from_s").mean()).isEqualTo(86_400);
        assertThat(study.spread("easy", Group.ALL, "window_to_s").mean()).isEqualTo(604_800);
        assertThat(study.spread("easy", Group.ALL, "unfinished").mean()).isPositive();
        assertThat(study.spread("easy", Group.ALL, "wait_max_s").max()).isLessThan(604_800);
    }

    @Test
    void aCellThatFailsDoesNotStopTheOthers() throws Exception {
        Files.createDirectories(folder.resolve("cells"));
        Files.writeString(folder.resolve("cells/0001"), "a file where a folder should be");

        Study study = Studies.play(Studies.scenario(Studies.SMALL), 2, folder);

        assertThat(study.failures()).extracting(f -> f.cell().number()).containsExactly(1);
        assertThat(study.results()).hasSize(5);
        assertThat(study.figures("easy", Group.ALL, "jobs").get(0).value()).isNaN();
    }

    @Test
    void theLengthOfTheQueueIsThatOfASlowCount() {
        Scenario scenario = Studies.scenario(Studies.SMALL);
        SeedWorkload jobs = new Workloads(scenario, (read, all) -> {}).forSeed(1);
        Outcome outcome =
                Simulation.of(scenario.machines(), jobs.workload())
                        .routing(jobs.routing())
                        .policy(
                                scenario.policies()
                                        .get(0)
                                        .policy(
                                                dandori.scenario.KnownParts.found(),
                                                scenario.organizations()))
                        .run();
        Window window = new Window(100_000_000, 500_000_000);
        PartAverages queue = new PartAverages(window, 16);
        JobSpans spans = new JobSpans(outcome.log());
        for (int job = 0; job < outcome.log().jobs().count(); job++) {
            spans.waits(job, (from, to, nodes) -> queue.add(from, to, 1));
        }
        double[] averages = queue.averages();

        List<Double> slow = new ArrayList<>();
        for (int part = 0; part < 16; part++) {
            long from = window.fromMillis() + part * 25_000_000L;
            slow.add(waited(outcome.log(), new Window(from, from + 25_000_000L)) / 25_000_000.0);
        }
        for (int part = 0; part < 16; part++) {
            assertThat(averages[part]).isCloseTo(slow.get(part), within(1e-6));
        }
    }

    private static long waited(JobLog log, Window part) {
        long waited = 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            long submit = log.jobs().submitMillis(job);
            waited += part.overlapMillis(submit, submit + log.waitMillis(job));
        }
        return waited;
    }
}
