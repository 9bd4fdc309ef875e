package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a machine in a browser, held against the tables of its run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MachinePageTest {

    /** The first colours of Okabe and Ito, which organizations have in their order. */
    private static final Map<String, String> COLOURS =
            Map.of("tohoku", "#0072b2", "riken", "#e69f00", "sakura", "#009e73");

    private static final String SCENARIO =
            """
            scenario: small
            machines:
              grid: {from: grid.yaml}
              rails: {from: catalogue/sakuraone}
              plain: {nodes: 32, unit: accelerator}
            organizations:
              tohoku: {home: grid}
              riken: {home: grid}
              sakura: {home: rails}
              other: {home: plain}
            workload:
              streams:
                - {organization: tohoku, generate: {load: 0.4, nodes: {max: 96}}}
                - {organization: riken, generate: {load: 0.3, nodes: {max: 48}}}
                - {organization: sakura, generate: {load: 0.7, nodes: {max: 32}}}
                - {organization: other, generate: {load: 0.5, nodes: {max: 16}}}
            failures:
              grid: {per1000NodeDays: 20, repair: {median: 1d, p95: 2d}}
            policies:
              easy: {backfill: easy, placement: {rails: rail-packing, grid: "torus:unit"}}
            run: {length: 1w, warmUp: 1d, seeds: 1..1, start: 2026-01-05T00:00Z}
            """;

    /** 4 × 3 × 4 units of 6 nodes; numbers go along Y, then X, then Z. */
    static final String GRID =
            """
            machine: grid
            title: A small torus of units
            sources: {made: made up for a test}
            totals: {nodes: [288, assumed, made]}
            interconnect:
              kind: torus
              axes:
                X: {length: [4, assumed, made], wraps: [true, assumed, made]}
                Y: {length: [3, assumed, made], wraps: [false, assumed, made]}
                Z: {length: [4, assumed, made], wraps: [true, assumed, made]}
                a: {length: [1, assumed, made], wraps: [false, assumed, made]}
                b: {length: [3, assumed, made], wraps: [true, assumed, made]}
                c: {length: [2, assumed, made], wraps: [false, assumed, made]}
              unitAxes: [3, assumed, made]
              numbering: [Y, X, Z, a, b, c]
              linkBandwidth: [6.8 GB/s, assumed, made]
            """;

    private ServedStudy served;
    private Browser browser;
    private WrittenCell cell;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        Files.writeString(results.resolve("grid.yaml"), GRID);
        served = new ServedStudy(results, SCENARIO);
        cell = WrittenCell.read(results.resolve("small/cells/0000"));
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
        browser.await(".jobs table");
    }

    /** The colours in the middle of squares, which stand at a panel, a column and a row. */
    private List<?> colours(List<int[]> squares) {
        return (List<?>)
                browser.driver()
                        .executeScript(
                                """
                                const map = document.querySelector('.map');
                                const canvas = map.querySelector('canvas');
                                const side = Number(map.dataset.side);
                                const begins = JSON.parse(map.dataset.begins);
                                const scale = canvas.width / canvas.clientWidth;
                                const hex = (n) => n.toString(16).padStart(2, '0');
                                return arguments[0].map(([panel, column, row]) => {
                                  const x = (begins[panel].x + (column + 0.5) * side) * scale;
                                  const y = (begins[panel].y + (row + 0.5) * side) * scale;
                                  const { data } = canvas.getContext('2d').getImageData(x, y, 1, 1);
                                  return '#' + hex(data[0]) + hex(data[1]) + hex(data[2]);
                                });
                                """,
                                squares);
    }

    private void assertColours(
            String machine, double time, List<int[]> squares, int nodesOfSquare) {
        List<?> colours = colours(squares);
        int held = 0;
        for (int square = 0; square < squares.size(); square++) {
            int first = square * nodesOfSquare;
            java.util.SortedSet<String> its =
                    cell.holders(machine, time, first, first + nodesOfSquare);
            if (its.size() == 1 && !its.contains("!")) {
                String organization = its.first();
                if (organization.isEmpty()) {
                    assertThat(COLOURS.values()).doesNotContain((String) colours.get(square));
                } else {
                    assertThat(colours.get(square)).isEqualTo(COLOURS.get(organization));
                    held++;
                }
            }
        }
        assertThat(held).as("%s at %s", machine, time).isPositive();
    }

    private void assertCounts(String machine, double time, int nodes) {
        String answer = browser.await(".answer").getText();
        int busy = cell.busy(machine, time);
        int failed = cell.failed(machine, time);
        assertThat(answer).startsWith("%d of %d ".formatted(busy, nodes));
        assertThat(answer).contains(" busy with %d job".formatted(cell.running(machine, time)));
        assertThat(answer.contains("failed")).isEqualTo(failed > 0);
        if (failed > 0) {
            assertThat(answer)
                    .contains(failed == 1 ? " 1 has failed" : " " + failed + " have failed");
        }
    }

    @Test
    void theUnitsOfATorusHaveTheColoursOfWhoHoldsThem() {
        List<int[]> squares = new ArrayList<>();
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                for (int z = 0; z < 4; z++) {
                    squares.add(new int[] {y, x, z});
                }
            }
        }
        for (double time : new double[] {100_000, 300_000.5, 500_000}) {
            visit("grid", time);
            assertColours("grid", time, squares, 6);
            assertCounts("grid", time, 288);
            assertThat(browser.texts(".jobs tbody tr")).hasSize(cell.running("grid", time));
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(served::isOwn);
    }

    @Test
    void theNodesOfARailClusterStandInTheFieldsOfTheirPods() {
        List<int[]> squares = new ArrayList<>();
        for (int node = 0; node < 100; node++) {
            squares.add(new int[] {node / 50, node % 50 % 32, node % 50 / 32});
        }
        for (double time : new double[] {200_000, 400_000}) {
            visit("rails", time);
            assertColours("rails", time, squares, 1);
            assertCounts("rails", time, 100);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void playingLetsTimePassAndStandsStillWithWhatTheTablesSay() {
        visit("grid", 200_000);
        browser.driver().executeScript("document.querySelector('.speed').focus()");
        browser.await(".play").click();
        browser.await(".play svg path[d^='M3 2']"); // it offers to pause
        await("return Number(document.querySelector('#time').value) > 205000");
        browser.await(".play").click();
        await("return Number(new URLSearchParams(location.search).get('time')) > 205000");
        double time = time();
        assertCounts("grid", time, 288);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStepLeadsToTheNextChange() {
        visit("rails", 200_000);
        browser.await(".after").click();
        await("return new URLSearchParams(location.search).get('time') !== '200000'");
        assertThat(time()).isEqualTo(cell.nextChange("rails", 200_000));
        browser.await(".before").click();
        await("return Number(new URLSearchParams(location.search).get('time')) <= 200000");
    }

    @Test
    void theCursorGoesOverTheMapByKeysAndIsSaid() {
        visit("grid", 300_000);
        WebElement map = browser.await(".map");
        map.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        assertThat(said()).startsWith("Y 0, X 1, Z 1: ");
        map.sendKeys(Keys.PAGE_DOWN, Keys.ARROW_LEFT);
        assertThat(said()).startsWith("Y 1, X 0, Z 1: ");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRunThatOnlyCountedSaysSo() {
        visit("plain", 300_000);
        assertThat(browser.texts(".problem").get(0)).contains("counted nodes only");
        assertThat(browser.texts(".map")).isEmpty();
        assertCounts("plain", 300_000, 32);
    }

    @Test
    void whatOnlyCountedIsCountedWhileTimePasses() {
        visit("plain", 200_000);
        browser.await(".play").click();
        await("return Number(document.querySelector('#time').value) > 260000");
        List<?> shown =
                (List<?>)
                        browser.driver()
                                .executeScript(
                                        """
                                        return [Number(document.querySelector('#time').value),
                                            document.querySelector('.answer').textContent];
                                        """);
        browser.await(".play").click();
        int busy = cell.busy("plain", ((Number) shown.get(0)).doubleValue());
        assertThat((String) shown.get(1)).startsWith(busy + " of 32 ");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void thePageSpeaksJapanese() {
        visit("grid", 300_000);
        browser.driver().executeScript("localStorage.setItem('language', 'ja')");
        try {
            visit("grid", 300_000);
            assertThat(browser.texts("h1")).containsExactly("どこで何が実行されているか");
            Matcher numbers = Pattern.compile("288 ノードのうち ([0-9,]+)").matcher(answer());
            assertThat(numbers.find()).isTrue();
            int busy = cell.busy("grid", 300_000);
            assertThat(Integer.parseInt(numbers.group(1))).isEqualTo(busy);
        } finally {
            browser.driver().executeScript("localStorage.removeItem('language')");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private String answer() {
        return browser.await(".answer").getText();
    }

    private String said() {
        return browser.driver().findElement(By.id("said")).getAttribute("textContent");
    }

    private double time() {
        return ((Number)
                        browser.driver()
                                .executeScript(
                                        "return Number(new URLSearchParams(location.search)"
                                                + ".get('time'))"))
                .doubleValue();
    }

    private void await(String script) {
        browser.await("main");
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Boolean.TRUE.equals(browser.driver().executeScript(script))) {
            assertThat(System.nanoTime()).as(script).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
