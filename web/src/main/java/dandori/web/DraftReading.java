package dandori.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft came to.
 *
 * @param tree its values with the settings in their places, as maps, lists, texts, numbers and
 *     booleans; null if it is no YAML
 * @param size what a run of it would play, in words; empty where there are issues
 * @param settings its settings as a run needs them, files named from the root
 * @param issues everything that is wrong
 */
public record DraftReading(
        @Nullable Object tree, String size, List<String> settings, List<DraftIssue> issues) {

    /** Keeps the lists. */
    public DraftReading {
        settings = List.copyOf(settings);
        issues = List.copyOf(issues);
    }
}
