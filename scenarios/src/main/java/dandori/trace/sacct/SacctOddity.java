package dandori.trace.sacct;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What may be odd in a log of sacct. {@code docs/data/sacct.md} describes each by its key. */
enum SacctOddity implements Oddity {
    STEP(
            "step-lines",
            NoteKind.SKIPPED,
            "steps of jobs: no jobs of their own",
            "sacct -X leaves them out"),
    PENDING("still-pending", NoteKind.SKIPPED, "still waiting when the log was made", null),
    RUNNING("still-running", NoteKind.SKIPPED, "still running when the log was made", null),
    NEVER_STARTED("never-started", NoteKind.SKIPPED, "ended without having been started", null),
    REVOKED("revoked", NoteKind.SKIPPED, "given to another cluster of the federation", null),
    REPEATED(
            "repeated",
            NoteKind.SKIPPED,
            "the same job, submit and start time as an earlier line",
            "parts of the log may overlap"),
    NO_SUBMIT(
            "submit-unknown",
            NoteKind.SKIPPED,
            "neither Submit nor Eligible is a date (SLURM_TIME_FORMAT=standard writes one)",
            null),
    ENDS_BEFORE_START(
            "end-before-start", NoteKind.SKIPPED, "end before start, run time unknown", null),
    MISFIT(
            "columns-do-not-fit",
            NoteKind.SKIPPED,
            "lines whose fields are not those of the columns",
            null),
    CUT_SHORT(
            "sacct-cut-short",
            NoteKind.SKIPPED,
            "last job cut short",
            "the file may be incomplete: fetch it again"),
    TOO_LONG("sacct-too-long", NoteKind.SKIPPED, "line of more than 1 MB", null),

    SURPLUS(
            "delimiters-in-text",
            NoteKind.REPAIRED,
            "more fields than columns: put in order by what the values look like",
            "sacct --delimiter takes a sign that no name holds"),
    DATE_UNREADABLE(
            "date-unreadable",
            NoteKind.REPAIRED,
            "a date that cannot be read: taken as unknown",
            "SLURM_TIME_FORMAT=standard has sacct write dates in full"),
    FROM_ELIGIBLE(
            "submit-from-eligible",
            NoteKind.REPAIRED,
            "submit time unknown: that at which it could start taken",
            null),
    ELAPSED_TAKEN("elapsed-taken", NoteKind.REPAIRED, "end before start: Elapsed taken", null),
    ELAPSED_UNREADABLE(
            "elapsed-unreadable",
            NoteKind.REPAIRED,
            "Elapsed is no duration: the time from start to end taken",
            null),
    SEVERAL_PARTITIONS(
            "several-partitions", NoteKind.REPAIRED, "several partitions: the first taken", null),
    ROUNDED_COUNT(
            "rounded-count",
            NoteKind.REPAIRED,
            "a size rounded in the log (4.88K)",
            "sacct --noconvert writes it out"),

    SEVERAL_LINES("text-of-lines", NoteKind.NOTED, "on several lines: put together", null),
    FURTHER_LINES(
            "text-goes-on", NoteKind.NOTED, "further lines of a text in the last column", null),
    MORE_ALLOCATED(
            "more-allocated",
            NoteKind.NOTED,
            "more allocated than requested: allocated taken",
            "what is requested is the least that will do"),
    HETEROGENEOUS(
            "het-components",
            NoteKind.NOTED,
            "further components of heterogeneous jobs: added to the first",
            null),
    APART(
            "het-apart",
            NoteKind.NOTED,
            "component of a heterogeneous job apart from the first: a job of its own",
            null),
    ARRAY_NUMBER(
            "array-number",
            NoteKind.NOTED,
            "element of an array, numbered like the array",
            "the column JobIDRaw has a number for each"),
    REQUEUED(
            "requeued",
            NoteKind.NOTED,
            "a run that ended in the queue again: a job of its own",
            null),
    RESIZED(
            "resized",
            NoteKind.NOTED,
            "a part of a job whose size changed: a job of its own",
            null),
    RESTARTED(
            "restarted",
            NoteKind.NOTED,
            "the last run of a job that was requeued",
            "sacct --duplicates has those before it"),
    SUSPENDED(
            "suspended",
            NoteKind.NOTED,
            "suspended for a time, which its run time leaves out",
            null),
    NO_SECONDS(
            "no-seconds",
            NoteKind.NOTED,
            "dates without seconds: 00:30 taken for half an hour",
            null),
    ELAPSED_DIFFERS(
            "elapsed-differs",
            NoteKind.NOTED,
            "Elapsed is not the time from start to end: Elapsed taken",
            null),
    START_BEFORE_SUBMIT(
            "start-before-submit",
            NoteKind.NOTED,
            "started before it was submitted: its wait taken as unknown",
            null),
    ELIGIBLE_LATER(
            "eligible-later",
            NoteKind.NOTED,
            "could start a minute or more after it was submitted: kept as submitted",
            "held, dependent on others or told to begin later, which the log does not say"),
    NO_LIMIT("no-limit", NoteKind.NOTED, "no time limit of its own", null),
    ODD_STATE("state-unknown", NoteKind.NOTED, "a state that Slurm does not know", null),

    BEFORE_NAMES(
            "lines-before-names", NoteKind.HEADER, "lines before the names of the columns", null),
    NAMES_ASSUMED(
            "names-assumed",
            NoteKind.HEADER,
            "no names of columns: taken for those that XDMoD asks for, whose order fits",
            null),
    NAMES_AGAIN(
            "names-again",
            NoteKind.HEADER,
            "the names of the columns once more",
            "several logs in one file"),
    CLUSTERS(
            "several-clusters",
            NoteKind.HEADER,
            "jobs of several clusters, played as if they were one",
            "sacct -M NAME takes one");

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    SacctOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
