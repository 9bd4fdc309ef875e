package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.exc.JacksonIOException;

/** A file is whole, or it is the older one, or there is none. */
class WholeFileTest {

    @TempDir private Path folder;

    @Test
    void anOlderFileIsReplaced() throws IOException {
        Path file = folder.resolve("below/text.txt");
        WholeFile.write(file, "old and long");
        WholeFile.write(file, "neu: ü\n");
        assertThat(file).hasContent("neu: ü\n");
        assertNothingUnfinished();
    }

    @Test
    void twoWhoWriteTheSameFileWriteItWhole() throws Exception {
        Path file = folder.resolve("table.txt");
        Thread other = new Thread(() -> writeQuietly(file, "other"));
        WholeFile.write(
                file,
                out -> {
                    out.write('m');
                    other.start();
                    joinQuietly(other);
                    assertThat(file).hasContent("other");
                    out.write('y');
                });
        assertThat(file).hasContent("my");
        assertNothingUnfinished();
    }

    private static void writeQuietly(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whenWritingFailsTheOlderFileStays() throws IOException {
        Path file = folder.resolve("table.txt");
        WholeFile.write(file, "old");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                out -> {
                                    out.write(new byte[100_000]);
                                    throw new IOException("No space left on device");
                                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertNothingUnfinished();
    }

    @Test
    void theFailuresOfCsvAndJsonNameTheFileToo() throws IOException {
        Path file = folder.resolve("table.csv.gz");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                out -> {
                                    throw JacksonIOException.construct(
                                            new IOException("Disk quota exceeded"));
                                }))
                .hasMessage(file + ": Disk quota exceeded");
        assertNothingUnfinished();
    }

    @Test
    void aMistakeOfTheProgramLeavesNothingEither() throws IOException {
        Path file = folder.resolve("table.txt");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                out -> {
                                    throw new IllegalStateException("a mistake");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertNothingUnfinished();
    }

    private void assertNothingUnfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(WholeFile.UNFINISHED));
        }
    }
}
