package dandori.cli.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of a run in a browser: where things are on its chart, and what colour they have. */
final class RunView {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AREA = ".gantt .u-over";

    private final Browser browser;
    private final int width;
    private final int height;

    private RunView(Browser browser) {
        this.browser = browser;
        Dimension area = browser.await(AREA).getSize();
        this.width = area.getWidth();
        this.height = area.getHeight();
    }

    /** Opens the page and waits for its first picture. */
    static RunView open(Browser browser, String address) {
        browser.visit(address);
        browser.await("[data-painted]");
        return new RunView(browser);
    }

    /**
     * What the chart shows.
     *
     * @param from seconds since the origin
     * @param to seconds since the origin
     * @param first the lowest row
     * @param nodes how many rows
     */
    record Shown(double from, double to, double first, double nodes) {}

    /** A point of the chart's area, in pixels from its middle. */
    private int[] point(Shown shown, double time, double node) {
        double x = (time - shown.from()) / (shown.to() - shown.from()) * width;
        double y = (node - shown.first()) / shown.nodes() * height;
        return new int[] {(int) Math.floor(x) - width / 2, (int) Math.floor(y) - height / 2};
    }

    /** Puts the pointer on a node at a time. */
    void pointAt(Shown shown, double time, double node) {
        int[] point = point(shown, time, node);
        new Actions(browser.driver())
                .moveToElement(browser.await(AREA), point[0], point[1])
                .perform();
    }

    void clickAt(Shown shown, double time, double node) {
        int[] point = point(shown, time, node);
        new Actions(browser.driver())
                .moveToElement(browser.await(AREA), point[0], point[1])
                .click()
                .perform();
    }

    /** Drags over the area from one time to another. */
    void drag(Shown shown, double from, double to) {
        double middle = shown.first() + shown.nodes() / 2;
        int[] begin = point(shown, from, middle);
        int[] end = point(shown, to, middle);
        new Actions(browser.driver())
                .moveToElement(browser.await(AREA), begin[0], begin[1])
                .clickAndHold()
                .moveByOffset(end[0] - begin[0], 0)
                .release()
                .perform();
    }

    /** The colour of the chart at a node and time, as {@code #0072b2}; what is idle is "". */
    String colour(Shown shown, double time, double node) {
        int[] point = point(shown, time, node);
        Object colour =
                browser.driver()
                        .executeScript(
                                """
                                const over = document.querySelector('.gantt .u-over').getBoundingClientRect();
                                const canvas = document.querySelector('.gantt canvas');
                                const at = canvas.getBoundingClientRect();
                                const scale = canvas.width / at.width;
                                const x = over.left - at.left + Math.floor(over.width / 2) + arguments[0];
                                const y = over.top - at.top + Math.floor(over.height / 2) + arguments[1];
                                const pixel = new OffscreenCanvas(1, 1).getContext('2d');
                                pixel.drawImage(canvas, Math.floor(x * scale), Math.floor(y * scale), 1, 1, 0, 0, 1, 1);
                                const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
                                return a === 0 ? '' : '#' + [r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('');
                                """,
                                point[0],
                                point[1]);
        return String.valueOf(colour);
    }

    /** Waits until the chart has a colour at a node and time. */
    void awaitColour(Shown shown, double time, double node, String colour) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() ->
                        "%s at %s, %s of %s, not %s"
                                .formatted(colour, time, node, shown, colour(shown, time, node)))
                .until(page -> colour(shown, time, node).equals(colour));
    }

    /** Types keys on the chart. */
    void press(CharSequence... keys) {
        browser.await(".gantt .chart").sendKeys(keys);
    }

    /** Waits until the address says something. */
    void awaitAddress(String contains, boolean isThere) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() -> contains + " in " + browser.driver().getCurrentUrl())
                .until(page -> address().contains(contains) == isThere);
    }

    private String address() {
        return String.valueOf(browser.driver().getCurrentUrl());
    }

    /** A number of the address, or another if it is not there. */
    double ofAddress(String name, double otherwise) {
        Object value =
                browser.driver()
                        .executeScript(
                                "return new URLSearchParams(location.search).get(arguments[0])",
                                name);
        return value == null ? otherwise : Double.parseDouble(value.toString());
    }

    /** Waits until a number of the address is another than it was. */
    double awaitChange(String name, double before) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() -> name + " stays " + before)
                .until(page -> ofAddress(name, before) != before);
        return ofAddress(name, before);
    }

    /** What is told of the job under the pointer, once it contains something. */
    String awaitTold(String contains) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() -> contains + " in " + told().getText())
                .until(page -> told().getText().contains(contains));
        return told().getText();
    }

    private WebElement told() {
        return browser.driver().findElement(By.cssSelector("[data-part=told]"));
    }

    /** The organizations of the legend, with their colours. */
    Map<String, String> legend() {
        List<WebElement> keys = browser.driver().findElements(By.cssSelector(".legend .key"));
        return keys.stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                key -> key.getText().strip(),
                                key ->
                                        String.valueOf(
                                                key.findElement(By.cssSelector("rect"))
                                                        .getDomAttribute("fill"))));
    }
}
