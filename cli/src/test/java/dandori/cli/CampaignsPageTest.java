package dandori.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on campaigns quotes is what the program prints. With {@code
 * -Ddandori.writeGuide=true} it is written anew.
 */
class CampaignsPageTest {

    @TempDir private Path folder;

    @Test
    void oneModelAmongOtherJobs() throws IOException {
        new TranscriptPage("campaigns.md")
                .holds("run scenarios/examples/one-model.yaml", folder.resolve("out"));
    }
}
