package dandori.trace.table;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be odd in a job table. */
enum TableOddity implements Oddity {
    COLUMNS("table-fields", NoteKind.SKIPPED, "not as many fields as the first line", null),
    TOO_LONG("table-too-long", NoteKind.SKIPPED, "line of more than 1 MB", null),
    OPEN_QUOTE("table-open-quote", NoteKind.SKIPPED, "a quote that is not closed", null),
    VALUE("table-value", NoteKind.SKIPPED, "a value that is not of its column's kind", null),
    NO_SUBMIT("table-no-submit", NoteKind.SKIPPED, "no job number or no submit time", null),
    FURTHER(
            "table-further-columns",
            NoteKind.HEADER,
            "columns that the job table does not have: ignored",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    TableOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
