package dandori.trace.sacct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about the format has a line for every note that is its own, and every column. */
class SacctPageTest {

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/data/sacct.md"));
    }

    @ParameterizedTest
    @EnumSource(SacctOddity.class)
    void everyNoteIsExplained(SacctOddity oddity) throws IOException {
        assertThat(page()).contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void everyColumnIsExplained(Column column) throws IOException {
        assertThat(page()).contains("`" + column.title() + "`");
    }
}
