package dandori.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on machines quotes is what the program prints. With {@code
 * -Ddandori.writeGuide=true} it is written anew; the longer one with {@code -DexcludedGroups=none}
 * besides.
 */
class MachinesPageTest {

    @TempDir private Path folder;

    private void holds(String words) throws IOException {
        new TranscriptPage("machines.md").holds(words, folder.resolve("out"));
    }

    @Test
    void whatScatteredPlacementCosts() throws IOException {
        holds("run scenarios/examples/scattered-or-packed.yaml");
    }

    @Test
    @Tag("long") // half a minute where others build too
    void whatAWindowCosts() throws IOException {
        holds("run scenarios/examples/fugaku-groups.yaml");
    }
}
