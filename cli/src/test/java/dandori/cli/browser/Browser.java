package dandori.cli.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Chromium without a window, driven by Selenium; it remembers what the console said and
 * what was asked of which host. Where there is none, the test is skipped, and says so.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser with nothing open, light, 1,280 pixels wide, English. */
    static Browser open(String... flags) {
        boolean isThere =
                !Boolean.getBoolean("dandori.alone")
                        && Files.isExecutable(CHROMIUM)
                        && Files.isExecutable(DRIVER);
        String skipped =
                "Skipped: there is no browser here (apt-get install chromium chromium-driver).";
        if (!isThere) {
            System.out.println(skipped);
        }
        assumeTrue(isThere, skipped);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage", // containers have little of it
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--window-size=1280,900");
        options.addArguments(flags);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        return new Browser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens an address and waits until the page shows its heading. */
    void visit(String address) {
        driver.get(address);
        await("main h1, main .problem");
    }

    /** The first element of a selector, once it is there. */
    WebElement await(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(
                        () -> selector + " in " + driver.findElement(By.tagName("body")).getText())
                .until(page ->
                        page.findElements(By.cssSelector(selector)).stream()
                                .findFirst()
                                .orElse(null));
    }

    /** Waits until an element of a selector has a text. */
    void awaitText(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "'" + text + "' among " + texts(selector))
                .ignoring(StaleElementReferenceException.class)
                .until(page -> texts(selector).contains(text));
    }

    /** The texts of all elements of a selector. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** A picture of what is seen, for people to look at. */
    void photograph(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the console said since it was last asked: errors and warnings. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address that was asked for since this was last asked. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).path("message");
            if (message.path("method").stringValue("").equals("Network.requestWillBeSent")) {
                requests.add(message.path("params").path("request").path("url").stringValue(""));
            }
        }
        return requests;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
