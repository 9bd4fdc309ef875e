package dandori.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on searches quotes is what the program prints. With {@code
 * -Ddandori.writeGuide=true} it is written anew.
 */
class SearchPageTest {

    @TempDir private Path folder;

    @Test
    void howManyNodes() throws IOException {
        new TranscriptPage("search.md")
                .holds("run scenarios/examples/how-many-nodes.yaml", folder.resolve("out"));
    }

    @Test
    void whatMovesWaits() throws IOException {
        new TranscriptPage("search.md")
                .holds("run scenarios/examples/what-moves-waits.yaml", folder.resolve("out"));
    }
}
