package dandori.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about wiring files shows one that is read as it says. */
class WiringPageTest {

    @Test
    void theExampleIsATreeOfTwoLeaves() throws Exception {
        String page = Files.readString(Path.of("../docs/data/wiring.md"));
        String example = page.substring(page.indexOf("graph fabric"));
        example = example.substring(0, example.indexOf("```"));
        var network = Wirings.read("page", WiringFormat.DOT, example, 25e9);
        assertThat(network.nodes()).isEqualTo(4);
        assertThat(network.switches().switches(0)).isEqualTo(2);
        assertThat(network.bisectionBytesPerSecond()).isEqualTo(50e9);
        for (WiringFormat format : WiringFormat.values()) {
            format.endings().forEach(ending -> assertThat(page).contains("`" + ending + "`"));
        }
    }
}
