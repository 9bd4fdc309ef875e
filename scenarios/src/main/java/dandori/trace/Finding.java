package dandori.trace;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a note may be about that traces of several formats may have, and those in
 * Standard Workload Format, in the order of the report. {@code docs/data/swf.md} describes each by
 * its key.
 */
enum Finding implements Oddity {
    WORDS("not-numbers", NoteKind.SKIPPED, "not 18 numbers", null),
    TOO_SHORT("too-few-fields", NoteKind.SKIPPED, "fewer than 18 fields", null),
    CUT_SHORT(
            "last-line-cut",
            NoteKind.SKIPPED,
            "last line cut short",
            "the file may be incomplete: fetch it again"),
    TOO_LONG("too-long", NoteKind.SKIPPED, "line of more than 8,192 bytes", null),
    BEYOND_RANGE("beyond-range", NoteKind.SKIPPED, "a number beyond what can be", null),
    NO_PROCESSORS(
            "processors-unknown",
            NoteKind.SKIPPED,
            "neither requested nor allocated processors known",
            null),
    NO_ACCELERATORS(
            "no-accelerators",
            NoteKind.SKIPPED,
            "asks for no accelerator, where accelerators are counted",
            "--count nodes or --count processors takes them"),
    NO_RUN("run-unknown", NoteKind.SKIPPED, "run time unknown (below 0)", null),
    ABOVE_MACHINE(
            "sc15-above-machine",
            NoteKind.SKIPPED,
            "more processors than the machine (sc15)",
            null),
    RUN_NOT_POSITIVE("sc15-run", NoteKind.SKIPPED, "run time not above 0 (sc15)", null),
    ESTIMATE_NOT_POSITIVE("sc15-estimate", NoteKind.SKIPPED, "estimate not above 0 (sc15)", null),
    SUBMIT_BELOW_ZERO("sc15-submit", NoteKind.SKIPPED, "submitted before time 0 (sc15)", null),
    TOLD_TWICE("told-twice", NoteKind.SKIPPED, "the same job in another of the logs", null),
    OUTSIDE_LIMITS("outside-limits", NoteKind.SKIPPED, "submitted outside --from and --to", null),

    RUN_BEYOND_ESTIMATE(
            "run-beyond-estimate",
            NoteKind.REPAIRED,
            "run time beyond the estimate: ended at it",
            "--overrun extend keeps them"),
    ALLOCATED_TAKEN(
            "requested-unknown",
            NoteKind.REPAIRED,
            "requested processors unknown: allocated taken",
            null),
    ESTIMATE_UNKNOWN(
            "estimate-unknown", NoteKind.REPAIRED, "no estimate: run time taken for it", null),
    NO_ESTIMATES(
            "no-estimates",
            NoteKind.REPAIRED,
            "no estimates in the whole log: run times taken for them",
            "backfilling then knows the future; say so where results are shown"),
    NODES_FROM_PROCESSORS(
            "nodes-from-processors",
            NoteKind.REPAIRED,
            "nodes unknown: as many as its processors fill",
            "--processors-per-node says how many make a node"),
    ZONE_GAP(
            "zone-gap",
            NoteKind.REPAIRED,
            "a local time that the change to summer time leaves out: taken an hour later",
            null),
    PRECEDING_UNKNOWN(
            "preceding-unknown",
            NoteKind.REPAIRED,
            "preceding job in no earlier line that is used: submitted as logged",
            null),
    UNSORTED("unsorted", NoteKind.REPAIRED, "submitted before an earlier line: sorted", null),
    ROUNDED_UP(
            "rounded-up",
            NoteKind.REPAIRED,
            "processors do not fill whole nodes: rounded up",
            "--processors-per-node says how many make a node"),
    DECIMALS_CUT(
            "decimals-cut",
            NoteKind.REPAIRED,
            "decimals where whole numbers belong: cut off (towards zero)",
            null),
    NAME_NOT_UTF8(
            "name-not-utf8",
            NoteKind.REPAIRED,
            "a name with bytes that are no UTF-8: signs replaced",
            "save the file as UTF-8"),

