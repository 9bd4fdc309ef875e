package dandori.trace;

import org.jspecify.annotations.Nullable;

/**
 * One kind of oddity that a trace has, and how often.
 *
 * @param key its fixed name, such as {@code run-beyond-estimate}; the data dictionary lists all
 * @param kind what was done about it
 * @param count how many lines have it, at least 1; for {@link NoteKind#HEADER} how many times it
 *     was met
 * @param text what was found and, where something was done, what
 * @param advice what the user may do, or null
 */
public record ImportNote(
        String key, NoteKind kind, long count, String text, @Nullable String advice) {}
