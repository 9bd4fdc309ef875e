package dandori.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on how sure figures are quotes is what the program prints. With {@code
 * -Ddandori.writeGuide=true} it is written anew.
 */
class StatisticsPageTest {

    @TempDir private Path folder;

    @Test
    void allOfItAtOnce() throws IOException {
        new TranscriptPage("statistics.md")
                .holds(
                        "run scenarios/examples/my-queue.yaml"
                                + " --set workload.streams[0].generate.load=0.6"
                                + " --set run.warmUp=auto --set run.until.halfWidth=0.15",
                        folder.resolve("out"));
    }
}
