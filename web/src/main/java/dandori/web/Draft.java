package dandori.web;

import java.nio.file.Path;
import java.util.List;

/**
 * A scenario that a reader is writing.
 *
 * @param text the text of its file
 * @param settings values in place of the file's, each {@code path=value}, the later over the
 *     earlier
 * @param folder what paths in it are relative to
 * @param served the folder whose files it may name
 * @param known texts of scenarios that are there already: what they name it may name too
 */
public record Draft(
        String text, List<String> settings, Path folder, Path served, List<String> known) {

    /** Keeps the lists. */
    public Draft {
        settings = List.copyOf(settings);
        known = List.copyOf(known);
    }
}
