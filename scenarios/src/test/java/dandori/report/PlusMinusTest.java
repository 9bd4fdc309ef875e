package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CampaignStudies;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.results.JsonText;
import org.junit.jupiter.api.Test;

/** What stands behind ± in reports, and what is said of it. */
class PlusMinusTest {

    private static final String OF_TWO =
            "±: half of the difference of the two runs; --seeds 1..10 gives 95 % intervals.";

    private static Section section(Study study, String title) {
        return StudyReport.of(study).sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Study small(String seeds) throws InterruptedException {
        return Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=" + seeds), 1, null);
    }

    @Test
    void ofTwoSeedsItIsHalfOfTheDifferenceAndTheLegendSaysSo() throws InterruptedException {
        Study study = small("1..2");
        Spread share = study.spread("plain", Group.ALL, "utilization");
        double half = 50 * Math.abs(share.values().get(0) - share.values().get(1));
        Section all = section(study, "All jobs");

        assertThat(all.lines()).containsExactly(OF_TWO);
        assertThat(TextReport.of(StudyReport.of(study), false)).doesNotContain("▼", "▲");
        assertThat(all.table().columns().get(1).entries().get(0))
                .isEqualTo(Digits.entry(100 * share.mean(), half, share.atLeast(), ""));
        assertThat(
                        section(study, "Differences from plain, pair by pair")
                                .table()
                                .columns()
                                .get(1)
                                .entries()
                                .get(0)
                                .half())
                .isNotEmpty();
    }

    @Test
    void inFilesTheIntervalStays() throws InterruptedException {
        Study study = small("1..2");
        Spread share = study.spread("plain", Group.ALL, "utilization");

        assertThat(JsonText.of(StudyTree.of(study)))
                .contains("\"low_95\" : " + (share.mean() - share.halfWidth()) + ",");
    }

    @Test
    void ofACampaignThatIsDoneInTwoRunsOfMoreTheSame() throws InterruptedException {
        Study study =
                Studies.play(
                        Studies.scenario(CampaignStudies.BUSY, "run.length=46h", "run.seeds=4..6"),
                        1,
                        null);
        Spread done = study.spread("plain", new Group(Group.Kind.CAMPAIGN, "large"), "done_s");
        Section section = section(study, "When are campaigns done?");

        assertThat(done.count()).isEqualTo(2);
        assertThat(MarkdownReport.of(StudyReport.of(study)))
                .contains(
                        "| large | 2 of 3: 6 Jan ± "
                                + RunDates.span((done.max() - done.min()) / 2)
                                + " |");
        assertThat(section.lines())
                .containsExactly("± of two runs: half of the difference of their days.");
    }

    @Test
    void ofThreeSeedsItIsHalfOfTheInterval() throws InterruptedException {
        Study study = small("1..3");
        Spread share = study.spread("plain", Group.ALL, "utilization");
        Section all = section(study, "All jobs");

        assertThat(all.lines())
                .singleElement()
                .asString()
                .endsWith(" ±: half of the 95 % interval of the mean over 3 seeds.");
        assertThat(all.table().columns().get(1).entries().get(0))
                .isEqualTo(
                        Digits.entry(
                                100 * share.mean(), 100 * share.halfWidth(), share.atLeast(), ""));
    }
}
