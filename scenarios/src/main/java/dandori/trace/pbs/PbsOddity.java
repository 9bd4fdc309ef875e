package dandori.trace.pbs;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What an accounting log of PBS may have; {@code docs/data/pbs.md} describes each by its key. */
enum PbsOddity implements Oddity {
    NO_RECORD("pbs-no-record", NoteKind.SKIPPED, "not a record: date;type;job;attributes", null),
    TOO_LONG("pbs-too-long", NoteKind.SKIPPED, "line of more than a megabyte", null),
    CUT_SHORT(
            "pbs-last-line-cut",
            NoteKind.SKIPPED,
            "last record cut short",
            "the file may be incomplete: fetch it again"),
    REPEATED(
            "pbs-repeated",
            NoteKind.SKIPPED,
            "a run that an earlier record tells already: same job, same start",
            null),
    NEVER_STARTED(
            "pbs-never-started",
            NoteKind.SKIPPED,
            "job that left, or still waited at the end, without a start",
            null),
    NO_END(
            "pbs-no-end",
            NoteKind.SKIPPED,
            "job that started and of which no end is told",
            "name a folder with the days that follow in it, too"),
    END_FROM_RECORD(
            "pbs-end-from-record", NoteKind.REPAIRED, "no time of end: the record's date", null),
    START_FROM_USED(
            "pbs-start-from-used",
            NoteKind.REPAIRED,
            "no time of start: its end less resources_used.walltime",
            null),
    RUN_FROM_USED(
            "pbs-run-from-used",
            NoteKind.REPAIRED,
            "ended before it started: resources_used.walltime taken",
            null),
    SUBMIT_FROM_START(
            "pbs-submit-from-start",
            NoteKind.REPAIRED,
            "no time of submission: taken as submitted when it started",
            null),
    START_BEFORE_SUBMIT(
            "pbs-start-before-submit",
            NoteKind.NOTED,
            "started before it was submitted: its wait is not known",
            null),
    FILE_NAME(
            "pbs-file-name",
            NoteKind.NOTED,
            "behind the name of a file: passed over",
            "grep -h writes none"),
    RUN_AGAIN(
            "pbs-run-again",
            NoteKind.NOTED,
            "a further run of a job, taken as a job of its own",
            null),
    RERUN("pbs-rerun", NoteKind.NOTED, "put back into the queue: that run is not a job", null),
    HELD(
            "pbs-held",
            NoteKind.NOTED,
            "could start only more than a minute after its submission: counts as its wait",
            null),
    USED_SHORTER(
            "pbs-used-shorter",
            NoteKind.NOTED,
            "resources_used.walltime is a minute and a tenth below end - start, as with jobs"
                    + " suspended",
            null),
    ARRAY("pbs-array", NoteKind.NOTED, "record of a whole array: its members are jobs", null),
    OTHER("pbs-other-records", NoteKind.NOTED, "records of other types: not jobs", null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    PbsOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