    RUN_ZERO("run-zero", NoteKind.NOTED, "run time 0", null),
    DIFFERENT(
            "processors-differ",
            NoteKind.NOTED,
            "allocated and requested processors differ: requested taken",
            null),
    MIXED_UNITS(
            "mixed-units",
            NoteKind.NOTED,
            "requested processors a whole multiple of the allocated (nearly always so)",
            "one of the fields may count nodes, or processors of another kind"),
    NO_ALLOCATED(
            "allocated-unknown",
            NoteKind.NOTED,
            "allocated processors unknown: requested taken",
            null),
    ABOVE_HEADER(
            "above-header",
            NoteKind.NOTED,
            "larger than the machine of the header",
            "a machine of that size rejects them"),
    CPU_ABOVE_RUN(
            "cpu-above-run",
            NoteKind.NOTED,
            "no estimate, but a CPU time (field 6) above the run time",
            "if it is the time limit, move it to field 9"),
    ZONE_OVERLAP(
            "zone-overlap",
            NoteKind.NOTED,
            "a local time that came twice at the end of summer time: the first taken",
            null),
    SUBMIT_NEGATIVE("submit-negative", NoteKind.NOTED, "submitted before time 0: kept", null),
    SUBMIT_EPOCH(
            "submit-since-1970",
            NoteKind.NOTED,
            "submit times count from 1970: kept, and time 0 dated so",
            null),
    WAIT_UNKNOWN("wait-unknown", NoteKind.NOTED, "the log's own wait unknown", null),
    NO_WAITS(
            "no-waits",
            NoteKind.NOTED,
            "the log's own waits unknown throughout",
            "the log's own schedule cannot be compared"),
    DECIMAL_TIMES(
            "decimal-times", NoteKind.NOTED, "times with decimals: kept to the millisecond", null),
    DECIMALS_UNUSED(
            "decimals-unused", NoteKind.NOTED, "decimals in fields that are not used", null),
    PART_STATUS(
            "status-part",
            NoteKind.NOTED,
            "status 2 to 4, a part of a job: each line taken as a job",
            null),
    ODD_STATUS("status-unknown", NoteKind.NOTED, "status that the format does not know", null),
    FOLLOWS(
            "follows",
            NoteKind.NOTED,
            "submitted a think time after the preceding job has left",
            null),
    THINK_UNKNOWN(
            "think-unknown",
            NoteKind.NOTED,
            "think time unknown: held until the preceding job has left",
            null),
    FURTHER_FIELDS("further-fields", NoteKind.NOTED, "more than 18 fields: the rest ignored", null),
    LONG_NUMBERS(
            "long-numbers", NoteKind.NOTED, "job, user or group number beyond 2^31: kept", null),
    ID_NOT_ASCENDING(
            "id-not-ascending",
            NoteKind.NOTED,
            "job number not above all earlier ones: repeated or out of order",
            null),
    ID_GAP("id-gaps", NoteKind.NOTED, "gaps in the job numbers", null),
    SUBMIT_EQUAL(
            "submit-equal", NoteKind.NOTED, "submitted at the same time as the job before", null),

    NO_HEADER(
            "no-header", NoteKind.HEADER, "no header", "machine size from --processors or --nodes"),
    NO_SIZE(
            "no-machine-size",
            NoteKind.HEADER,
            "no MaxProcs and no MaxNodes",
            "machine size from --processors or --nodes"),
    NO_MAX_PROCS("no-max-procs", NoteKind.HEADER, "MaxNodes, but no MaxProcs", "nodes taken"),
    NO_MAX_NODES("no-max-nodes", NoteKind.HEADER, "MaxProcs, but no MaxNodes", null),
    FEWER_PROCS("fewer-processors", NoteKind.HEADER, "MaxProcs below MaxNodes", "check the header"),
    BAD_NUMBER("header-number", NoteKind.HEADER, "a value that is not a number: ignored", null),
    CONTRADICTION(
            "header-contradiction",
            NoteKind.HEADER,
            "a key repeated with another value: the first taken",
            null),
    NO_START("no-start", NoteKind.HEADER, "no UnixStartTime: time 0 has no date", null),
    NO_ZONE("no-zone", NoteKind.HEADER, "no TimeZoneString: UTC taken", null),
    ZONE_ASSUMED(
            "zone-assumed",
            NoteKind.HEADER,
            "local times without a zone: UTC taken",
            "--time-zone says which, Asia/Tokyo for instance"),
    UNKNOWN_ZONE("unknown-zone", NoteKind.HEADER, "unknown TimeZoneString: UTC taken", null),
    OTHER_COUNT(
            "record-count",
            NoteKind.HEADER,
            "MaxRecords (or MaxJobs) is not the number of job lines",
            "the log was cleaned, or the file is incomplete"),
    TOO_MUCH_HEADER(
            "header-too-long",
            NoteKind.HEADER,
            "comments beyond 1 MB, or names beyond 16 MB: ignored",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    Finding(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
