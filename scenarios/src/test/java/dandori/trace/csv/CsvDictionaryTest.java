package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about mappings has a line for every field and every note. */
class CsvDictionaryTest {

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/data/csv-mapping.md"));
    }

    @ParameterizedTest
    @EnumSource(CsvOddity.class)
    void everyNoteIsExplained(CsvOddity oddity) throws IOException {
        assertThat(page()).contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }

    @ParameterizedTest
    @EnumSource(CsvField.class)
    void everyFieldIsExplained(CsvField field) throws IOException {
        assertThat(page()).contains("| `" + field.key() + "` |");
    }
}
