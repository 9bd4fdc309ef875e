package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.cli.DeskDoor;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A scenario that is changed, checked and run from the page. */
final class ScenarioPageTest {

    private static final String TINY =
            """
            scenario: tiny
            description: "<img src=x onerror=alert(1)> is only text"
            machines: {east: {nodes: 32}}
            organizations:
              us: {shares: 3}
              them: {shares: 1}
            workload:
              streams:
                - {organization: us, generate: {load: 0.5, nodes: {max: 32}}}
                - {organization: them, generate: {load: 0.4, nodes: {max: 32}}}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 3d, seeds: 1..2}
            """;

    @TempDir Path results;

    @BeforeEach
    void play() throws Exception {
        Path file = Files.writeString(results.resolve("tiny.yaml"), TINY);
        assertThat(DeskDoor.call("run", file, "--out", results.resolve("before"))).isZero();
    }

    private Viewer serve(boolean allowRun) throws Exception {
        return Viewer.start(
                new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, allowRun), DeskDoor.desk());
    }

    /** Visits the page, with the token that the printed address has. */
    private static void visit(Browser browser, Viewer viewer, String what) {
        String token = viewer.address().getQuery();
        String join = what.contains("?") ? "&" : "?";
        browser.visit(page(viewer, what) + (token == null ? "" : join + token));
    }

    private static String page(Viewer viewer, String what) {
        return viewer.address().resolve("/") + what;
    }

    private static WebElement field(Browser browser, String path) {
        return browser.driver().findElement(By.id("at-" + path));
    }

    private static void type(WebElement field, CharSequence... words) {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
        field.sendKeys(words);
    }

    private static void quiet(Browser browser, Viewer viewer) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(to -> to.startsWith(page(viewer, "")) || to.startsWith("data:"));
    }

    @Test
    void aShareIsChangedMendedRunAndCompared() throws Exception {
        try (Viewer viewer = serve(true);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario?at=before");
            browser.await(".verdict .good");
            type(field(browser, "organizations.us.shares"), "many");
            browser.await(".verdict .bad");
            assertThat(browser.texts(".issues li"))
                    .singleElement()
                    .asString()
                    .contains("organizations.us.shares", "must be a number, but is 'many'.");
            assertThat(browser.texts(".fault")).containsExactly("must be a number, but is 'many'.");
            assertThat(browser.driver().findElement(By.id("run")).isEnabled()).isFalse();

            type(field(browser, "organizations.us.shares"), "7");
            browser.await(".verdict .good");
            assertThat(browser.texts(".changes code")).containsExactly("organizations.us.shares=7");
            assertThat(browser.driver().getCurrentUrl()).contains("organizations.us.shares%3D7");
            WebElement name = browser.driver().findElement(By.id("run-name"));
            assertThat(name.getDomProperty("value")).isEqualTo("before-2");
            type(name, "after");
            browser.await("#run:enabled").click();
            browser.await(".begun[data-at=after][data-state=done]");
            assertThat(browser.texts(".begun a"))
                    .containsExactly("Study after", "Compare before with after");
            assertThat(browser.await(".begun a[href^='/compare']").getDomAttribute("href"))
                    .isEqualTo("/compare?at=before&at=after");
            assertThat(results.resolve("after/scenario.yaml")).content().contains("shares: 7");
            assertThat(results.resolve("after.yaml"))
                    .hasSameTextualContentAs(results.resolve("before/scenario.yaml"));
            quiet(browser, viewer);
        }
    }

    @Test
    void theKeyboardAloneLeadsAllTheWay() throws Exception {
        try (Viewer viewer = serve(true);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario?at=tiny.yaml");
            browser.await(".verdict .good");
            tabTo(browser, "at-organizations.them.shares");
            keys(browser, Keys.chord(Keys.CONTROL, "a"), "-2");
            browser.await(".verdict .bad");
            browser.driver().executeScript("document.querySelector('.verdict a.bad').focus()");
            keys(browser, Keys.ENTER);
            assertThat(focused(browser)).isEqualTo("issues");
            keys(browser, Keys.TAB);
            keys(browser, Keys.ENTER); // to the field that the issue is about
            assertThat(focused(browser)).isEqualTo("at-organizations.them.shares");
            keys(browser, Keys.chord(Keys.CONTROL, "a"), "2");
            browser.await("#run:enabled");
            tabTo(browser, "run");
            keys(browser, Keys.ENTER);
            browser.await(".begun[data-at=tiny-2][data-state=done]");
            quiet(browser, viewer);
        }
    }

    private static void keys(Browser browser, CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static String focused(Browser browser) {
        return browser.driver().switchTo().activeElement().getDomAttribute("id");
    }

    private static void tabTo(Browser browser, String id) {
        for (int step = 0; step < 200 && !id.equals(focused(browser)); step++) {
            keys(browser, Keys.TAB);
        }
        assertThat(focused(browser)).isEqualTo(id);
    }

    @Test
    void policiesAreCopiedChangedAndTakenAway() throws Exception {
        try (Viewer viewer = serve(false);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario?at=tiny.yaml");
            browser.await(".verdict .good");
            WebElement copy = browser.driver().findElement(By.id("at-policies-copy"));
            copy.sendKeys("easy");
            type(copy.findElement(By.xpath("ancestor::form//input")), "short", Keys.ENTER);
            browser.await("[id='at-policies.short']");
            browser.await("[aria-label='Remove plain']").click();
            browser.await(".changes li:nth-child(1) code[title^='policies=']");
            browser.await(".verdict .good");
            assertThat(browser.texts(".verdict .good").get(0)).contains("2 policies");
            assertThat(browser.texts("fieldset.named > legend"))
                    .contains("easy Remove", "short Remove")
                    .doesNotContain("plain Remove");
            browser.await("[aria-label^='Undo policies=']").sendKeys(Keys.ENTER);
            browser.await("[id='at-policies.plain']");
            assertThat(browser.texts(".changes code")).isEmpty();
            quiet(browser, viewer);
        }
    }

    @Test
    void theTextIsCheckedAsItIsTypedAndAnIssueLeadsToItsLine() throws Exception {
        try (Viewer viewer = serve(false);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario?at=tiny.yaml");
            browser.await(".verdict .good");
            WebElement text = browser.driver().findElement(By.id("text"));
            text.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "report: {compareTo: nobody}\n");
            browser.await(".verdict .bad");
            assertThat(browser.texts(".issues li code")).containsExactly("report.compareTo");
            browser.await(".issues button").click();
            Object marked =
                    browser.driver()
                            .executeScript(
                                    "const t = document.getElementById('text');"
                                            + "return t.value.slice(t.selectionStart, t.selectionEnd)");
            assertThat(marked).isEqualTo("report: {compareTo: nobody}");
            assertThat(field(browser, "report.compareTo").getDomProperty("value"))
                    .isEqualTo("nobody");
            type(text, "scenario: [");
            browser.await(".bench > div:first-child > p.quiet");
            assertThat(browser.texts(".issues li")).hasSize(1);
            quiet(browser, viewer);
        }
    }

    @Test
    void whereNothingMayBeRunTheCallIsShown() throws Exception {
        try (Viewer viewer = serve(false);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario?at=tiny.yaml&set=run.length%3D1w");
            browser.await(".verdict .good");
            assertThat(browser.driver().findElement(By.id("run")).isEnabled()).isFalse();
            assertThat(browser.texts("#run-why").get(0)).contains("--allow-run");
            assertThat(browser.texts("#command"))
                    .isEqualTo(
                            List.of(
                                    "dandori run %s/tiny.yaml --set run.length=1w --out %s/tiny-2"
                                            .formatted(results, results)));
            assertThat(field(browser, "run.length").getDomProperty("value")).isEqualTo("1w");
            quiet(browser, viewer);
        }
    }

    @Test
    void signsOfHtmlAreText() throws Exception {
        try (Viewer viewer = serve(false);
                Browser browser = Browser.open()) {
            visit(
                    browser,
                    viewer,
                    "scenario?at=tiny.yaml&set=organizations.%3Cb%3Ebold%3C/b%3E=%7B%7D");
            browser.await(".verdict .bad");
            assertThat(field(browser, "description").getDomProperty("value"))
                    .isEqualTo("<img src=x onerror=alert(1)> is only text");
            assertThat(browser.texts(".changes code"))
                    .containsExactly("organizations.<b>bold</b>={}");
            assertThat(browser.driver().findElements(By.cssSelector("main b, main img"))).isEmpty();
            quiet(browser, viewer);
        }
    }

    @Test
    void scenariosAreOfferedWhereNoneIsNamed() throws Exception {
        try (Viewer viewer = serve(false);
                Browser browser = Browser.open()) {
            visit(browser, viewer, "scenario");
            assertThat(browser.texts("tbody tr")).containsExactly("before study", "tiny.yaml file");
            quiet(browser, viewer);
        }
    }
}
