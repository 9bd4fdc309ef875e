package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CellStore;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Spread;
import dandori.experiment.VariantWorkloads;
import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.sim.Checking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reports of experiments with sweeps. */
class SweepReportTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines:
              one: {nodes: {sweep: [16, 32], name: size}}
            organizations:
              us: {home: one}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.5, 0.7, 0.9]}, nodes: {max: 8}}}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 2d, seeds: 1..3}
            """;

    private static ExperimentResult play(String... settings) throws InterruptedException {
        Variants variants =
                VariantReader.read(
                        "test.yaml",
                        SWEPT.getBytes(StandardCharsets.UTF_8),
                        Path.of("").toAbsolutePath(),
                        List.of(settings),
                        KnownParts.found());
        return new Runner(
                        new VariantWorkloads((read, all) -> {}),
                        new RunSettings(2, Checking.CHEAP, null),
                        CellStore.NONE,
                        RunListener.NONE)
                .play(Experiment.of(variants));
    }

    @Test
    void theSummaryIsTheSameOnAnyNumberOfThreads() throws InterruptedException {
        ExperimentResult result = play("run.seeds=1..20", "run.length=1d");
        String summary = JsonText.of(StudyTree.of(result, 1));

        assertThat(summary).contains("\"bootstrap_low_95\" : ");
        assertThat(JsonText.of(StudyTree.of(result, 2))).isEqualTo(summary);
        assertThat(JsonText.of(StudyTree.of(result, 7))).isEqualTo(summary);
    }

    @Test
    void allVariantsStandInOneTableAndOverAxes() throws InterruptedException {
        ExperimentResult result = play();
        Report report = StudyReport.of(result);
        Table table = new SweepTable(result).of(List.of(Metric.UTILIZATION));

        assertThat(texts(table, 0))
                .containsExactly("16", "", "", "", "", "", "32", "", "", "", "", "");
        assertThat(texts(table, 1))
                .containsExactly("0.5", "", "0.7", "", "0.9", "", "0.5", "", "0.7", "", "0.9", "");
        assertThat(texts(table, 2).subList(0, 4)).containsExactly("plain", "easy", "plain", "easy");
        Spread easy = result.studies().get(3).spread("easy", Group.ALL, "utilization");
        String first = Digits.entry(100 * easy.mean(), 100 * easy.plusMinus(), false, "").plain();
        assertThat(texts(table, 3).get(7)).startsWith(first);
        assertThat(report.size()).startsWith("6 variants · ");
        assertThat(report.pictures())
                .extracting(Picture::title)
                .contains("Utilization by load; size 16", "Wait, p95 by load; size 32");
        assertThat(TextReport.of(report, false).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    private static List<String> texts(Table table, int column) {
        return table.columns().get(column).entries().stream().map(Entry::plain).toList();
    }

    @Test
    void valuesOfOneUnitStandByTheirSizeAndOthersSideBySide() {
        assertThat(SweepAxis.of(List.of("0.5", "0.7", "2")).places()).containsExactly(0.5, 0.7, 2.);
        assertThat(SweepAxis.of(List.of("10 GB", "30 GB")).places()).containsExactly(10., 30.);
        assertThat(SweepAxis.of(List.of("30min", "1h", "1d")).places())
                .containsExactly(1_800_000., 3_600_000., 86_400_000.);
        assertThat(SweepAxis.of(List.of("easy", "none", "3")).places()).containsExactly(0., 1., 2.);
        assertThat(SweepAxis.of(List.of("3", "1")).places()).containsExactly(0., 1.);
    }

    @Test
    void theFrontIsWhatASlowLookFinds() {
        SplittableRandom random = new SplittableRandom(5);
        List<Metric> metrics = List.of(Metric.UTILIZATION, Metric.WAIT_P95, Metric.ENERGY);
        for (int world = 0; world < 2_000; world++) {
            List<ParetoFront.Point> points = new ArrayList<>();
            int count = 1 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                points.add(
                        new ParetoFront.Point(
                                "",
                                "p" + i,
                                List.of(
                                        (double) random.nextInt(4),
                                        (double) random.nextInt(4),
                                        (double) random.nextInt(4))));
            }
            ParetoFront front = new ParetoFront(points, metrics);
            for (ParetoFront.Point point : points) {
                boolean isBeaten = false;
                for (ParetoFront.Point other : points) {
                    List<Double> a = other.values();
                    List<Double> b = point.values();
                    boolean isAsGood =
                            a.get(0) >= b.get(0) && a.get(1) <= b.get(1) && a.get(2) <= b.get(2);
                    isBeaten |= isAsGood && !a.equals(b);
                }
                assertThat(front.isOnFront(point)).isEqualTo(!isBeaten);
            }
        }
    }
}
