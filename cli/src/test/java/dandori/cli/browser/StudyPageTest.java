package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;

/** The page of a study in a browser, held against its summary. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StudyPageTest {

    private static final String PLAIN = "<b>plain</b>";

    private ServedStudy served;
    private Browser browser;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        served = new ServedStudy(results, ServedStudy.SMALL);
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    private void visit(String query) {
        browser.visit(served.at("/study?at=small" + query));
        browser.await("#files");
    }

    private JsonNode summary() throws IOException {
        return served.summary("small");
    }

    private JsonNode figure(String policy, String name) throws IOException {
        return summary().path("policies").path(policy).path("all").path(name);
    }

    /** The first number of a cell of the first table. */
    private double shown(int row, int column) {
        String text = cell(row, column).replaceAll("[≥,]", "").replace("−", "-");
        return Double.parseDouble(text.split("[ ▼▲\n]")[0]);
    }

    private String cell(int row, int column) {
        return browser.driver()
                .findElements(By.cssSelector("table"))
                .get(0)
                .findElements(By.cssSelector("tbody tr"))
                .get(row)
                .findElements(By.cssSelector("th, td"))
                .get(column)
                .getText();
    }

    private List<String> heads() {
        return browser
                .driver()
                .findElements(By.cssSelector("table"))
                .get(0)
                .findElements(By.cssSelector("thead th"))
                .stream()
                .map(head -> head.getText().lines().findFirst().orElse(""))
                .toList();
    }

    /** What a mark means is told below a table that has it, and below no other. */
    @Test
    void atLeastIsExplainedWhereItStands() {
        for (String by :
                List.of(
                        "",
                        "&by=organizations&metric=wait_p95_s",
                        "&by=organizations&metric=jobs")) {
            visit(by);
            String section =
                    browser.driver()
                            .findElement(By.xpath("//section[h2[@id='policies']]"))
                            .getText();
            String table = browser.driver().findElements(By.cssSelector("table")).get(0).getText();
            assertThat(section.contains("≥: some jobs")).as(by).isEqualTo(table.contains("≥"));
        }
    }

    @Test
    void namesAndQuestionsAreTextWhateverTheyHold() throws IOException {
        visit("");

        assertThat(browser.await("main h1").getText())
                .isEqualTo(summary().path("description").stringValue());
        assertThat(browser.texts("main img")).isEmpty();
        assertThat(cell(0, 0)).isEqualTo(PLAIN);
        assertThat(browser.texts("main b")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(served::isOwn);
    }

    @Test
    void theAnswerComesFirstInTheWordsOfTheFile() throws IOException {
        visit("");

        assertThat(browser.texts(".answers p"))
                .isEqualTo(
                        summary().path("answer").valueStream().map(JsonNode::stringValue).toList());
        assertThat(browser.texts(".answers [lang]")).isEmpty();
    }

    @Test
    void theTableHasTheMeansOfTheFile() throws IOException {
        visit("");

        List<String> heads = heads();
        int place = heads.indexOf("Utilization");
        assertThat(shown(0, place))
                .isCloseTo(
                        100 * figure(PLAIN, "utilization").path("mean").doubleValue(), offset(0.5));
        int slowdown = heads.indexOf("Bounded slowdown");
        double mean = figure("easy", "bounded_slowdown_mean").path("mean").doubleValue();
        assertThat(shown(1, slowdown)).isCloseTo(mean, offset(0.06 * mean));
    }

    @Test
    void marksStandWhereTheDifferenceIsBeyondChance() throws IOException {
        visit("");

        JsonNode differs =
                summary().path("differences").path("easy").path("all").path("wait_mean_s");
        boolean isBetter =
                differs.path("p_value_holm").doubleValue() < 0.05
                        && differs.path("values").size() > 2
                        && differs.path("mean").doubleValue() < 0;
        String cell = cell(1, heads().indexOf("Wait, mean"));
        assertThat(cell.contains("▼")).isEqualTo(isBetter);
        assertThat(cell(0, heads().indexOf("Wait, mean"))).doesNotContain("▼");
    }

    @Test
    void theAddressHoldsWhoseFiguresAreShown() throws IOException {
        visit("&by=organizations&metric=share_delivered");

        assertThat(cell(0, 0)).isEqualTo("<i>big</i>");
        JsonNode share =
                summary()
                        .path("policies")
                        .path("easy")
                        .path("organizations")
                        .path("<i>big</i>")
                        .path("share_delivered");
        assertThat(shown(0, heads().indexOf("easy")))
                .isCloseTo(100 * share.path("mean").doubleValue(), offset(0.5));

        new Select(browser.await("select[name=by]")).selectByValue("nodes_classes");
        assertThat(browser.driver().getCurrentUrl()).contains("by=nodes_classes");
        assertThat(cell(0, 0)).isEqualTo("1");
    }

    @Test
    void theNumbersOfChartsAreThoseOfTheFile() throws IOException {
        visit("");

        JsonNode shares =
                summary()
                        .path("figures")
                        .path("by_policy")
                        .path("easy")
                        .path("started_within_share");
        browser.driver()
                .executeScript(
                        "document.querySelector('#waits').parentElement.querySelector('details').open = true");
        List<String> rows = browser.texts("section:has(> #waits) details tbody tr td:last-child");
        assertThat(rows).hasSize(shares.size());
        assertThat(rows.get(0))
                .isEqualTo(
                        String.format(Locale.ROOT, "%.1f %%", 100 * shares.path(0).doubleValue()));
        assertThat(browser.texts("section:has(> #load) .chart canvas")).hasSize(3);
    }

    @Test
    void aPolicyThatIsNotTickedLeavesAllCharts() {
        visit("");
        browser.driver().findElements(By.cssSelector(".ticks input")).get(0).click();

        assertThat(browser.texts(".boxes caption")).containsExactly("easy");
        assertThat(browser.driver().getCurrentUrl()).contains("policy=easy");
    }

    @Test
    void runsLeadToTheirPageAndFilesAreHandedOut() {
        visit("");

        assertThat(browser.await("section:has(#runs) tbody a").getDomAttribute("href"))
                .isEqualTo("/run?at=small%2Fcells%2F0000");
        assertThat(browser.texts(".links a"))
                .contains("report.html", "summary.json", "scenario.yaml", "east", "west");
    }

    @Test
    void bothLanguagesHaveTheSamePage() {
        visit("");
        int parts = browser.texts("main h2").size();
        browser.driver().executeScript("localStorage.setItem('language', 'ja')");
        try {
            visit("");
            assertThat(browser.texts("main h2"))
                    .hasSize(parts)
                    .noneMatch(t -> t.contains("Policies"));
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.driver().executeScript("localStorage.removeItem('language')");
        }
    }

    @Test
    void aDamagedSummaryIsNamed() throws IOException {
        Files.createDirectories(served.results().resolve("torn"));
        Files.writeString(
                served.results().resolve("torn/manifest.json"), "{\"state\": \"complete\"}");
        Files.writeString(served.results().resolve("torn/summary.json"), "{\"policies\": {");
        browser.visit(served.at("/study?at=torn"));

        assertThat(browser.await("main .problem").getText())
                .contains("torn/summary.json is damaged or of a newer program.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDamagedManifestIsNamed() throws IOException {
        Path folder = Files.createDirectories(served.results().resolve("cut"));
        Files.copy(served.results().resolve("small/summary.json"), folder.resolve("summary.json"));
        Files.writeString(folder.resolve("manifest.json"), "{\"state\": ");
        browser.visit(served.at("/study?at=cut"));

        assertThat(browser.await("main .problem").getText())
                .contains("cut/manifest.json cannot be read.");
        assertThat(browser.complaints()).isEmpty();
    }
}
