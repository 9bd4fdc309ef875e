package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All studies that come along hold, and docs/validation.md says what they come to. What needs files
 * from elsewhere is skipped, aloud, where they are not. With {@code -Ddandori.writeGuide=true} the
 * page is written anew.
 */
class PublishedResultsTest {

    private static final Path PAGE =
            Path.of("").toAbsolutePath().getParent().resolve("docs/validation.md");

    @TempDir private Path folder;

    @Test
    void thePageSaysWhatStudiesComeTo() throws IOException {
        Path page = folder.resolve("validation.md");
        Files.copy(PAGE, page);
        Call call = Call.of("validate-studies", "--traces", traces(), "--write", page);
        System.out.print(call.out().replaceAll("(?m)^(?!.* skipped: ).*\n", ""));
        assertThat(call.status()).as(call.out() + call.err()).isZero();
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(PAGE, Files.readString(page));
        }
        assertThat(Files.readString(PAGE))
                .as("dandori validate-studies --write docs/validation.md writes it anew")
                .isEqualTo(Files.readString(page));
    }

    /** The folder of files from elsewhere; any folder where there is none. */
    private Path traces() {
        Path shared = Shared.folder();
        return Files.isDirectory(shared) ? shared : folder;
    }
}
