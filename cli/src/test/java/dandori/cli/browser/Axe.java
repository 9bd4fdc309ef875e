package dandori.cli.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Deque's axe-core, which looks through a page for what WCAG 2.2 does not allow on the levels A and
 * AA, and for what its makers advise besides.
 *
 * <p>It is handed to the page by the driver: the page's own rules let no foreign script in.
 */
final class Axe {

    private static final String SOURCE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: { 'target-size': { enabled: true } },
              resultTypes: ['violations'],
            }).then((found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.target.join(' ')} ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`))),
                (failure) => done([String(failure)]));
            """;

    private final String source;

    private Axe(String source) {
        this.source = source;
    }

    /** The rules, read from their jar. */
    static Axe read() {
        try (InputStream from =
                Objects.requireNonNull(Axe.class.getResourceAsStream(SOURCE), SOURCE)) {
            return new Axe(new String(from.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the open page does wrong: the rule, the element, and why. */
    List<String> violations(ChromeDriver driver) {
        driver.executeScript(source + "; window.axe = axe;");
        List<?> found = (List<?>) Objects.requireNonNull(driver.executeAsyncScript(RUN));
        return found.stream().map(String::valueOf).toList();
    }
}
