package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CampaignStudies;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.results.Manifest;
import dandori.scenario.sweep.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read about campaigns. */
class CampaignReportTest {

    @TempDir private Path folder;

    private static String table(Report report, String title) {
        return TextReport.of(
                new Report(
                        report.name(),
                        "",
                        "",
                        report.sections().stream()
                                .filter(section -> section.title().equals(title))
                                .map(section ->
                                        new Section(
                                                section.title(),
                                                section.table(),
                                                section.lines(),
                                                true))
                                .toList(),
                        List.of()),
                false);
    }

    private static Study byHand(String... settings) throws InterruptedException {
        return Studies.play(Studies.scenario(CampaignStudies.BY_HAND, settings), 1, null);
    }

    @Test
    void theDayAndWhatHeldItUp() throws InterruptedException {
        String scaled = // a step of 10 h in place of 1 s: 36,000 times as long
                "campaigns.tiny={organization: us, model: llm-jp-1.8b, nodes: 8, parallelism:"
                        + " {globalBatch: 1}, tokens: 409600, stepTime: 10h, restart: 100h, checkpoint:"
                        + " {rule: fixed, interval: 200h, size: 180 PB, bandwidth: 1 TB/s}, piece: 1200h,"
                        + " margin: 100h, deadline: 2026-03-01T00:00Z}";
        Report report = StudyReport.of(byHand(scaled));

        // 1,450 h from 5 January: 100 steps of 10 h, two starts of 100 h, five writings of 50 h.
        assertThat(table(report, "When are campaigns done?"))
                .isEqualTo(
                        """

                        When are campaigns done?
                         Campaign   Done on      Due          Held up by
                         tiny       6 Mar 2026   1 Mar 2026   checkpoints 10 d, starts of jobs 8.3 d
                        """);
        assertThat(table(report, "Where the time of campaigns went: easy"))
                .contains("Campaign   Jobs   Failures   Waiting   Restarts   Done again")
                .contains("tiny       2.00          0         0       8.33            0");
        assertThat(table(report, "All jobs")).contains("Campaigns late").contains("of 1");
    }

    @Test
    void theShareOfWhatIsNotDone() throws InterruptedException {
        Report report = StudyReport.of(byHand("run.length=100s"));

        // 10 s to start, then 25 s for each 20 steps and their checkpoint: 60 of 100.
        assertThat(table(report, "When are campaigns done?"))
                .contains("60 %")
                .contains("%: what is done of a campaign that is not done when any run ends.");
    }

    @Test
    void whatIsNotDoneIsNeverAllOfIt() {
        assertThat(CampaignTables.undone(0.734)).isEqualTo("73 %");
        assertThat(CampaignTables.undone(0.9999)).isEqualTo("99 %");
    }

    @Test
    void thePageSaysInHowManyRunsItIsDoneAndDrawsWordsAboveTheDeadline()
            throws InterruptedException {
        Study study =
                Studies.play(
                        Studies.scenario(
                                CampaignStudies.BUSY,
                                "run.length=46h",
                                "run.seeds=4..6",
                                "campaigns.large.deadline=40h"),
                        1,
                        null);
        String page = HtmlReport.of(StudyReport.of(study));

        assertThat(page.indexOf("class=\"due\"")).isBetween(0, page.indexOf(">2 of 3</text>"));
        assertThat(page).contains("<td>2 of 3: 6 Jan").doesNotContain("<td>large\u2007");
    }

    @Test
    void onlyLongTextsOfAPageGoOnInAnotherLine() {
        Table table =
                new Table(
                        List.of(
                                Column.text("Campaign", List.of("a".repeat(40))),
                                Column.text("Due", List.of("10 May")),
                                Column.text(
                                        "Held up by",
                                        List.of("waiting 6.6 d, failures 1 h (4 restarts)"))));
        Report report =
                new Report(
                        "r", "R", "", List.of(new Section("?", table, List.of(), true)), List.of());

        assertThat(HtmlReport.of(report))
                .contains("<td>aaaa", "<td>10 May</td>", "<td class=\"long\">waiting 6.6 d, ");
    }

    @Test
    void everythingFits() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(CampaignStudies.BUSY), 2, null);
        Report report = StudyReport.of(study);

        assertThat(TextReport.of(report, false).lines()).allMatch(line -> line.length() <= 100);
        assertThat(TextReport.of(report, false))
                .contains("hokkaido's repairs (half within")
                .contains("the 15 min until a job trains");
        assertThat(MarkdownReport.of(report))
                .contains(
                        "## When are campaigns done?", "## Where the time of campaigns went: easy");
        String page = HtmlReport.of(report);
        assertThat(page).contains("<h2>When campaigns are done</h2>", "class=\"due\"");
        assertThat(page.split("<rect ", -1).length - 1).isGreaterThanOrEqualTo(4);
    }

    @Test
    void elasticOnesSayOnHowManyNodesTheyRan() throws InterruptedException {
        String elastic =
                """
                scenario: elastic
                machines:
                  hokkaido: {from: catalogue/sakura-hokkaido, nodes: 16}
                organizations:
                  us: {home: hokkaido}
                campaigns:
                  first: {organization: us, model: llm-jp-13b, nodes: 8, elastic: 8..16, tokens: 10 B}
                  next: {organization: us, model: llm-jp-13b, nodes: 16, elastic: 8..16, tokens: 10 B, submit: 4h}
                  rigid: {organization: us, model: llm-jp-13b, nodes: 8, tokens: 1 B, submit: 3d}
                policies:
                  easy: {backfill: easy}
                  afs: {backfill: afs}
                run: {length: 4d}
                """;
        Report report = StudyReport.of(Studies.play(Studies.scenario(elastic), 1, null));

        // 2,385 steps of 7.27 s on 16 nodes, 14.2 on 8: 4 h on 16 nodes make 1,858, 8 do the rest
        // in 2.3 h. The other begins on 8 and goes on on 16: 13 nodes on average in 6.4 h, both.
        assertThat(table(report, "On how many nodes did elastic campaigns run?"))
                .contains(
                        """
                         Campaign   easy   afs
                         first      8      8–16, mean 13, 1 change
                         next       16     8–16, mean 13, 1 change
                        """);
        assertThat(HtmlReport.of(report))
                .contains("<h2>Nodes of elastic campaigns</h2>", ">8–16</text>", ">16</text>");
        assertThat(HtmlReport.of(StudyReport.of(byHand())))
                .doesNotContain("Nodes of elastic campaigns");
    }

    @Test
    void aStudyLeavesATableOfItsCampaigns() throws Exception {
        Study study = byHand();
        StudyFolder begun =
                StudyFolder.begin(
                        folder,
                        Variants.of(study.scenario()),
                        new Manifest("p", List.of(), List.of(1L), Map.of(), 1));
        ExperimentResult result =
                new ExperimentResult(Experiment.of(study.scenario()), List.of(study));
        begun.complete(result, StudyReport.of(result), 2, () -> 1);

        assertThat(lines("campaigns.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("0,tiny,us,one,0,0,145,140,409600,2,0,0,");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }
}
