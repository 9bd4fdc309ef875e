package dandori.parquet.read;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be odd in the values of a table in Parquet. */
public enum ValueOddity implements Oddity {
    /** A text where a number or a date belongs. */
    UNREADABLE(
            "parquet-value",
            NoteKind.REPAIRED,
            "a value that is no number, or no date: taken as unknown",
            null),
    /** The least number of 64 bits, in which pandas and NumPy keep that there is no time. */
    NO_TIME(
            "parquet-no-time",
            NoteKind.REPAIRED,
            "-2^63, which stands for no time (NaT): taken as unknown",
            null),
    /** An infinite number. */
    INFINITE("parquet-infinite", NoteKind.REPAIRED, "an infinite number: taken as unknown", null),
    /** A number with decimals where a whole one belongs. */
    DECIMALS(
            "parquet-decimals",
            NoteKind.REPAIRED,
            "decimals where whole numbers belong: cut off (towards zero)",
            null),
    /** A very long text. */
    TOO_LONG(
            "parquet-long-text",
            NoteKind.REPAIRED,
            "a text of more than 65,536 bytes: taken as unknown",
            null),
    /** A number where a date belongs. */
    EPOCH(
            "parquet-epoch",
            NoteKind.NOTED,
            "dates as plain numbers: since 1970, in the unit that their size tells",
            null),
    /** A sum that is wrong. */
    ROW_COUNT(
            "parquet-row-count",
            NoteKind.HEADER,
            "the footer counts other rows than its row groups have",
            "the file may be damaged");

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    ValueOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
