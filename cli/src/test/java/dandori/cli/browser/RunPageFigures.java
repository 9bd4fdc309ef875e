package dandori.cli.browser;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Prints what the page of a run of very many jobs takes in a browser: {@code RunPageFigures FOLDER}
 * on a folder that {@code TimelineFigures} has made. Twice: while the server reads the run, and
 * once it has.
 */
final class RunPageFigures {

    private static final int STEPS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Notes when the page has painted a picture. */
    private static final String NOTES =
            """
            window.pictures = [];
            new MutationObserver((changes) => {
                for (const change of changes) {
                    if (change.attributeName === 'data-painted') window.pictures.push(performance.now());
                }
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-painted'] });
            """;

    private static final String STEP =
            """
            const [x, y, delta, shift, done] = arguments;
            const over = document.querySelector('.gantt .u-over');
            const area = over.getBoundingClientRect();
            const before = window.pictures.length;
            const begin = performance.now();
            over.dispatchEvent(new WheelEvent('wheel', { deltaY: delta, shiftKey: shift, bubbles: true, cancelable: true,
                clientX: area.left + x * area.width, clientY: area.top + y * area.height }));
            const look = () => window.pictures.length > before
                ? requestAnimationFrame(() => done(performance.now() - begin)) : setTimeout(look, 1);
            look();
            """;

    private RunPageFigures() {}

    /** Measures. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]).toAbsolutePath();
        Path above = folder.resolveSibling("");
        ViewerOptions options = new ViewerOptions(above, ViewerOptions.LOOPBACK, 0, false);
        try (Viewer viewer = Viewer.start(options)) {
            String page = viewer.address().resolve("/run?at=" + folder.getFileName()).toString();
            for (String when : List.of("run not read yet", "run read")) {
                try (Browser browser = Browser.open()) {
                    measure(when, browser.driver(), page);
                }
            }
        }
    }

    private static void measure(String when, ChromeDriver driver, String page) {
        driver.executeCdpCommand("Performance.enable", Map.of());
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTES));
        driver.get(page);
        WebDriverWait patience = new WebDriverWait(driver, PATIENCE);
        patience.until(now -> number(driver, "return window.pictures.length") > 0);
        System.out.printf("%s%n", when);
        say("first contentful paint, ms", paint(driver));
        say("first picture, ms", number(driver, "return window.pictures[0]"));
        patience.until(
                now -> number(driver, "return document.querySelectorAll('progress').length") == 0);
        say("all jobs read and drawn, ms", number(driver, "return performance.now()"));
        steps(driver);
        say("JavaScript heap, MB", heapBytes(driver) / 1e6);
        say(
                "page and scripts as sent, kB",
                number(
                                driver,
                                """
                                return performance.getEntriesByType('resource')
                                    .filter((one) => /\\.(js|css)$/.test(one.name))
                                    .reduce((sum, one) => sum + one.encodedBodySize, 0)
                                """)
                        / 1e3);
    }

    /** Zooms in and out at random places and waits for the picture of each. */
    private static void steps(ChromeDriver driver) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        SplittableRandom random = new SplittableRandom(1);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double delta = i % 2 == 0 ? -100 - random.nextInt(300) : 50 + random.nextInt(200);
            Object took =
                    driver.executeAsyncScript(
                            STEP,
                            random.nextDouble(),
                            random.nextDouble(),
                            delta,
                            random.nextInt(4) == 0);
            millis.add(((Number) took).doubleValue());
        }
        List<Double> sorted = millis.stream().sorted().toList();
        say("a step until its picture, median, ms", sorted.get(STEPS / 2));
        say("a step until its picture, p95, ms", sorted.get(STEPS * 95 / 100 - 1));
        say("a step until its picture, longest, ms", sorted.get(STEPS - 1));
    }

    private static double paint(ChromeDriver driver) {
        return number(
                driver,
                "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
    }

    private static double heapBytes(ChromeDriver driver) {
        driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        Object metrics =
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        if (metrics instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> metric
                        && "JSHeapUsedSize".equals(metric.get("name"))) {
                    return ((Number) metric.get("value")).doubleValue();
                }
            }
        }
        return -1;
    }

    private static double number(ChromeDriver driver, String script) {
        return ((Number) driver.executeScript(script)).doubleValue();
    }

    private static void say(String what, double value) {
        System.out.printf("  %-40s %,10.1f%n", what, value);
    }
}
