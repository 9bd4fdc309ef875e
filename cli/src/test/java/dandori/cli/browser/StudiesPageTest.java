package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of studies in a browser. */
final class StudiesPageTest {

    @TempDir Path results;

    @Test
    void aStudyIsListedWithItsStateAndProgress() throws Exception {
        Files.createDirectory(results.resolve("half"));
        Files.writeString(
                results.resolve("half/manifest.json"),
                "{\"state\": \"running\", \"cells_planned\": 12, \"cells_done\": 5}");
        ViewerOptions options = new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false);
        try (Viewer viewer = Viewer.start(options);
                Browser browser = Browser.open()) {
            browser.visit(viewer.address().toString());
            assertThat(browser.texts("tbody tr")).containsExactly("half running 5 / 12");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests())
                    .isNotEmpty()
                    .allMatch(to ->
                            to.startsWith(viewer.address().toString()) || to.startsWith("data:"));
        }
    }
}
