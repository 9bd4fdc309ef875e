package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.metric.Window;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What figures are drawn from, against the figures of the same runs and a slow twin. */
class CurvesTest {

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }

    private static double mean(List<Double> values) {
        return sum(values) / values.size();
    }

    @Test
    void meansOfPartsGiveTheMeansOfTheWindow() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1"), 1, null);
        for (CellResult cell : study.results()) {
            Measurement its = cell.measurement();
            assertThat(mean(its.queue()))
                    .isCloseTo(its.figure(Group.ALL, "queue_mean_jobs").value(), within(1e-6));
            for (Group machine : study.groups(Group.Kind.MACHINE)) {
                double hours =
                        (its.figure(machine, "window_to_s").value()
                                        - its.figure(machine, "window_from_s").value())
                                / 3600;
                assertThat(mean(its.curve(machine, Curves.BUSY)) * hours)
                        .isCloseTo(
                                its.figure(machine, "delivered_node_hours").value(), within(1e-6));
                assertThat(mean(its.curve(machine, Curves.BACKLOG)))
                        .isCloseTo(
                                its.figure(machine, "backlog_mean_node_hours").value(),
                                within(1e-6));
            }
        }
    }

    @Test
    void whoHasStartedAgreesWithTheQuantilesOfWaits() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1"), 1, null);
        for (CellResult cell : study.results()) {
            Measurement its = cell.measurement();
            double jobs = its.figure(Group.ALL, "jobs").value();
            double p95 = its.figure(Group.ALL, "wait_p95_s").value();
            List<Double> within = its.curve(Group.ALL, Curves.STARTED_WITHIN);
            for (int i = 0; i < within.size(); i++) {
                if (Curves.waitBoundsSeconds().get(i) < p95) {
                    assertThat(within.get(i)).isLessThan(0.95 * jobs);
                } else if (!its.figure(Group.ALL, "wait_p95_s").atLeast()) {
                    assertThat(within.get(i)).isGreaterThanOrEqualTo(0.95 * jobs);
                }
            }
        }
    }

    @Test
    void classesOfSizesAndRunTimesHaveAllJobsThatEnded() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1"), 1, null);
        Measurement its = study.results().get(1).measurement();
        double unfinished = its.figure(Group.ALL, "unfinished").value();
        double jobs = its.figure(Group.ALL, "jobs").value();

        assertThat(sum(its.curve(Group.ALL, Curves.CLASS_JOBS))).isEqualTo(jobs - unfinished);
        if (unfinished == 0) {
            assertThat(sum(its.curve(Group.ALL, Curves.CLASS_SLOWDOWN)) / jobs)
                    .isCloseTo(
                            its.figure(Group.ALL, "bounded_slowdown_mean").value(), within(1e-9));
        }
    }

    @Test
    void aRunTimeBelongsToTheClassWhoseBoundItDoesNotExceed() {
        assertThat(Curves.runTimeClass(0)).isZero();
        assertThat(Curves.runTimeClass(60_000)).isZero();
        assertThat(Curves.runTimeClass(60_001)).isEqualTo(1);
        assertThat(Curves.runTimeClass(86_400_000)).isEqualTo(4);
        assertThat(Curves.runTimeClass(86_400_001)).isEqualTo(5);
    }

    @Test
    void averagesOfPartsAreThoseOfASlowTwin() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Window window = new Window(10, 10 + 12 * (1 + random.nextInt(5)));
            PartAverages fast = new PartAverages(window, 4);
            double[] slow = new double[4];
            double part = window.lengthMillis() / 4.0;
            for (int i = 0; i < 5; i++) {
                long from = random.nextInt(80);
                long to = from + random.nextInt(30);
                int amount = 1 + random.nextInt(9);
                fast.add(from, to, amount);
                for (long at = Math.max(10, from); at < Math.min(to, window.toMillis()); at++) {
                    slow[(int) ((at - 10) / part)] += amount / part; // parts are whole millis long
                }
            }
            for (int i = 0; i < 4; i++) {
                assertThat(fast.averages()[i]).isCloseTo(slow[i], within(1e-9));
            }
        }
    }
}
