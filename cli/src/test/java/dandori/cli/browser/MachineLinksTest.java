package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What links carry, on the page of a machine, held against {@code links.csv.gz}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MachineLinksTest {

    private static final String SCENARIO =
            """
            scenario: talk
            machines:
              grid: {from: grid.yaml}
              rails: {from: catalogue/sakuraone}
              plain: {nodes: 32}
            organizations:
              tohoku: {home: grid}
              sakura: {home: rails}
              other: {home: plain}
            workload:
              streams:
                - organization: tohoku
                  generate: {load: 0.7, nodes: {max: 96}}
                  communication: {pattern: all-to-all, bytesPerSecond: 4 GB/s}
                - organization: sakura
                  generate: {load: 0.7, nodes: {max: 64}}
                  communication: {pattern: ring-all-reduce, bytesPerSecond: 100 GB/s}
                - {organization: other, generate: {load: 0.5, nodes: {max: 16}}}
            policies:
              easy: {backfill: easy, placement: {rails: random, grid: random}}
            run: {length: 1w, warmUp: 1d, seeds: 1..1, start: 2026-01-05T00:00Z, network: max-min}
            """;

    private ServedStudy served;
    private Browser browser;
    private List<Map<String, String>> lines;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        Files.writeString(results.resolve("grid.yaml"), MachinePageTest.GRID);
        served = new ServedStudy(results, SCENARIO);
        lines = WrittenCell.lines(results.resolve("small/cells/0000/links.csv.gz"));
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    private void visit(String machine, double time) {
        browser.visit(
                served.at("/machine?at=small/cells/0000&machine=" + machine + "&time=" + time));
        browser.await(".links-place h2");
    }

    /** The last line of each group of links at a time, in the order of the file. */
    private Map<String, Map<String, String>> at(String machine, double time) {
        Map<String, Map<String, String>> last = new LinkedHashMap<>();
        for (Map<String, String> line : lines) {
            if (line.get("machine").equals(machine)
                    && Double.parseDouble(line.get("time_s")) <= time) {
                last.put(line.get("link") + " " + line.get("from") + " " + line.get("to"), line);
            }
        }
        return last;
    }

    private void assertShaded(String machine, double time, String column) {
        List<?> shown =
                (List<?>)
                        browser.driver()
                                .executeScript(
                                        """
                                        const squares = [...document.querySelectorAll('svg.links rect')];
                                        squares.sort((a, b) => a.dataset.group - b.dataset.group);
                                        return squares.map((one) =>
                                            [Number(one.dataset.value), one.getAttribute('fill')]);
                                        """);
        List<Map<String, String>> groups = new ArrayList<>(at(machine, time).values());
        assertThat(shown).hasSameSizeAs(groups).isNotEmpty();
        for (int i = 0; i < groups.size(); i++) {
            List<?> square = (List<?>) shown.get(i);
            double value = Double.parseDouble(groups.get(i).get(column));
            assertThat(((Number) square.get(0)).doubleValue()).isCloseTo(value, within(1e-12));
            assertThat(((String) square.get(1)).startsWith("#")).isEqualTo(value > 0);
        }
    }

    @Test
    void theSquaresOfATorusAreShadedByWhatTheFileSays() {
        for (double time : new double[] {200_000, 400_000.5}) {
            visit("grid", time);
            browser.await("svg.links rect");
            assertShaded("grid", time, "utilization");
            assertThat(answer()).isEqualTo(expected("grid", time));
        }
        // X and Z at 4 places and Y at 2 boundaries of 3 planes; b and c in 3 planes, a has no
        // cable
        assertThat(at("grid", 400_000)).hasSize(4 * 3 + 2 + 4 * 3 + 2 * 3);
        browser.driver()
                .executeScript(
                        """
                        const choice = document.querySelector('.shade');
                        choice.value = 'utilization_max';
                        choice.dispatchEvent(new Event('change'));
                        """);
        assertShaded("grid", 400_000.5, "utilization_max");
        assertThat(browser.driver().getCurrentUrl()).contains("links=utilization_max");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(served::isOwn);
    }

    /** The sentence that tells of the links, from the lines of the file. */
    private String expected(String machine, double time) {
        double load = 0;
        double capacity = 0;
        long contended = 0;
        Map<String, String> busiest = null;
        for (Map<String, String> line : at(machine, time).values()) {
            load += Double.parseDouble(line.get("load_gb_per_s"));
            capacity += Double.parseDouble(line.get("capacity_gb_per_s"));
            contended += Long.parseLong(line.get("links_contended"));
            if (busiest == null || most(line) > most(busiest)) {
                busiest = line;
            }
        }
        assertThat(busiest).isNotNull();
        assertThat(most(busiest)).isPositive();
        String from = busiest.get("from");
        String to = busiest.get("to");
        return String.format(
                Locale.ROOT,
                "Links carry %.1f %% of what they can; the busiest, %s (%s), %.1f %%. %s",
                100 * load / capacity,
                from.equals(to) ? from : from + " – " + to,
                busiest.get("link"),
                100 * most(busiest),
                contended > 0
                        ? "%,d links are contended: jobs slow each other there."
                                .formatted(contended)
                        : "No link is contended: no job slows another.");
    }

    private static double most(Map<String, String> line) {
        return Double.parseDouble(line.get("utilization_max"));
    }

    private String answer() {
        return browser.await(".answer-links").getText();
    }

    @Test
    void theLinksOfARailClusterAreToldInATable() {
        visit("rails", 300_000);
        assertShaded("rails", 300_000, "utilization");
        browser.await(".link-numbers summary").click();
        browser.await(".link-numbers table");
        List<Map<String, String>> groups = new ArrayList<>(at("rails", 300_000).values());
        List<String> rows = browser.texts(".link-numbers tbody tr");
        assertThat(rows).hasSameSizeAs(groups);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> line = groups.get(i);
            assertThat(rows.get(i))
                    .startsWith(line.get("link") + " " + line.get("from") + " " + line.get("to"))
                    .endsWith(" " + line.get("links_contended"));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void namesOfPlacesStandBelowTheirSquares() {
        visit("rails", 300_000);
        browser.await("svg.links text");
        assertThat(
                        (List<?>)
                                browser.driver()
                                        .executeScript(
                                                """
                                                const right = (svg, part) =>
                                                    Math.max(...[...svg.querySelectorAll(part)].map((one) => one.getBoundingClientRect().right));
                                                return [...document.querySelectorAll('svg.links:has(text)')].map((svg) => right(svg, 'rect') - right(svg, 'text'));
                                                """))
                .isNotEmpty()
                .allMatch(room -> ((Number) room).doubleValue() >= -2);
    }

    @Test
    void whatLinksCarryFollowsTheClock() {
        visit("grid", 100_000);
        browser.await(".links-place[data-time='100000']");
        browser.driver()
                .executeScript(
                        """
                        const slider = document.querySelector('#time');
                        slider.value = 500000;
                        slider.dispatchEvent(new Event('input'));
                        """);
        browser.await(".links-place[data-time='500000']");
        assertShaded("grid", 500_000, "utilization");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMachineWithoutLinksSaysSo() {
        visit("plain", 300_000);
        assertThat(browser.await(".no-links").getText())
                .contains("did not write down what links carry")
                .contains("run: {network: max-min}");
        assertThat(browser.texts("svg.links")).isEmpty();
    }

    @Test
    void linksAreToldInJapanese() {
        visit("grid", 300_000);
        browser.driver().executeScript("localStorage.setItem('language', 'ja')");
        try {
            visit("grid", 300_000);
            assertThat(browser.texts(".links-place h2")).containsExactly("リンク負荷");
            assertThat(answer()).startsWith("リンク全体の負荷は容量の");
        } finally {
            browser.driver().executeScript("localStorage.removeItem('language')");
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
