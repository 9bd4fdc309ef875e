package dandori.results;

import java.nio.file.Path;

/** A file of a results folder is not whole, or not what it should be. */
public final class DamagedResultsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the file. */
    public DamagedResultsException(Path file) {
        super(
                file
                        + ": is not whole, or no file of dandori's results.\nMaybe run it again: a run"
                        + " that ends well leaves whole files.");
    }
}
