package dandori.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report: a question, its table, and what there is to say about it.
 *
 * @param title the question
 * @param table the answer, or null
 * @param lines what is to be said below it
 * @param isBrief whether it is shown on the terminal as well
 */
public record Section(String title, @Nullable Table table, List<String> lines, boolean isBrief) {

    /** Keeps the lines. */
    public Section {
        lines = List.copyOf(lines);
    }
}
