package dandori.validation;

import dandori.scenario.key.Key;
import dandori.scenario.key.Kind;
import dandori.scenario.key.Section;
import java.util.List;

/**
 * All sections of a study's file: the table by which it is read, and from which its page of the
 * guide is written.
 */
public final class StudySections {

    /** The file as a whole. */
    public static final Section STUDY =
            Section.of(
                    "",
                    "What somebody has published, and how to get it from the program.",
                    Key.of("title", Kind.TEXT, "What it is about, in a line.").required(),
                    Key.of("source", Kind.TEXT, "Paper, section and table.").required(),
                    Key.of("certainty", Kind.CHOICE, "How sure the figures are.")
                            .words(
                                    "published",
                                    "second-hand",
                                    "derived",
                                    "remembered-high",
                                    "remembered-medium",
                                    "remembered-low",
                                    "assumed")
                            .required(),
                    Key.of("compared", Kind.TEXT, "What is compared.").required(),
                    Key.of("conventions", Kind.TEXT, "What one must know to get the same figures.")
                            .required(),
                    Key.of("files", Kind.SECTIONS, "What the runs read."),
                    Key.of("runs", Kind.SECTIONS, "Calls, and what they should come to.")
                            .required());

    /** A file. */
    public static final Section FILE =
            Section.of(
                    "files.NAME",
                    "A file: in the study's folder, or in that of `--traces` with its path or its"
                            + " name alone. A run is skipped, aloud, where one of its files is not"
                            + " there.",
                    Key.of("path", Kind.FILE, "Where it lies.").required(),
                    Key.of(
                            "sha256",
                            Kind.TEXT,
                            "The hash of its bytes; a run fails if the file is another. Any will do"
                                    + " where it is left out."),
                    Key.of("from", Kind.TEXT, "Where one gets it."));

    /** A run. */
    public static final Section RUN =
            Section.of(
                    "runs.NAME",
                    "A `command` or a `queue`, with `figures`, `starts` or both.",
                    Key.of(
                            "command",
                            Kind.TEXT,
                            "The words of a call without `dandori`: `replay`, `run`, `estimate`,"
                                    + " `describe` or `trace info`; `{log}` stands for the file of"
                                    + " that name. `--json` is added."),
                    Key.of("queue", Kind.SECTION, "A queue of theory, simulated."),
                    Key.of("starts", Kind.SECTION, "A schedule to be met job by job."),
                    Key.of("figures", Kind.LIST, "Figures to be met."));

    /** A queue. */
    public static final Section QUEUE =
            Section.of(
                    "runs.NAME.queue",
                    "Jobs of one node that come as a Poisson process. Its figures, with intervals"
                            + " of 99.7 % over the seeds: `wait_mean` in mean run times,"
                            + " `waiting_share` and `refused_share`.",
                    Key.of("servers", Kind.COUNT, "Nodes.").or("1").atLeast(1).atMost(10_000),
                    Key.of("load", Kind.NUMBER, "Node time asked for over node time there is.")
                            .required()
                            .atLeast(Double.MIN_VALUE)
                            .atMost(100),
                    Key.of("service", Kind.CHOICE, "How long jobs run, 1 on average.")
                            .words("exponential", "fixed")
                            .or("exponential"),
                    Key.of("order", Kind.CHOICE, "The order of the queue.")
                            .words("fcfs", "sjf", "ljf")
                            .or("fcfs"),
                    Key.of("full", Kind.CHOICE, "What a job does that meets no free node.")
                            .words("wait", "refuse")
                            .or("wait"),
                    Key.of("jobs", Kind.COUNT, "How many come.")
                            .or("100000")
                            .atLeast(100)
                            .atMost(10_000_000),
                    Key.of("skipped", Kind.COUNT, "How many of the first are not counted.")
                            .or("5000"),
                    Key.of("seeds", Kind.SEEDS, "A simulation for each.").or("1..20"));

    /** A schedule. */
    public static final Section STARTS =
            Section.of(
                    "runs.NAME.starts",
                    "A table, CSV with a head, also gzipped; only with `replay`.",
                    Key.of("file", Kind.TEXT, "Its name among `files`.").required(),
                    Key.of("job", Kind.TEXT, "The column of job numbers.").or("job_id"),
                    Key.of("start", Kind.TEXT, "The column of starts in seconds.").or("start_s"));

    /** A figure. */
    public static final Section FIGURE =
            Section.of(
                    "runs.NAME.figures[]",
                    "A figure that was printed.",
                    Key.of(
                                    "figure",
                                    Kind.TEXT,
                                    "Its path in the answer of `--json`, such as"
                                            + " `all.wait_mean_s`.")
                            .required(),
                    Key.of("value", Kind.NUMBER, "The figure, with the digits that were printed.")
                            .required(),
                    Key.of("unit", Kind.TEXT, "Its unit."),
                    Key.of("printed", Kind.TEXT, "Where it is printed."),
                    Key.of(
                                    "rounding",
                                    Kind.NUMBER,
                                    "To what its source has rounded it; ours may be half of that"
                                            + " away. Left out: one of the last digit of `value`.")
                            .atLeast(Double.MIN_VALUE),
                    Key.of(
                            "knownDifference",
                            Kind.SECTION,
                            "That ours is another, which is known. It must stay as it is said"
                                    + " here."));

    /** A difference that is known. */
    public static final Section KNOWN =
            Section.of(
                    "runs.NAME.figures[].knownDifference",
                    "What the program gives instead, and why.",
                    Key.of("ours", Kind.NUMBER, "What it gives, with as many digits as must stay.")
                            .required(),
                    Key.of("because", Kind.TEXT, "Why.").required());

    private StudySections() {}

    /** All sections, in the order in which they are best written. */
    public static List<Section> all() {
        return List.of(STUDY, FILE, RUN, QUEUE, STARTS, FIGURE, KNOWN);
    }
}
