package dandori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files a scenario of the page may name.
 *
 * @param served the folder whose files it may, links that lead out of it excluded
 * @param known files that it may name wherever they lie
 */
record FileReach(Path served, List<Path> known) {

    /** Keeps the list. */
    FileReach {
        known = List.copyOf(known);
    }

    /** Whether a path leads to such a file; what does not exist is judged by where it would be. */
    boolean allows(Path path) {
        return known.contains(path) || real(path).startsWith(served);
    }

    private static Path real(Path path) {
        @Nullable Path there = path;
        while (there != null) {
            try {
                Path found = there.toRealPath();
                return there.equals(path) ? found : found.resolve(there.relativize(path));
            } catch (IOException absent) {
                if (Files.isSymbolicLink(there)) {
                    return Path.of("/"); // a link to nothing: nobody knows where it will lead
                }
                there = there.getParent();
            }
        }
        return path;
    }
}
