package dandori.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.Placement;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.reference.NodeDrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawings on the page about placement are what the placements do. */
class PlacementPageTest {

    private static final Path PAGE = Path.of("../docs/guide/placement.md");
    private static final Pattern BEFORE = Pattern.compile("(?:before) +(?<state>[.x |]+)");
    private static final Pattern AFTER =
            Pattern.compile("(?<name>[a-z-]+) +(?<nodes>\\d+) nodes? +(?<state>[.xo |]+)");

    @Test
    void drawingsAreTrue() throws IOException {
        Options defaults = new Options(Map.of("router-first", 0.0, "seed", 1.0));
        String state = "";
        int drawings = 0;
        for (String line : Files.readAllLines(PAGE)) {
            Matcher before = BEFORE.matcher(line);
            Matcher after = AFTER.matcher(line);
            if (before.matches()) {
                state = before.group("state");
            } else if (after.matches()) {
                Placement placement =
                        Parts.named(Placement.class, after.group("name"))
                                .orElseThrow()
                                .create(defaults);
                int nodes = Integer.parseInt(after.group("nodes"));
                assertThat(NodeDrawing.placed(state, placement, nodes))
                        .as(line)
                        .isEqualTo(after.group("state"));
                drawings++;
            }
        }
        assertThat(drawings).isGreaterThan(8);
    }
}
