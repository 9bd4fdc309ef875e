package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.cli.DeskDoor;
import dandori.cli.PlayedStudy;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** On a Japanese page nothing of the program's own is English. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JapanesePagesTest {

    /** What the scenario calls its things; the reader sees them as they are. */
    private static final List<String> NAMES =
            List.of(
                    "before", "after", "older", "torn", "plain", "easy", "us", "them", "east",
                    "tiny");

    /** Names of models and people that the meaning of keys tells of. */
    private static final List<String> OTHERS =
            List.of(
                    "Standard",
                    "Workload",
                    "Format",
                    "Amdahl",
                    "Young",
                    "Daly",
                    "Schroeder",
                    "and",
                    "Gibson",
                    "DSN",
                    "Parquet",
                    "SLURM",
                    "EASY",
                    "Tiresias",
                    "Pollux",
                    "AFS",
                    "ms",
                    "min",
                    "many",
                    "usa",
                    "esy",
                    "backfil");

    private static final String SCENARIO =
            """
            scenario: tiny
            description: 誰が待つか
            machines: {east: {nodes: 32}}
            organizations:
              us: {shares: 3}
              them: {shares: 1}
            workload:
              streams:
                - {organization: us, generate: {load: 0.6, nodes: {max: 32}}}
                - {organization: them, generate: {load: 0.5, nodes: {max: 32}}}
            failures: {east: {nodeMtbf: 30d}}
            policies:
              plain: {backfill: none, placement: first-fit}
              easy: {backfill: easy, placement: first-fit}
            run: {length: 3d, seeds: 1..3, explain: true, start: 2026-01-05T00:00+09:00}
            """;

    private Viewer viewer;
    private Browser browser;

    @BeforeAll
    void play(@TempDir Path folder) throws Exception {
        browser = Browser.open("--accept-lang=ja");
        PlayedStudy.play(folder, "before", SCENARIO);
        PlayedStudy.play(folder, "after", SCENARIO, "--set", "organizations.us.shares=9");
        PlayedStudy.play(folder, "older", SCENARIO);
        Path summary = folder.resolve("older/summary.json");
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(summary));
        tree.remove("answer_told");
        Files.writeString(summary, tree.toString());
        Path torn = Files.createDirectory(folder.resolve("torn"));
        Files.writeString(torn.resolve("manifest.json"), "{");
        viewer =
                Viewer.start(
                        new ViewerOptions(folder, ViewerOptions.LOOPBACK, 0, true),
                        DeskDoor.desk());
        browser.driver().get(viewer.address().toString());
        browser.driver().executeScript("localStorage.setItem('language', 'ja')");
    }

    @AfterAll
    void close() {
        if (viewer != null) {
            browser.close();
            viewer.close();
        }
    }

    private void visit(String page, String until) {
        browser.visit(viewer.address().resolve("/").resolve(page).toString());
        browser.await(until);
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("ja");
    }

    private void assertJapanese(List<String> names) {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(names);
        assertThat(LatinWords.of(browser, all)).isEmpty();
    }

    /** Every key, word and name of a part that scenario files have. */
    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>(OTHERS);
        Path schema = Path.of("../scenarios/scenario.schema.json");
        JsonNode root = JsonMapper.shared().readTree(Files.readString(schema));
        for (JsonNode properties : root.findValues("properties")) {
            keys.addAll(properties.propertyNames());
        }
        for (JsonNode words : root.findValues("enum")) {
            words.forEach(word -> keys.addAll(List.of(word.asString().split("\\W+"))));
        }
        for (JsonNode word : root.findValues("const")) {
            keys.addAll(List.of(word.asString().split("\\W+")));
        }
        return keys;
    }

    @Test
    void theListOfStudies() {
        visit("/", "tbody tr:nth-of-type(4)");

        assertThat(browser.texts("td .bad")).containsExactly("torn/manifest.json を読めません。");
        assertJapanese(List.of());
    }

    @Test
    void aStudy() {
        visit("/study?at=before", "#files");
        browser.driver()
                .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.texts(".answers p").get(0))
                .startsWith("easyとplainの")
                .contains("待ち時間の95%点", "資源利用率")
                .endsWith("。");
        assertThat(browser.texts(".answers [lang]")).isEmpty();
        assertJapanese(List.of());
    }

    @Test
    void theAnswerOfAnOlderProgramIsEnglishAndMarkedSo() {
        visit("/study?at=older", "#files");

        assertThat(browser.texts(".answers p"))
                .isNotEmpty()
                .isEqualTo(browser.texts(".answers p span[lang=en]"))
                .first()
                .asString()
                .startsWith("easy and plain differ by less than 3 pairs of runs can tell");
        assertThat(LatinWords.of(browser, NAMES)).anyMatch(found -> found.startsWith("and: "));
    }

    @Test
    void aComparison() {
        visit("/compare?at=before&at=after", ".differences td");

        assertJapanese(List.of());
    }

    @Test
    void aRun() {
        visit("/run?at=before/cells/0000", "[data-part=series] .chart canvas");

        assertThat(browser.texts("[data-part=told]")).hasSize(1);
        assertJapanese(List.of());
    }

    @Test
    void aJob() {
        visit("/job?at=before/cells/0000&job=40", "h2");

        assertThat(browser.await(".answer").getText()).matches(".*待ち、.*実行しました。結果：.*。");
        assertJapanese(List.of());
    }

    @Test
    void aMachine() {
        visit("/machine?at=before/cells/0000&machine=east&time=90000", ".answer");

        assertThat(browser.await(".answer").getText()).contains("32 ノードのうち");
        assertJapanese(List.of());
    }

    @Test
    void aScenarioWithIssues() throws IOException {
        visit(
                "/scenario?at=before&set=organizations.us.shares=many&set=run.length=3"
                        + "&set=policies.plain.backfil=easy&set=workload.streams[0].organization=usa"
                        + "&set=policies.easy.backfill=esy&set=failures.east.repair.median=-1h",
                ".verdict .bad");
        browser.driver()
                .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");

        List<String> issues = browser.texts(".issues li");
        assertThat(issues).hasSizeGreaterThan(4);
        assertThat(String.join("\n", issues))
                .contains("数値でなければなりませんが、'many'です。", "ここにキー 'backfil' はありません。", "ヒント：");
        assertJapanese(keys());
    }

    @Test
    void aScenarioThatIsRight() throws IOException {
        visit("/scenario?at=before", ".verdict .good");

        assertThat(browser.await(".verdict .good").getText())
                .startsWith("✓ 問題なし：マシン1台 · 方針2種 · シード3個 · ");
        assertJapanese(keys());
    }

    @Test
    void aRefusal() {
        visit("/study?at=nowhere", "main .problem");

        WebElement problem = browser.await("main .problem");
        assertThat(problem.getText())
                .contains("公開しているフォルダに「nowhere」はありません。", "ヒント：一覧にあるスタディを開いてください。");
        assertThat(problem.findElements(By.cssSelector("[lang=en]"))).isEmpty();
        assertJapanese(List.of("nowhere"));
    }

    @Test
    void everyRefusalOfTheServerIsThereInJapanese() throws IOException {
        List<String> refusals = Refusals.ofSources(Path.of("../web/src/main/java"));

        assertThat(refusals).hasSizeGreaterThan(60).contains("at: 'x' holds no jobs.csv.gz.");
        visit("/", "tbody");
        Object japanese =
                browser.driver()
                        .executeAsyncScript(
                                """
                                const [texts, done] = arguments;
                                import('/page/parts/told.js')
                                    .then((told) => done(texts.filter((text) => !told.inJapanese(text))));
                                """,
                                refusals);
        assertThat((List<?>) japanese).isEmpty();
    }
}
