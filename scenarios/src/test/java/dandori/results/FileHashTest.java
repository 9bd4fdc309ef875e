package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hashes that manifests bear. */
class FileHashTest {

    @TempDir private Path folder;

    @Test
    void aFolderHasTheHashOfWhatSha256sumPrintsInIt() throws IOException {
        Path a = Files.writeString(folder.resolve("a"), "abc");
        assertThat(FileHash.of(a))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Files.writeString(folder.resolve("b"), "");
        Files.writeString(folder.resolve(".hidden"), "of a desktop");
        Files.writeString(folder.resolve("_SUCCESS"), "of a program");
        Path said =
                Files.writeString(
                        Files.createDirectory(folder.resolve("within")).resolve("said"),
                        FileHash.of(a) + "  a\n" + FileHash.of(folder.resolve("b")) + "  b\n");
        assertThat(FileHash.of(folder)).isEqualTo(FileHash.of(said));
    }
}
