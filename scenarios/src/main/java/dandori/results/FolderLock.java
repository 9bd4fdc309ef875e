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
 * Keeps others from writing into a results folder at the same time. The system lets go of it when
 * the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

    /** The hidden file that is locked; it goes away with the lock. */
    public static final String NAME = ".lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock of a folder, which is made if need be; empty if somebody else holds it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(NAME);
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                return Optional.empty();
            }
            if (isStillThere(channel, file)) {
                return Optional.of(new FolderLock(file, channel));
            }
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) { // held by this very process
            return false;
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
        Files.deleteIfExists(file);
        channel.close();
    }
}
