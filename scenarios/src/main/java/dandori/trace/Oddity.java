package dandori.trace;

import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that a trace may have and that a reader is to know of. Each format has an enum of
 * its own besides what all traces may have; its reader counts them in {@link Findings}.
 */
public interface Oddity {

    /** What is said of it. */
    Meaning meaning();

    /** Its fixed name among all kinds, such as {@code step-lines}. */
    default String key() {
        return meaning().key();
    }

    /** What is done about it. */
    default NoteKind kind() {
        return meaning().kind();
    }

    /** What was found and, where something is done, what. */
    default String text() {
        return meaning().text();
    }

    /** What the user may do, or null. */
    default @Nullable String advice() {
        return meaning().advice();
    }

    /**
     * What is said of a kind.
     *
     * @param key small letters, digits, hyphens
     * @param kind what is done about it
     * @param text what was found and, where something is done, what
     * @param advice what the user may do, or null
     */
    record Meaning(String key, NoteKind kind, String text, @Nullable String advice) {}
}
