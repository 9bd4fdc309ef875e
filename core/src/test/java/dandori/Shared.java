package dandori;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the files that stand beside the repository; a test that needs one which is absent is
 * skipped, aloud.
 */
public final class Shared {

    private Shared() {}

    /** The file at a path below the shared folder; skips the test if it is not there. */
    public static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(
                Files.exists(file),
                () -> "Skipped: " + path + " is not in the shared folder " + folder());
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
