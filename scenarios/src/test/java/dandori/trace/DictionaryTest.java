package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page about the format, or that about all, has a line for every note that an import can make.
 */
class DictionaryTest {

    @ParameterizedTest
    @EnumSource(Finding.class)
    void everyNoteIsExplained(Finding finding) throws IOException {
        String page =
                Files.readString(Path.of("../docs/data/swf.md"))
                        + Files.readString(Path.of("../docs/data/logs.md"));

        assertThat(page).contains("| `" + finding.key() + "` | " + finding.kind().text() + " |");
    }
}
