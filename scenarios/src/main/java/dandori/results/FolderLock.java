package dandori.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps others from writing into a results folder at the same time, in this process and in others.
 * The system lets go of it when the process ends, however it ends.
 *
 * <p>The file of a lock that this process holds must not be opened again: POSIX lets go of a lock
 * when any of a file's descriptors is closed. So folders that are held are noted among the system
 * properties, the one map that all of a process shares, before their file is opened.
 */
public final class FolderLock implements AutoCloseable {

    /** The hidden file that is locked; it goes away with the lock. */
    public static final String NAME = ".lock";

    private final Path file;
    private final FileChannel channel;
    private final String note;

    private FolderLock(Path file, FileChannel channel, String note) {
        this.file = file;
        this.channel = channel;
        this.note = note;
    }

    /** The lock of a folder, which is made if need be; empty if somebody else holds it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        String note = FolderLock.class.getName() + ":" + folder.toRealPath();
        if (System.getProperties().putIfAbsent(note, "held") != null) {
            return Optional.empty(); // held by this very process
        }
        Optional<FileChannel> locked = Optional.empty();
        try {
            Path file = folder.resolve(NAME);
            locked = locked(file);
            return locked.map(channel -> new FolderLock(file, channel, note));
        } finally {
            if (locked.isEmpty()) {
                System.getProperties().remove(note);
            }
        }
    }

    /** The file, open and locked; empty if somebody else holds it. */
    private static Optional<FileChannel> locked(Path file) throws IOException {
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean isKept = false;
            try {
                if (channel.tryLock() == null) {
                    return Optional.empty();
                }
                if (isStillThere(channel, file)) {
                    isKept = true;
                    return Optional.of(channel);
                }
            } catch (OverlappingFileLockException here) {
                return Optional.empty(); // held by this process, by another than this class
            } finally {
                if (!isKept) {
                    channel.close();
                }
            }
        }
    }

    /**
     * Whether the locked file is the one in the folder: whoever held it before may have removed it
     * between our opening and our locking, and then a third may lock another of the same name. The
     * file is given a length by chance that is looked up under its name; to open it a second time
     * would not do, for POSIX lets go of the lock when any of a file's descriptors is closed.
     */
    private static boolean isStillThere(FileChannel channel, Path file) throws IOException {
        long length = 1 + (UUID.randomUUID().getLeastSignificantBits() & 0xfff);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1);
        try {
            return Files.size(file) == length;
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            System.getProperties().remove(note);
        }
    }
}
