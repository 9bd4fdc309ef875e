package dandori.cli;

import dandori.results.FolderLock;
import java.io.IOException;
import java.nio.file.Path;

/** Results folders that nobody else writes into. */
final class Folders {

    private Folders() {}

    /** Takes a folder, or says that somebody else writes there. */
    static FolderLock take(Path folder) throws IOException {
        return FolderLock.take(folder)
                .orElseThrow(() ->
                        new WrongCallException(
                                "--out: another run is writing into '%s'.".formatted(folder),
                                "another folder, or wait until it has ended."));
    }
}
