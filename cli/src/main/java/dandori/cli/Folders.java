package dandori.cli;

import dandori.results.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Results folders that nobody else writes into. */
final class Folders {

    private static final int LOOKS = 30;
    private static final long LOOK_MILLIS = 1_000;

    private Folders() {}

    /**
     * Takes the folder of a part that a batch system may have begun anew: the file system may hold
     * the lock of a node that died for a while.
     */
    static FolderLock takePatiently(Path folder) throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<FolderLock> taken = FolderLock.take(folder);
            if (taken.isPresent()) {
                return taken.get();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return take(folder);
    }

    /** Takes a folder, or says that somebody else writes there. */
    static FolderLock take(Path folder) throws IOException {
        return FolderLock.take(folder)
                .orElseThrow(() ->
                        new WrongCallException(
                                "--out: another run is writing into '%s'.".formatted(folder),
                                "another folder, or wait until it has ended."));
    }
}
