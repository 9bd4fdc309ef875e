package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide tells the limits that the server has. */
final class ServerLimitsTest {

    @Test
    void theGuideSaysHowManyAreServedAtOnce() throws Exception {
        int connections = ServerLimits.MOST_CONNECTIONS;
        assertThat(Files.readString(Path.of("../docs/guide/viewer.md")))
                .contains(
                        "%d answers and %,d connections at once"
                                .formatted(ServerLimits.mostAtOnce(connections), connections));
    }

    @Test
    void whereFewFilesMayBeOpenAtLeastTwoAreAnsweredAtOnce() {
        assertThat(ServerLimits.mostAtOnce(64)).isEqualTo(8);
        assertThat(ServerLimits.mostAtOnce(1)).isEqualTo(2);
    }
}
