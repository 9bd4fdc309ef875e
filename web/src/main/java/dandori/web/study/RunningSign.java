package dandori.web.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whether somebody still works on a results folder, told by its lock file, which is never opened:
 * to open and close it would let go of a lock that this very process holds.
 */
final class RunningSign {

    private static final Path LOCKS = Path.of("/proc/locks"); // of Linux; not of other machines
    private static final Duration NEWS = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofHours(6); // where nothing else proves it

    /** File systems that only one machine writes to, so that it knows all locks there are. */
    private static final Set<String> OWN =
            Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "tmpfs", "overlay");

    private RunningSign() {}

    /**
     * Whether a folder whose manifest says that it runs may do so. Somebody must have its lock
     * file; and the system lists the lock, or there was news of late. Of a file system that
     * machines share the system knows only its own locks, so that only a long silence says that
     * nobody is there.
     *
     * @param nowMillis the time, in ms since 1970
     */
    static boolean isThere(Path folder, long nowMillis) throws IOException {
        Path lock = folder.resolve(".lock");
        if (!Files.exists(lock)) {
            return false;
        }
        long silenceMillis = nowMillis - newsMillis(folder);
        boolean isProof = Files.isReadable(LOCKS) && isOwn(Files.getFileStore(lock).type());
        return silenceMillis < patience(isProof).toMillis()
                || Files.isReadable(LOCKS) && isListed(lock);
    }

    /** Whether no other machine can hold locks in file systems of a type. */
    static boolean isOwn(String type) {
        return OWN.contains(type);
    }

    /**
     * How long a folder may be silent; whether a lock that is not listed is none, says the flag.
     */
    static Duration patience(boolean isProof) {
        return isProof ? NEWS : SILENCE;
    }

    /** For how many whole minutes nothing grew; 0 while there was news of late. */
    static long quietMinutes(Path folder, long nowMillis) throws IOException {
        long silenceMillis = nowMillis - newsMillis(folder);
        return silenceMillis < NEWS.toMillis() ? 0 : Duration.ofMillis(silenceMillis).toMinutes();
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
