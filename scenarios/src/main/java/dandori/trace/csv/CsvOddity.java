package dandori.trace.csv;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be noted of a table beside what all traces may have. */
enum CsvOddity implements Oddity {
    FEW_COLUMNS(
            "csv-too-few-columns",
            NoteKind.SKIPPED,
            "fewer columns than the first line",
            "a line end within a value belongs in quotes"),
    MANY_COLUMNS(
            "csv-too-many-columns",
            NoteKind.SKIPPED,
            "more columns than the first line",
            "a delimiter within a value belongs in quotes"),
    LAST_CUT(
            "csv-last-line-cut",
            NoteKind.SKIPPED,
            "last line cut short",
            "the file may be incomplete: fetch it again"),
    TOO_LONG("csv-too-long", NoteKind.SKIPPED, "row of more than 1 MB", null),
    OPEN_QUOTE("csv-open-quote", NoteKind.SKIPPED, "a quote that is not closed", null),
    HEADER_AGAIN("csv-header-again", NoteKind.SKIPPED, "the line of column names once more", null),
    NO_SUBMIT("csv-no-submit", NoteKind.SKIPPED, "submit time unknown", null),
    END_EARLY("csv-end-before-start", NoteKind.SKIPPED, "ended before it began", null),
    NOT_ONLY("csv-not-only", NoteKind.SKIPPED, "other than 'only' of the mapping wants", null),
    NO_NUMBER(
            "csv-no-number",
            NoteKind.REPAIRED,
            "a size that is no number: unknown",
            "1024, not 1,024"),
    NO_TIME(
            "csv-no-time",
            NoteKind.REPAIRED,
            "a time that is none: unknown",
            "'times.pattern' of the mapping says how dates are written"),
    ROUNDED_UP(
            "csv-rounded-up",
            NoteKind.REPAIRED,
            "part of a node, processor or accelerator: rounded up",
            null),
    START_EARLY(
            "csv-start-before-submit",
            NoteKind.REPAIRED,
            "began before it was submitted: its wait unknown",
            null),
    ODD_STATE("csv-state-unknown", NoteKind.NOTED, "a state that the mapping does not name", null),
    ID_TEXT(
            "csv-id-text",
            NoteKind.NOTED,
            "job id that is no number: its row's number taken",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    CsvOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
