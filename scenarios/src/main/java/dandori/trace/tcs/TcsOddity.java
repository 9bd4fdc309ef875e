package dandori.trace.tcs;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What statistics of jobs of TCS may have; {@code docs/data/tcs.md} describes each by its key. */
enum TcsOddity implements Oddity {
    NO_KEY("tcs-no-key", NoteKind.NOTED, "line outside any job, or without a key: not used", null),
    TOO_LONG("tcs-too-long", NoteKind.NOTED, "line of more than a megabyte: not used", null),
    REPEATED(
            "tcs-repeated",
            NoteKind.SKIPPED,
            "a job that another block tells, too, or to its end: same id, same start",
            null),
    NEVER_STARTED("tcs-never-started", NoteKind.SKIPPED, "job without a start", null),
    NO_END("tcs-no-end", NoteKind.SKIPPED, "job that has not ended", null),
    SUBMIT_FROM_START(
            "tcs-submit-from-start",
            NoteKind.REPAIRED,
            "no date of acceptance: taken as submitted when it started",
            null),
    RUN_FROM_USED(
            "tcs-run-from-used",
            NoteKind.REPAIRED,
            "no date of end, or before the start: elapsed time taken",
            null),
    START_BEFORE_SUBMIT(
            "tcs-start-before-submit",
            NoteKind.NOTED,
            "started before it was accepted: its wait is not known",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    TcsOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
