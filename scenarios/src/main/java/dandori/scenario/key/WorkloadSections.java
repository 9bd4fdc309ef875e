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
