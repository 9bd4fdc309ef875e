package dandori.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for as long as it is needed; it goes away with all that is in it. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    /** A new one whose name begins so. */
    public TemporaryFolder(String name) throws IOException {
        path = Files.createTempDirectory(name);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
