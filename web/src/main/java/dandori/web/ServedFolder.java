package dandori.web;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The folder that is served: every path that a request names is found here, below it and nowhere
 * else, links included.
 */
final class ServedFolder {

    private static final Set<OpenOption> READING =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** What is read of a study besides the files of its folder. */
    private static final List<String> BELOW =
            List.of("cells", "cells/summaries.jsonl", "cells/variants.jsonl");

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
     * What stands at a relative path with {@code /}; empty is the folder itself. Of a folder, no
     * file leads elsewhere, and of a cell none of its study.
     *
     * @throws RefusedException if there is nothing, or it lies elsewhere
     */
    Path at(String path) {
        try {
            Path found = root.resolve(path).normalize();
            if (!path.startsWith("/") && found.startsWith(root) && Files.exists(found)) {
                Path real = found.toRealPath();
                if (real.startsWith(root)) {
                    refuseLinks(real);
                    return real;
                }
            }
        } catch (InvalidPathException | IOException nothing) {
            // the same answer as for what is not there
        }
        throw absent(path);
    }

    /**
     * Opens a file that {@link #at} found, to be read. Since a link could have been put there
     * meanwhile, each folder is opened within the one before, and no link is followed.
     *
     * @throws RefusedException if it is there no more
     */
    @SuppressWarnings("StreamResourceLeak") // each is closed when the next is open, the last below
    SeekableByteChannel open(Path found) throws IOException {
        try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
            return top instanceof SecureDirectoryStream<Path> secure
                    ? open(secure, root.relativize(found))
                    : Files.newByteChannel(found, READING);
        } catch (IOException changed) {
            throw absent(name(found));
        }
    }

    private static SeekableByteChannel open(SecureDirectoryStream<Path> within, Path rest)
            throws IOException {
        Path first = rest.getName(0);
        if (rest.getNameCount() == 1) {
            return within.newByteChannel(first, READING);
        }
        try (SecureDirectoryStream<Path> next =
                within.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
            return open(next, rest.subpath(1, rest.getNameCount()));
        }
    }

    private void refuseLinks(Path real) throws IOException {
        refuseLinksIn(real);
        Path cells = real.getParent();
        if (cells != null && cells.endsWith("cells") && !real.equals(root)) {
            refuseLinksIn(real.resolve("../..").normalize());
        }
    }

    private void refuseLinksIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !folder.startsWith(root)) {
            return;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
            for (Path link : each) {
                if (!Files.isDirectory(link)) { // nothing is read of other folders but the below
                    refuseOutside(link);
                }
            }
        }
        for (String name : BELOW) {
            refuseOutside(folder.resolve(name));
        }
    }

    private void refuseOutside(Path file) throws IOException {
        if (Files.exists(file) && !file.toRealPath().startsWith(root)) {
            throw RefusedException.absent(
                    "'%s' is a link that leads out of the served folder.".formatted(name(file)),
                    "a copy in its place.");
        }
    }

    private static RefusedException absent(String path) {
        return RefusedException.absent(
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
