package dandori.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that is served: every path that a request names is found here, below it and nowhere
 * else, links included.
 */
final class ServedFolder {

    private final Path root;

    /**
     * A folder to serve.
     *
     * @throws IOException if there is none
     */
    ServedFolder(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    Path root() {
        return root;
    }

    /**
     * What stands at a relative path with {@code /}; empty is the folder itself.
     *
     * @throws RefusedException if there is nothing, or it lies elsewhere
     */
    Path at(String path) {
        try {
            Path found = root.resolve(path).normalize();
            if (!path.startsWith("/") && found.startsWith(root) && Files.exists(found)) {
                Path real = found.toRealPath();
                if (real.startsWith(root)) {
                    return real;
                }
            }
        } catch (InvalidPathException | IOException nothing) {
            // the same answer as for what is not there
        }
        throw RefusedException.absent(
                "There is nothing at '" + path + "' in the served folder.", "a study of the list.");
    }

    /** How a file within it is named in requests. */
    String name(Path file) {
        StringBuilder name = new StringBuilder();
        for (Path part : root.relativize(file)) {
            name.append(name.length() == 0 ? "" : "/").append(part);
        }
        return name.toString();
    }
}
