package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.cli.PlayedStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Every page, for those who see little, hear it read, enlarge it, or have no mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EverybodysPagesTest {

    private static final String SETTLED =
            """
            const text = document.querySelector('main').innerText + document.querySelectorAll('canvas, svg').length;
            const before = window.lastText;
            window.lastText = text;
            return text === before && document.querySelector('main h1') !== null;
            """;

    /** Notes what gets the focus, whether it is seen, and what is left. */
    private static final String WATCH_FOCUS =
            """
            const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
            const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled;
            const watched = { left: new Set(all.filter(seen)), faults: [], last: null, isRound: false };
            window.watched = watched;
            document.body.tabIndex = -1;
            addEventListener('focusin', () => {
              const now = document.activeElement;
              const style = getComputedStyle(now);
              const box = now.getBoundingClientRect();
              const what = now.outerHTML.slice(0, 90);
              if (watched.isRound) return;
              watched.isRound = watched.last !== null && !(watched.last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) watched.faults.push(`no frame: ${what}`);
              if (box.bottom <= 0 || box.top >= innerHeight) watched.faults.push(`out of sight: ${what}`);
              watched.left.delete(now);
              watched.last = now;
              watched.isRound ||= watched.left.size === 0;
            });
            return true;
            """;

    /** What makes the page wider than the window, where anything does. */
    private static final String TOO_WIDE =
            """
            if (document.documentElement.scrollWidth <= innerWidth) return [];
            return ['page', ...[...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest('.table, .beside, figure:has(.lanes)'))
                .map((one) => one.outerHTML.slice(0, 100))];
            """;

    private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";

    private ServedStudy served;
    private Browser browser;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        served =
                new ServedStudy(
                        results,
                        ServedStudy.SMALL.replace(
                                "backfill: easy", "backfill: easy, placement: first-fit"));
        PlayedStudy.play(
                results,
                "fuller",
                ServedStudy.SMALL.replace("load: 0.7", "load: 0.8"),
                "--seeds",
                "1..3");
        Path torn = Files.createDirectories(results.resolve("torn"));
        Files.writeString(torn.resolve("manifest.json"), "{\"state\": \"complete\"}");
        Files.writeString(torn.resolve("summary.json"), "{\"policies\": {");
        Path going = Files.createDirectories(results.resolve("going"));
        Files.writeString(
                going.resolve("manifest.json"),
                "{\"state\": \"running\", \"cells_planned\": 12, \"cells_done\": 5}");
        Files.writeString(going.resolve(".lock"), "x");
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/study?at=small",
                "/study?at=going",
                "/study?at=torn",
                "/study?at=nowhere",
                "/compare?at=small&at=fuller",
                "/compare",
                "/run?at=small/cells/0001&machine=east",
                "/job?at=small/cells/0001&job=20",
                "/machine?at=small/cells/0001&machine=east",
                "/machine?at=torn",
                "/scenario?at=small",
                "/scenario");
    }

    private void visit(String page) {
        browser.visit(served.at(page));
        new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                .pollingEvery(Duration.ofMillis(400))
                .until(driver -> Boolean.TRUE.equals(browser.driver().executeScript(SETTLED)));
    }

    private void emulate(String theme) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    private Object script(String script) {
        return Objects.requireNonNull(browser.driver().executeScript(script));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noRuleOfTheGuidelinesIsBrokenLightOrDark(String page) {
        Axe axe = Axe.read();
        visit(page);
        for (String theme : List.of("dark", "light")) {
            emulate(theme);
            assertThat(axe.violations(browser.driver())).as("%s, %s", page, theme).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsReadAloudHasNamesAndAnOrder(String page) {
        visit(page);
        SpokenPage spoken = SpokenPage.of(browser.driver());
        assertThat(spoken.unnamed()).isEmpty();
        assertThat(spoken.operated()).isGreaterThan(3);
        assertThat(spoken.named("main")).hasSize(1);
        assertThat(spoken.named("banner")).hasSize(1);
        assertThat(spoken.named("navigation")).hasSize(1).doesNotContain("");
        List<Integer> levels = spoken.headings();
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        assertThat(IntStream.range(1, levels.size()).map(i -> levels.get(i) - levels.get(i - 1)))
                .allMatch(step -> step <= 1);
    }

    /**
     * Everything that can be operated is reached by Tab in the order of the page, and is seen to
     * be.
     */
    @ParameterizedTest
    @MethodSource("pages")
    void theTabKeyReachesEverythingAndShowsWhereItIs(String page) {
        visit(page);
        script(WATCH_FOCUS);
        CharSequence[] tabs =
                Stream.generate(() -> Keys.TAB).limit(25).toArray(CharSequence[]::new);
        for (int step = 0;
                step < 40 && Boolean.FALSE.equals(script("return watched.isRound"));
                step++) {
            new Actions(browser.driver()).sendKeys(tabs).perform();
        }
        assertThat(
                        (List<?>)
                                script(
                                        "return [...watched.left].map((one) => one.outerHTML.slice(0, 120))"))
                .isEmpty();
        assertThat((List<?>) script("return watched.faults")).isEmpty();
    }

    /** At 400 per cent of a window of 1,280 pixels only tables and charts may be wider than it. */
    @ParameterizedTest
    @MethodSource("pages")
    void narrowAndWithWideLettersNothingIsLost(String page) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                320,
                                "height",
                                640,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                false));
        try {
            visit(page);
            assertThat((List<?>) script(TOO_WIDE)).isEmpty();
            script(
                    """
                    const sheet = new CSSStyleSheet();
                    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
                    document.adoptedStyleSheets = [sheet];
                    return true;
                    """);
            assertThat((List<?>) script(TOO_WIDE)).isEmpty();
            List<?> cut =
                    (List<?>)
                            script(
                                    """
                                    return [...document.querySelectorAll('main button, main p, main h1, main h2, main label, main li, header a')]
                                        .filter((one) => one.checkVisibility() && getComputedStyle(one).overflow === 'hidden' && one.scrollWidth > one.clientWidth + 1)
                                        .map((one) => one.outerHTML.slice(0, 120));
                                    """);
            assertThat(cut).isEmpty();
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyChartHasANameAndATableOfItsNumbers(String page) {
        visit(page);
        List<?> faults =
                (List<?>)
                        script(
                                """
                                return [...document.querySelectorAll('.chart')].filter((chart) => chart.querySelector('canvas')).flatMap((chart) => {
                                    const section = chart.closest('section, [data-part], .history, main > div');
                                    const has = section.querySelector('details, table') || document.querySelector('main details, main table');
                                    return [...(chart.getAttribute('aria-label') ? [] : ['no name']), ...(has ? [] : ['no table'])];
                                });
                                """);
        assertThat(faults).isEmpty();
    }

    @Test
    void chartsAreToldInWords() {
        visit("/run?at=small/cells/0001&machine=east");
        assertThat(SpokenPage.of(browser.driver()).named("image"))
                .anyMatch(
                        name -> name.matches(".*Jobs that wait, jobs, .*\\. east: from 0 to \\d+"));
    }

    /**
     * Lines stand out from the ground by 3 to 1, as WCAG 2.2 asks in 1.4.11, and no two have the
     * same dashes and colour.
     */
    @Test
    void linesStandOutFromTheGroundLightAndDark() {
        for (String theme : List.of("dark", "light")) {
            emulate(theme);
            visit("/");
            Object least =
                    browser.driver()
                            .executeAsyncScript(
                                    """
                                    const done = arguments[0];
                                    import('/page/parts/colours.js').then(({ ofPlace, strokeOf, dashOf, styled }) => {
                                      const light = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
                                          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                                          .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0.05);
                                      const ground = light(styled('ground'));
                                      const places = Array.from({ length: 24 }, (none, i) => i);
                                      const contrast = (place) => { const own = light(strokeOf(ofPlace(place))); return Math.max(own / ground, ground / own); };
                                      const looks = new Set(places.map((place) => strokeOf(ofPlace(place)) + dashOf(place)));
                                      done(looks.size === 24 ? Math.min(...places.map(contrast)) : 0);
                                    });
                                    """);
            assertThat(((Number) Objects.requireNonNull(least)).doubleValue())
                    .as(theme)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void paperIsLightAndChartsAreAsWideAsIt() {
        emulate("dark");
        visit("/run?at=small/cells/0001&machine=east");
        assertThat(script(GROUND)).isEqualTo("rgb(20, 23, 28)");
        script("dispatchEvent(new Event('beforeprint')); return true");
        assertThat(script(GROUND)).isEqualTo("rgb(255, 255, 255)");
        assertThat(
                        (List<?>)
                                script(
                                        "return [...document.querySelectorAll('.chart')].map((one) => one.querySelector('.uplot').offsetWidth)"))
                .isNotEmpty()
                .allMatch(width -> ((Number) width).intValue() == 700);
        script("dispatchEvent(new Event('afterprint')); return true");
        assertThat(script(GROUND)).isEqualTo("rgb(20, 23, 28)");
        emulate("light");
    }

    @Test
    void nothingMovesForThoseWhoAskForStillness() {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of(
                                                "name", "prefers-reduced-motion",
                                                "value", "reduce"))));
        visit("/study?at=going");
        assertThat(
                        (List<?>)
                                script(
                                        """
                                        return [...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
                                            .filter((style) => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0).map((style) => style.animationName);
                                        """))
                .isEmpty();
        emulate("light");
    }

    @Test
    void chartsAreZoomedWithoutDragging() {
        visit("/study?at=small");
        WebElement closer = browser.await("button[aria-label='Zoom time in']");
        closer.sendKeys(Keys.ENTER);
        String zoomed = address();
        assertThat(zoomed).contains("from=", "to=");
        browser.await("button[aria-label='Later']").sendKeys(Keys.SPACE);
        assertThat(address()).contains("from=").isNotEqualTo(zoomed);
        browser.await("button[aria-label='Zoom time out']").sendKeys(Keys.ENTER);
        assertThat(address()).doesNotContain("from=");
    }

    private String address() {
        return String.valueOf(browser.driver().getCurrentUrl());
    }

    @Test
    void whatIsSimulatedIsAnnouncedAsItGoesOn() {
        visit("/study?at=going");
        assertThat(SpokenPage.of(browser.driver()).named("status")).isNotEmpty();
    }
}
