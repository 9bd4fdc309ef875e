package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The list of studies in a browser. */
final class StudiesPageTest {

    @TempDir private Path results;
    private Viewer viewer;
    private Browser browser;

    @BeforeEach
    void serve() throws IOException {
        browser = Browser.open();
        viewer = Viewer.start(new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false));
    }

    @AfterEach
    void close() {
        if (viewer != null) {
            browser.close();
            viewer.close();
        }
    }

    private void study(String name, String state, int done) throws IOException {
        Path folder = Files.createDirectories(results.resolve(name));
        Files.writeString(
                folder.resolve("scenario.yaml"),
                "scenario: s\ndescription: \"Who <b>waits</b> in %s?\"\n".formatted(name));
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"state\": \"%s\", \"cells_planned\": 12, \"cells_done\": %d}"
                        .formatted(state, done));
    }

    private String row(int number) {
        return browser.driver().findElements(By.cssSelector("tbody tr")).get(number).getText();
    }

    @Test
    void eachStateIsSaidInWords() throws IOException {
        study("a", "complete", 12);
        study("b", "running", 5);
        Files.writeString(results.resolve("b/.lock"), "x");
        study("c", "running", 5);
        study("d", "dreaming", 5);
        Files.writeString(
                Files.createDirectories(results.resolve("e")).resolve("manifest.json"), "{");
        browser.visit(viewer.address().toString());

        assertThat(row(0)).contains("a", "Who <b>waits</b> in a?", "complete", "12");
        assertThat(row(1)).contains("running", "5 of 12 simulations");
        assertThat(row(2)).contains("broken off", "5 / 12");
        assertThat(row(3)).contains("of a newer program");
        assertThat(row(4)).contains("e/manifest.json cannot be read.", "damaged");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(
                        to -> to.startsWith(viewer.address().toString()) || to.startsWith("data:"));
    }

    @Test
    void whatIsTypedAndTickedStandsInTheAddress() throws IOException {
        study("first", "complete", 12);
        study("second", "complete", 12);
        study("third", "running", 3);
        browser.visit(viewer.address().toString());

        browser.await("input[name=find]").sendKeys("s");
        new Select(browser.await("select[name=state]")).selectByValue("complete");
        browser.driver().findElements(By.cssSelector("tbody input")).forEach(box -> box.click());

        String address = browser.driver().getCurrentUrl();
        assertThat(address).contains("find=s", "state=complete", "at=first", "at=second");
        browser.visit(address);
        assertThat(browser.texts("tbody a")).containsExactly("first", "second");
        assertThat(browser.await("a.button").getDomAttribute("href"))
                .isEqualTo("/compare?at=first&at=second");
    }

    @Test
    void whatIsSimulatedIsSeenToGoOn() throws IOException {
        study("a", "running", 5);
        Files.writeString(results.resolve("a/.lock"), "x");
        browser.visit(viewer.address().toString());
        assertThat(browser.await("progress").getDomAttribute("value")).isEqualTo("5");

        study("a", "running", 6);

        browser.await("progress[value='6']");
        study("a", "complete", 12);
        browser.await("main:not(:has(progress)) tbody tr");
        assertThat(row(0)).contains("complete");
    }

    @Test
    void anEmptyFolderSaysWhatToDo() {
        browser.visit(viewer.address().toString());

        assertThat(browser.await("main code").getText()).startsWith("./dandori run ");
    }
}
