package dandori.trace;

import java.util.Locale;

/** What an import did about something odd. */
public enum NoteKind {
    /** The line is not among the jobs. */
    SKIPPED,
    /** The job is used with another value than the one that the field holds. */
    REPAIRED,
    /** The job is used as it stands. */
    NOTED,
    /** It is about the file's header, not about jobs. */
    HEADER;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word that stands in reports, in lower case. */
    public String text() {
        return text;
    }
}
