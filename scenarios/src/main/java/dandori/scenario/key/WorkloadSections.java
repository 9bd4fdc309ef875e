package dandori.scenario.key;

/** The sections of what becomes of jobs: those that move, and those that are made fewer. */
public final class WorkloadSections {

    /** What it takes to move. */
    public static final Section MOVES =
            Section.of(
                    "workload.moves",
                    "A job of n nodes takes n · nodesPer(there) / nodesPer(home) nodes elsewhere,"
                            + " rounded up, and does the same work: its times are multiplied by"
                            + " nodes · speed at home over nodes · speed there.",
                    Key.of(
                                    "transfer",
                                    Kind.DURATION,
                                    "How long its data is on the way: the job is in the queue of"
                                            + " the other machine so much later, and waits"
                                            + " meanwhile.")
                            .or("0s"),
                    Key.of(
                            "nodesPer",
                            Kind.TERMS,
                            "How many nodes of each machine stand for each other: `{fugaku: 32,"
                                    + " hokkaido: 1}`. A machine left out: 1."),
                    Key.of(
                            "speeds",
                            Kind.TERMS,
                            "What a node of each machine does in a time: `{fugaku: 1, hokkaido:"
                                    + " 32}`. A machine left out: 1 / `nodesPer`, so that a job"
                                    + " takes as long as at home, but for rounding."));

    /** Whether jobs of a trace wait for each other. */
    static final Key DEPENDENCIES =
            Key.of(
                            "dependencies",
                            Kind.FLAG,
                            "Whether a job that names a preceding one (fields 17 and 18) is"
                                    + " submitted its think time after that has left.")
                    .or("false");

    /** Whether users of a trace wait for their jobs. */
    static final Key FEEDBACK =
            Key.of(
                            "feedback",
                            Kind.FLAG,
                            "Whether users wait for their jobs: what one submitted after jobs of his"
                                    + " had ended is submitted when these have left, a think time"
                                    + " later, or in a later session (docs/models/resampling.md).")
                    .or("false");

    /** The longest think time. */
    static final Key PAUSE =
            Key.of(
                            "pause",
                            Kind.DURATION,
                            "With `feedback`: who thinks longer begins another session.")
                    .or("20min");

    /** How a trace is resampled. */
    static final Key RESAMPLE_KEY =
            Key.of(
                    "resample",
                    Kind.SECTION,
                    "Plays the users of the trace, drawn anew under each seed, and not the trace"
                            + " itself. `{}` takes all defaults.");

    /** How the users of a trace are mixed. */
    public static final Section RESAMPLE =
            Section.of(
                    "workload.streams[N].trace.resample",
                    "Users of the trace (of its part between `from` and `to`) are drawn anew, and"
                            + " each does what he did, at the same hours of the same days of the"
                            + " week. Long-term users are there all the time and begin anew when"
                            + " they are through; others come and go.",
                    Key.of(
                                    "users",
                                    Kind.COUNT,
                                    "How many users the trace would have had in its own length: the"
                                            + " load is in proportion to it. Left out: as many as"
                                            + " it has.")
                            .atLeast(1),
                    Key.of(
                                    "weeks",
                                    Kind.COUNT,
                                    "How many weeks are made. Left out: those of `run.length`, or"
                                            + " as many as the trace has.")
                            .atLeast(1)
                            .atMost(5_000),
                    Key.of(
                                    "longTerm",
                                    Kind.DURATION,
                                    "Users whose first and last job are at least so far apart are"
                                            + " long-term.")
                            .or("12w"));

    /** What jobs use of their nodes. */
    public static final Section USES =
            Section.of(
                    "workload.streams[N].uses",
                    "What each job uses of each of its nodes, for orders that count more than nodes"
                            + " (`drf`, `hdrf`); it has its nodes to itself all the same. What is"
                            + " left out counts as all that a node has.",
                    Key.of("accelerators", Kind.NUMBER, "How many accelerators."),
                    Key.of("memory", Kind.TEXT, "Main memory: `64 GB`."),
                    Key.of("power", Kind.TEXT, "Power: `400 W`."));

    /** A stream's snapshot. */
    static final Key SNAPSHOT_OF =
            Key.of(
                    "snapshot",
                    Kind.SECTION,
                    "Jobs that run or wait at time 0, from `squeue` (docs/guide/slurm.md).");

