package dandori.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files beside the repository; a test of one that is absent is skipped, aloud. */
final class Shared {

    private Shared() {}

    /** The shared folder, which may not be there. */
    static Path folder() {
        Path folder =
                Stream.iterate(
                                Path.of("").toAbsolutePath(),
                                place -> place != null,
                                Path::getParent)
                        .map(place -> place.resolve("shared"))
                        .filter(place -> Files.exists(place.resolve("golden")))
                        .findFirst()
                        .orElse(Path.of("shared").toAbsolutePath());
        return Path.of(System.getProperty("dandori.shared", folder.toString()));
    }

    /** A file at a path below the shared folder. */
    static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), () -> "Skipped: there is no " + file);
        return file;
    }
}
