package dandori.parquet.trace;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be odd in a row of a table in Parquet. */
enum RowOddity implements Oddity {
    NO_SUBMIT("parquet-no-submit", NoteKind.SKIPPED, "no date of submission", null),
    NOT_ENDED(
            "parquet-not-ended",
            NoteKind.SKIPPED,
            "still waiting or running when the table was made",
            null),
    NO_ID("parquet-no-id", NoteKind.REPAIRED, "no job number: that of the row taken", null),
    END_BEFORE_START("parquet-end-before-start", NoteKind.SKIPPED, "ended before it started", null),
    START_BEFORE_SUBMIT(
            "parquet-start-before-submit",
            NoteKind.REPAIRED,
            "started before it was submitted: its wait taken as unknown",
            null),
    DURATION_TAKEN(
            "parquet-duration-taken",
            NoteKind.REPAIRED,
            "no start or no end: the run time of its column taken",
            null),
    DURATION_DIFFERS(
            "parquet-duration-differs",
            NoteKind.NOTED,
            "run time of its column not that from start to end, by 2 s or more: the latter taken",
            null),
    VALUE("parquet-field", NoteKind.SKIPPED, "a value that is not of its column's kind", null),
    GROUP_INFERRED(
            "fdata-group-inferred",
            NoteKind.NOTED,
            "resource group inferred from nodes and time limit: F-DATA does not name it",
            null),
    GROUP_UNKNOWN(
            "fdata-group-unknown",
            NoteKind.NOTED,
            "no resource group of the machine file takes its nodes and time limit: none named",
            null),
    NO_LIMIT("pm100-no-limit", NoteKind.NOTED, "no time limit (INFINITE)", null),
    SHARED(
            "pm100-shared",
            NoteKind.NOTED,
            "may share its nodes with other jobs: whole nodes taken",
            "--count accelerators counts what it had of them"),
    STATE_UNKNOWN("pm100-state", NoteKind.NOTED, "a job_state that Slurm does not know", null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    RowOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
