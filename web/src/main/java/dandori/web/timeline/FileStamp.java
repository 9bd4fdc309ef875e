package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Tells a state of a run's files from another, by their sizes and dates. */
final class FileStamp {

    private static final List<String> FILES =
            List.of("jobs.csv.gz", "segments.csv.gz", "summary.json");

    private FileStamp() {}

    /** The state of a folder's files: the same text for the same state. */
    static String of(Path folder) {
        long stamp = 7;
        for (String name : FILES) {
            long one = 0;
            try {
                BasicFileAttributes file =
                        Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
                one = file.size() * 31 + file.lastModifiedTime().toMillis();
            } catch (IOException absent) {
                // a state, too
            }
            stamp = (stamp + one) * 0x9E3779B97F4A7C15L;
            stamp ^= stamp >>> 29;
        }
        return Long.toHexString(stamp);
    }
}
