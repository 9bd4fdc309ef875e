package dandori.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files of a folder are its log: all but those whose names begin with a dot or an underscore,
 * as programs that write tables in parts have it.
 */
public final class LogFolder {

    private LogFolder() {}

    /** Its files, and folders in it if there are such, in order of their names. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(LogFolder::isOfLog).sorted().toList();
        }
    }

    /** Whether a file, or a folder, counts by its name. */
    public static boolean isOfLog(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("_");
    }
}
