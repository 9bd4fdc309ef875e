package dandori.wiring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds real files beside the repository; a test of one that is absent is skipped, aloud. */
final class Shared {

    private Shared() {}

    static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), () -> "Skipped: there is no " + file);
        return file;
    }

    private static Path folder() {
        String given = System.getProperty("dandori.shared", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path place = Path.of("").toAbsolutePath();
        while (place != null && !Files.exists(place.resolve("shared/traces"))) {
            place = place.getParent();
        }
        return place == null ? Path.of("shared").toAbsolutePath() : place.resolve("shared");
    }
}
