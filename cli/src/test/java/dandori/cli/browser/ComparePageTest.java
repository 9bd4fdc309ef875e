package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dandori.cli.PlayedStudy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;

/** Several studies side by side, held against their summaries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparePageTest {

    private ServedStudy served;
    private Browser browser;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        served = new ServedStudy(results, ServedStudy.SMALL);
        PlayedStudy.play(
                results,
                "fuller",
                ServedStudy.SMALL.replace("load: 0.7", "load: 0.8"),
                "--seeds",
                "1..3");
        PlayedStudy.play(results, "other", ServedStudy.SMALL, "--seeds", "4..5");
        PlayedStudy.play(
                results,
                "larger",
                ServedStudy.SMALL.replace("nodes: 64}\n  west", "nodes: 80}\n  west"));
        PlayedStudy.play(results, "swept", swept("0.4, 0.6"), "--seeds", "1");
        PlayedStudy.play(results, "turned", swept("0.6, 0.4"), "--seeds", "1");
    }

    private static String swept(String loads) {
        return ServedStudy.SMALL.replace("load: 0.7", "load: {sweep: [" + loads + "]}");
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    private void visit(String other) {
        browser.visit(served.at("/compare?at=small&at=" + other));
        browser.await("main table");
    }

    @Test
    void theSameSeedsArePaired() throws IOException {
        visit("fuller");

        assertThat(browser.await(".differences p").getText())
                .startsWith("Seed by seed: both were played under the same 3 seeds.");
        String cell =
                browser.driver()
                        .findElements(By.cssSelector(".differences tbody tr"))
                        .get(0)
                        .findElements(By.cssSelector("td"))
                        .get(0)
                        .getText();
        double difference = mean("fuller") - mean("small");
        assertThat(Double.parseDouble(cell.lines().findFirst().orElse("").replace("−", "-")))
                .isCloseTo(100 * difference, offset(0.006));
        assertThat(cell).contains("of 3");
        assertThat(browser.texts(".chart canvas")).hasSize(4);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(served::isOwn);
    }

    private double mean(String study) throws IOException {
        JsonNode all = served.summary(study).path("policies").path("easy").path("all");
        return all.path("utilization").path("mean").doubleValue();
    }

    @Test
    void otherSeedsAreNotPairedAndThePageSaysSo() {
        visit("other");

        assertThat(browser.await(".differences p").getText())
                .isEqualTo(
                        "Differences of means, not paired: other was played under other seeds than"
                                + " small (4, 5, not 1, 2, 3), so chance does not cancel out.");
        assertThat(browser.texts(".differences td")).noneMatch(t -> t.contains("lower"));
    }

    @Test
    void otherMachinesAreNotCompared() {
        visit("larger");

        assertThat(browser.await("main .problem").getText())
                .contains(
                        "larger has other machines than small: east (80), west (16), not east (64)");
        assertThat(browser.texts(".chart")).isEmpty();
    }

    @Test
    void variantsOfTheSameValuesAreComparedAndOthersChosen() {
        browser.visit(served.at("/compare?at=swept&at=turned"));
        browser.awaitText(
                ".differences h2", "turned (load 0.4): Differences from swept (load 0.4)");

        choose(0, 1);
        browser.awaitText(
                ".differences h2", "turned (load 0.6): Differences from swept (load 0.6)");
        assertThat(browser.driver().getCurrentUrl()).endsWith("variant=1&variant=0");

        choose(1, 1);
        browser.awaitText(
                ".differences h2", "turned (load 0.4): Differences from swept (load 0.6)");
        browser.driver().navigate().refresh();
        browser.awaitText(
                ".differences h2", "turned (load 0.4): Differences from swept (load 0.6)");
        assertThat(browser.complaints()).isEmpty();
    }

    private void choose(int study, int variant) {
        new Select(browser.driver().findElements(By.cssSelector("select[name=variant]")).get(study))
                .selectByIndex(variant);
    }
}
