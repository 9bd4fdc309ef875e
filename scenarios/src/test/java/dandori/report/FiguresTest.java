package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.experiment.CellResult;
import dandori.experiment.Curves;
import dandori.experiment.Group;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is drawn, against the runs that it was drawn from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

    private Study study;

    @BeforeAll
    void play() throws InterruptedException {
        study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1..2"), 2, null);
    }

    private static List<String> titles(Report report) {
        return report.pictures().stream().map(Picture::title).toList();
    }

    @Test
    void allFiguresThatHaveSomethingAreDrawnAndSayOfHowManyJobs() {
        Report report = StudyReport.of(study);

        assertThat(titles(report))
                .hasSize(4)
                .allSatisfy(
                        title -> assertThat(title).contains(" jobs a run", "2 seeds, by policy"));
        assertThat(titles(report).get(0)).startsWith("Jobs waiting over time (about ");
        assertThat(report.sections().stream().map(Section::title))
                .contains(
                        "east: nodes busy over time",
                        "west: node hours that wait, over time",
                        "Share of jobs that started within a wait",
                        "Mean bounded slowdown by size and run time");
    }

    @Test
    void whatTheFileAsksForIsDrawnInItsOrderAndNothingElse() throws InterruptedException {
        Study two =
                Studies.play(
                        Studies.scenario(
                                Studies.SMALL,
                                "run.seeds=1",
                                "report={figures: [waits, queue], metrics: [fairness_jain,"
                                        + " utilization]}"),
                        2,
                        null);
        Report report = StudyReport.of(two);

        assertThat(titles(report).get(0)).startsWith("How many jobs started within a wait");
        assertThat(titles(report).get(1)).startsWith("Jobs waiting over time");
        assertThat(report.pictures()).hasSize(2);
        assertThat(report.sections().stream().map(Section::title))
                .noneMatch(title -> title.contains("nodes busy over time"));
        Table all = report.sections().get(0).table();
        assertThat(all).isNotNull();
        assertThat(all.columns().stream().map(Column::heading))
                .containsExactly("Policy", "Jain's index", "Utilization");
        assertThat(report.answer().get(0)).contains("Jain's index");
    }

    @Test
    void sharesOfWaitsAreOfTheJobsOfAllSeedsTogether() {
        double started = 0;
        double jobs = 0;
        int hour = Curves.waitBoundsSeconds().indexOf(3_600);
        for (CellResult cell : study.of("easy")) {
            started += cell.measurement().curve(Group.ALL, Curves.STARTED_WITHIN).get(hour);
            jobs += cell.measurement().figure(Group.ALL, "jobs").value();
        }
        assertThat(new WaitsChart(study).shares("easy")[hour])
                .isCloseTo(started / jobs, within(1e-12));
    }

    @Test
    void meansOfClassesWeighEveryJobAlike() {
        double sum = 0;
        double jobs = 0;
        for (CellResult cell : study.of("plain")) {
            sum += cell.measurement().curve(Group.ALL, Curves.CLASS_SLOWDOWN).get(0);
            jobs += cell.measurement().curve(Group.ALL, Curves.CLASS_JOBS).get(0);
        }
        assertThat(new SlowdownsChart(study).mean("plain", 0, 0))
                .isCloseTo(sum / jobs, within(1e-12));
    }

    @Test
    void thePageNeedsNoOtherFileAndHasATextForEachDrawing() {
        String page = HtmlReport.of(StudyReport.of(study));

        assertThat(page)
                .contains("aria-label=\"Utilization and backlog over time\"", "east: nodes busy, %")
                .doesNotContain("<script", "http", "NaN", "Infinity");
    }

    @Test
    void labelsOfLinesThatEndTogetherDoNotCoverEachOther() {
        Svg svg = new Svg(100, "x");
        svg.labels(0, new double[] {10, 10, 10, 95}, 10, 90, List.of("a", "b", "c", "d"));

        assertThat(svg.close())
                .contains("y=\"14\" text-anchor=\"start\">a", "y=\"28\"", "y=\"42\"")
                .contains("y=\"94\" text-anchor=\"start\">d");
    }

    @Test
    void loadsOfLargeMachinesAreInMillions() {
        assertThat(LoadChart.labels(Axis.fromZero(2.3e6, 0, 100)))
                .containsExactly("0", "1", "2", "3");
        assertThat(LoadChart.labels(Axis.fromZero(1.1e6, 0, 100)))
                .containsExactly("0.0", "0.5", "1.0", "1.5");
        assertThat(LoadChart.labels(Axis.fromZero(730_000, 0, 100)))
                .containsExactly("0", "200,000", "400,000", "600,000", "800,000");
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(Axis.fromZero(7.3, 0, 100).to()).isEqualTo(8);
        assertThat(Axis.fromZero(0.13, 0, 100).ticks(4).get(1)).isCloseTo(0.05, within(1e-12));
        assertThat(new Axis(0, 4, 100, 0).at(1)).isEqualTo(75);
    }
}
