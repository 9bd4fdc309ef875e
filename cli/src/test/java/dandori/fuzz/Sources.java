package dandori.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that the tests stand in. */
final class Sources {

    private Sources() {}

    /** A file or folder by its path from the root. */
    static Path file(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("scenarios/examples"))) {
            root = root.getParent();
        }
        return root.resolve(path);
    }
}
