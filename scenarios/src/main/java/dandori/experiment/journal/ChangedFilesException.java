package dandori.experiment.journal;

import java.nio.file.Path;
import java.util.List;

/** Files that a study is read with are not those that it was played with. */
public final class ChangedFilesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * With the files.
     *
     * @param folder the study's folder
     * @param files at least one
     */
    ChangedFilesException(Path folder, List<Path> files) {
        super(
                "%s: these files have changed since the study was played:\n\n  %s\nMaybe put back what they said then, or run the study again."
                        .formatted(
                                folder,
                                String.join("\n  ", files.stream().map(Path::toString).toList())));
    }
}
