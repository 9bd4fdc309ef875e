package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import dandori.report.MarkdownReport;
import dandori.report.StudyReport;
import dandori.report.StudyTree;
import dandori.results.JsonText;
import dandori.scenario.Scenario;
import dandori.scenario.key.RunSections;
import dandori.sim.Checking;
import dandori.statistics.Resamples;
import org.junit.jupiter.api.Test;

/** Seeds that are added until a figure is known well enough. */
class UntilNarrowTest {

    private static Study play(int threads, String... settings) throws InterruptedException {
        Scenario scenario = Studies.scenario(Studies.SMALL, settings);
        return new Runner(
                        new VariantWorkloads((read, all) -> {}),
                        new RunSettings(threads, Checking.OFF, null),
                        CellStore.NONE,
                        RunListener.NONE)
                .play(Experiment.of(scenario), new UntilNarrow())
                .first();
    }

    private static double widest(Study study, String figure) {
        return study.policies().stream()
                .map(policy -> study.spread(policy, Group.ALL, figure))
                .mapToDouble(spread -> spread.halfWidth() / spread.mean())
                .max()
                .orElseThrow();
    }

    @Test
    void seedsAreAddedUntilTheFigureIsKnownUnderEveryPolicy() throws InterruptedException {
        String until = "run.until={figure: utilization, halfWidth: 8 %}";
        Study study = play(2, "run.seeds=[3, 5]", until);

        assertThat(study.seeds()).startsWith(3, 5, 1, 2).doesNotHaveDuplicates();
        assertThat(study.seeds()).hasSizeBetween(5, 99);
        assertThat(widest(study, "utilization")).isLessThanOrEqualTo(0.08);
        assertThat(study.results()).hasSize(2 * study.seeds().size());
        assertThat(MarkdownReport.of(StudyReport.of(study)))
                .contains(
                        study.seeds().size()
                                + " seeds: half of the 95 % interval of utilization is ")
                .doesNotContain("more than");
        assertThat(JsonText.of(StudyTree.of(study)))
                .isEqualTo(JsonText.of(StudyTree.of(play(4, "run.seeds=[3, 5]", until))));
    }

    @Test
    void atTheMostItGivesUpAndSaysSo() throws InterruptedException {
        Study study = play(2, "run.until={halfWidth: 0.1 %, seedsAtMost: 21}");

        assertThat(study.seeds()).hasSize(21);
        assertThat(MarkdownReport.of(StudyReport.of(study)))
                .contains("more than the 0.1 % asked for; 'seedsAtMost' is 21.");
    }

    @Test
    void ofManySeedsSkewedFiguresHaveTheBootstrapsIntervalToo() throws InterruptedException {
        Resamples samples = new Resamples(new RandomStreams(1));
        Study many = play(2, "run.seeds=1..20", "run.length=4d");
        int skewed = 0;
        for (String name : many.figureNames(Group.ALL)) {
            skewed += many.spread("easy", Group.ALL, name).bootstrap(samples).isPresent() ? 1 : 0;
        }

        assertThat(skewed).isPositive();
        assertThat(JsonText.of(StudyTree.of(many)))
                .contains("\"bootstrap_low_95\" : ", "\"bootstrap_high_95\" : ");
        assertThat(JsonText.of(StudyTree.of(play(2)))).doesNotContain("bootstrap");
    }

    @Test
    void withoutItNothingIsAdded() throws InterruptedException {
        assertThat(play(2).seeds()).containsExactly(1, 2, 3);
    }

    @Test
    void everyFigureThatMayBeNamedIsThere() throws InterruptedException {
        Study study = play(2, "run.seeds=1");

        for (String figure : RunSections.UNTIL.key("figure").orElseThrow().words()) {
            assertThat(study.figureNames(Group.ALL)).contains(figure);
        }
    }
}