    /** Who runs and waits at time 0. */
    public static final Section SNAPSHOT =
            Section.of(
                    "workload.streams[N].snapshot",
                    "`run.start` is when it was taken: time 0.",
                    Key.of(
                                    "file",
                                    Kind.FILE,
                                    "The output of squeue with its header, fields between `|`;"
                                            + " found as a trace is.")
                            .required(),
                    Key.of(
                                    "runTime",
                                    Kind.FRACTION,
                                    "How much of its time limit each waiting job uses, and each"
                                            + " running one of what its limit leaves it: nobody"
                                            + " knows yet.")
                            .or("1"),
                    Key.of(
                            "organizations",
                            Kind.TERMS,
                            "Which organization an account stands for. Left out: the account"
                                    + " itself is the name."),
                    Key.of(
                            "other",
                            Kind.NAME,
                            "The organization of jobs whose account is unknown or not in"
                                    + " `organizations`."));

    /** By how much the sizes of a trace are multiplied. */
    static final Key SCALE_NODES =
            Key.of(
                            "scaleNodes",
                            Kind.NUMBER,
                            "By how much the sizes of jobs are multiplied, for a machine of another"
                                    + " size: jobs of one node stay so, powers of two stay powers of"
                                    + " two, and others are rounded. docs/models/scaling.md says"
                                    + " what that distorts.")
                    .or("1")
                    .atLeast(1e-6)
                    .atMost(1e6);

    /** The key of a stream whose users ask for popular times. */
    static final Key ESTIMATES_KEY =
            Key.of(
                    "estimates",
                    Kind.SECTION,
                    "How users give time limits, in place of those that the jobs have. Left out:"
                            + " as they have them.");

    /** How users give time limits. */
    public static final Section ESTIMATES =
            Section.of(
                    "workload.streams[N].estimates",
                    "Twenty round times have 89 % of the jobs, the longest has the most, and no job"
                            + " asks for less than it runs (Tsafrir, Etsion and Feitelson, JSSPP"
                            + " 2005). docs/models/generator.md has the model.",
                    Key.of("use", Kind.CHOICE, "The model.").required().words("tsafrir"),
                    Key.of(
                                    "longest",
                                    Kind.DURATION,
                                    "The longest time that may be asked for; jobs that run longer"
                                            + " get that, and are ended there. Left out: the"
                                            + " longest run time, rounded up.")
                            .atLeast(60_000),
                    Key.of(
                                    "atLongest",
                                    Kind.NUMBER,
                                    "Share of jobs that ask for the longest time. Left out: as the"
                                            + " model has it, some 23 %.")
                            .atLeast(0)
                            .atMost(0.89),
                    Key.of(
                                    "repeat",
                                    Kind.NUMBER,
                                    "Probability that a job asks for what the next longer one of"
                                            + " its user asks for; not of the paper.")
                            .or("0")
                            .atLeast(0)
                            .atMost(1));

    /** The key of a stream whose jobs can have other sizes. */
    static final Key ELASTIC_KEY =
            Key.of(
                    "elastic",
                    Kind.SECTION,
                    "On how many nodes else the jobs can run; backfills such as `afs`, `goodput`"
                            + " and `moldable` make use of that.");

    /** Which sizes jobs can have. */
    public static final Section ELASTIC =
            Section.of(
                    "workload.streams[N].elastic",
                    "A job that asks for n nodes can run on n / `shrink` (rounded up) to n ·"
                            + " `grow` (rounded down). By Amdahl's law it is 1 / (`serial` + (1 -"
                            + " `serial`) / k) times as fast on k nodes as on one, and its times"
                            + " are those of n nodes, by that, rounded up. Jobs that may go to"
                            + " other machines (`routing`) are rigid.",
                    Key.of("shrink", Kind.NUMBER, "On how many times fewer nodes.")
                            .or("1")
                            .atLeast(1)
                            .atMost(1e6),
                    Key.of("grow", Kind.NUMBER, "On how many times as many.")
                            .or("1")
                            .atLeast(1)
                            .atMost(1e6),
                    Key.of(
                                    "serial",
                                    Kind.NUMBER,
                                    "The part of its work that more nodes do not speed up.")
                            .or("0")
                            .atLeast(0)
                            .atMost(1));

    /** How small jobs are made fewer. */
    public static final Section THIN =
            Section.of(
                    "workload.streams[N].generate.thin",
                    "Of small jobs of each size every k-th is kept, with k times its nodes, so that"
                            + " fewer jobs need the same node time. The others wait about as long as"
                            + " before; the thinned ones wait longer. `by: 1` thins none.",
                    Key.of("upTo", Kind.COUNT, "Jobs of at most so many nodes are thinned.")
                            .required()
                            .atLeast(1),
                    Key.of("by", Kind.COUNT, "How many of them one stands for.")
                            .required()
                            .atLeast(1));

    private WorkloadSections() {}
}
