package dandori.cli;

import dandori.trace.LogFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The place of a file that is to be written, refused before any work is done for it. */
final class FreePlace {

    private FreePlace() {}

    /** Refuses a place where something is; the call has no word to replace it. */
    static void check(String option, Path file) {
        check(option, file, false, "another name.");
    }

    /**
     * Refuses a place where something is.
     *
     * @param force whether a file there is to be replaced
     */
    static void check(String option, Path file, boolean force) {
        check(option, file, force, "another name, or --force to replace it.");
    }

    /** Refuses a place of what the call reads, or in a folder that it reads as one log. */
    static void checkNotRead(String option, Path file, List<Path> read) throws IOException {
        for (Path one : read) {
            if (isSame(file, one)) {
                throw new WrongCallException(
                        "%s: '%s' is what is read.".formatted(option, file), "another name.");
            }
            if (Files.isDirectory(one) && isOfFolder(real(file), real(one))) {
                throw new WrongCallException(
                        "%s: '%s' lies in the folder that is read, '%s', and would be read with it"
                                        .formatted(option, file, one)
                                + " from then on.",
                        "another folder.");
            }
        }
    }

    /** Refuses what cannot be read twice: a pipe is empty the second time. */
    static void checkReadTwice(String option, Path file) {
        if (Files.exists(file) && !isKept(file)) {
            throw new WrongCallException(
                    "%s: reads twice, which '%s' cannot be.".formatted(option, file),
                    "put it into a file first.");
        }
    }

    /** Whether it is a file or a folder, which stay when they are read, and no pipe. */
    static boolean isKept(Path file) {
        return Files.isRegularFile(file) || Files.isDirectory(file);
    }

    /** Whether two paths, however they are spelled, are one place; there may be nothing yet. */
    static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other)
                ? Files.isSameFile(one, other)
                : real(one).equals(real(other));
    }

    private static boolean isOfFolder(Path file, Path folder) {
        return file.startsWith(folder) && LogFolder.isOfLog(folder.relativize(file).getName(0));
    }

    /**
     * A path without links; of what is not there yet, the part that is. Pipes have no other path
     * than the one they are given.
     */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath();
        Path there = whole;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        int known = there.getNameCount();
        try {
            Path real = there.toRealPath();
            return known == whole.getNameCount()
                    ? real
                    : real.resolve(whole.subpath(known, whole.getNameCount())).normalize();
        } catch (IOException pipe) {
            return whole;
        }
    }

    private static void check(String option, Path file, boolean force, String maybe) {
        if (Files.isDirectory(file)) {
            throw new WrongCallException(
                    "%s: '%s' is a folder, where a file is expected.".formatted(option, file),
                    "a name in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WrongCallException(
                    "%s: '%s' is a device or a pipe, where a file is expected."
                            .formatted(option, file),
                    "the name of a file: it is seen when it is whole.");
        }
        if (Files.exists(file) && !force) {
            throw new WrongCallException(
                    "%s: there is a file '%s' already.".formatted(option, file), maybe);
        }
    }
}
