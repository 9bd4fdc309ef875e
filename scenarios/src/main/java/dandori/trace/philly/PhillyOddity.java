package dandori.trace.philly;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be noted of Philly's log beside what all traces may have. */
enum PhillyOddity implements Oddity {
    NO_ATTEMPTS("philly-no-attempts", NoteKind.SKIPPED, "never ran: its size unknown", null),
    NO_SUBMIT("philly-no-submit", NoteKind.SKIPPED, "submit time unknown", null),
    NO_JOB("philly-no-job", NoteKind.SKIPPED, "an entry that is no job", null),
    BROKEN(
            "philly-broken",
            NoteKind.SKIPPED,
            "the file is broken off or no JSON from here on: the rest is lost",
            "the file may be incomplete: fetch it again"),
    TOO_LONG("philly-too-long", NoteKind.SKIPPED, "an entry of more than 1 MB", null),
    START_EARLY(
            "philly-start-before-submit",
            NoteKind.REPAIRED,
            "began before it was submitted: its wait unknown",
            null),
    ATTEMPTS(
            "philly-attempts",
            NoteKind.NOTED,
            "several attempts: one run from the first to the last",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    PhillyOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
