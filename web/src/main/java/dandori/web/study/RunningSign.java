package dandori.web.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

/**
 * Whether somebody still works on a results folder, told by its lock file, which is never opened:
 * to open and close it would let go of a lock that this very process holds.
 */
final class RunningSign {

    private static final Path LOCKS = Path.of("/proc/locks"); // of Linux; not of other machines
    private static final Duration NEWS = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofHours(6); // where nobody lists locks

    private RunningSign() {}

    /**
     * Whether a folder whose manifest says that it runs does so. Somebody must have its lock file;
     * and the system lists the lock, or there was news of late.
     *
     * @param nowMillis the time, in ms since 1970
     */
    static boolean isThere(Path folder, long nowMillis) throws IOException {
        Path lock = folder.resolve(".lock");
        if (!Files.exists(lock)) {
            return false;
        }
        long silenceMillis = nowMillis - newsMillis(folder);
        if (!Files.isReadable(LOCKS)) {
            return silenceMillis < SILENCE.toMillis();
        }
        return silenceMillis < NEWS.toMillis() || isListed(lock);
    }

    /** When something in a folder last grew, in ms since 1970. */
    static long newsMillis(Path folder) throws IOException {
        long newest = 0;
        for (String name : List.of("manifest.json", ".lock", "cells/summaries.jsonl", "cells")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                FileTime changed = Files.getLastModifiedTime(file);
                newest = Math.max(newest, changed.toMillis());
            }
        }
        return newest;
    }

    /** A line of a lock ends with {@code DEVICE:INODE FROM TO}. */
    private static boolean isListed(Path lock) throws IOException {
        String wanted = ":" + Files.getAttribute(lock, "unix:ino") + " ";
        return Files.readString(LOCKS).lines().anyMatch(line -> line.contains(wanted));
    }
}
