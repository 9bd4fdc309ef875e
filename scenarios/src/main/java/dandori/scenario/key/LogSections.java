package dandori.scenario.key;

/** The keys of what a log does not say itself. */
final class LogSections {

    /** Its format. */
    static final Key FORMAT =
            Key.of(
                    "format",
                    Kind.NAME,
                    "The trace's format. Left out: seen in its content, and `csv` if there is a"
                            + " `mapping`.");

    /** The zone of its times. */
    static final Key TIME_ZONE =
            Key.of(
                    "timeZone",
                    Kind.TEXT,
                    "The zone of the trace's local times, `Asia/Tokyo` for instance. Left out: UTC.");

    /** What sizes count. */
    static final Key COUNT =
            Key.of(
                            "count",
                            Kind.CHOICE,
                            "What the size of a job counts. Left out: what the format counts.")
                    .words("nodes", "processors", "accelerators");

    /** Which column means what. */
    static final Key MAPPING =
            Key.of(
                    "mapping",
                    Kind.FILE,
                    "Which column of a table, CSV or Parquet, means what"
                            + " (docs/data/csv-mapping.md); found as the trace is.");

    private LogSections() {}
}
