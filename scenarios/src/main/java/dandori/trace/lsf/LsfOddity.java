package dandori.trace.lsf;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What an accounting log of LSF may have; {@code docs/data/lsf.md} describes each by its key. */
enum LsfOddity implements Oddity {
    NO_RECORD("lsf-no-record", NoteKind.SKIPPED, "not a record: \"KIND\" \"version\" time …", null),
    TOO_LONG("lsf-too-long", NoteKind.SKIPPED, "record of more than a megabyte", null),
    CUT_SHORT(
            "lsf-cut-short",
            NoteKind.SKIPPED,
            "JOB_FINISH that breaks off, or whose lists of hosts do not fit",
            "the file may be incomplete: fetch it again"),
    REPEATED(
            "lsf-repeated",
            NoteKind.SKIPPED,
            "a run that an earlier record tells already: same job, same start",
            null),
    NEVER_STARTED("lsf-never-started", NoteKind.SKIPPED, "job that left without a start", null),
    NO_SUBMIT("lsf-no-submit", NoteKind.SKIPPED, "no time of submission", null),
    RUN_AGAIN(
            "lsf-run-again",
            NoteKind.NOTED,
            "a further run of a job, taken as a job of its own",
            null),
    START_BEFORE_SUBMIT(
            "lsf-start-before-submit",
            NoteKind.NOTED,
            "started before it was submitted: its wait is not known",
            null),
    HELD(
            "lsf-held",
            NoteKind.NOTED,
            "was to begin more than a minute after its submission: counts as its wait",
            null),
    ESTIMATE(
            "lsf-estimate",
            NoteKind.NOTED,
            "run time estimated by the user: taken as walltime, though no limit",
            "--overrun extend lets jobs run beyond it"),
    OTHER("lsf-other-records", NoteKind.NOTED, "records of other kinds: not jobs", null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    LsfOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
