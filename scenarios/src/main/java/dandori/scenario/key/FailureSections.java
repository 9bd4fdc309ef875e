package dandori.scenario.key;

/** The sections of what breaks. */
public final class FailureSections {

    /** What breaks on one machine. */
    public static final Section FAILURES =
            Section.of(
                    "failures.MACHINE",
                    "`{}` takes what the machine's file says (`reliability`). The same things break"
                            + " at the same time under every policy (docs/models/failures.md).",
                    Key.of(
                                    "nodeMtbf",
                                    Kind.DURATION,
                                    "Mean time between failures of one node's hardware, such as"
                                            + " `2y`. Left out: the machine's own.")
                            .atLeast(1),
                    Key.of(
                                    "per1000NodeDays",
                                    Kind.NUMBER,
                                    "The same as a rate: failures in 1,000 node-days.")
                            .atLeast(1e-6)
                            .atMost(1e6),
                    Key.of(
                            "lifetime",
                            Kind.SECTION,
                            "How long nodes live between failures. Left out: `exponential`."),
                    Key.of(
                            "lemons",
                            Kind.SECTION,
                            "Nodes that fail more often than others. Left out: none do."),
                    Key.of(
                            "switches",
                            Kind.SECTION,
                            "Switches that fail, and with them all nodes below. Left out: none"
                                    + " does."),
                    Key.of(
                            "software",
                            Kind.SECTION,
                            "Failures that end what runs on a node and leave the node as it was."
                                    + " Left out: the machine's `reliability.interruptions` less"
                                    + " its failures, if its file says so; else none."),
                    Key.of(
                            "repair",
                            Kind.SECTION,
                            "How long a failed node is down. Left out: the median of the machine's"
                                    + " file, else 4h, and 95 % within six times that; both are"
                                    + " assumed, log-normal."));

    /** How long nodes live. */
    public static final Section LIFETIME =
            Section.of(
                    "failures.MACHINE.lifetime",
                    "The mean is `nodeMtbf`.",
                    Key.of(
                                    "distribution",
                                    Kind.CHOICE,
                                    "`exponential`: a node never ages. `weibull`: below a shape of"
                                            + " 1 the young fail most, above it the old.")
                            .or("exponential")
                            .words("exponential", "weibull"),
                    Key.of(
                                    "shape",
                                    Kind.NUMBER,
                                    "Weibull's shape; needed there. 0.7 to 0.8 on large machines"
                                            + " (Schroeder and Gibson, DSN 2006).")
                            .atLeast(0.05)
                            .atMost(100),
                    Key.of(
                                    "age",
                                    Kind.CHOICE,
                                    "When the run begins, nodes are `new`, or have `settled`: they"
                                            + " have long been in service.")
                            .or("settled")
                            .words("new", "settled"));

    /** Nodes that fail more often. */
    public static final Section LEMONS =
            Section.of(
                    "failures.MACHINE.lemons",
                    "Which nodes they are, the seed decides. The rate of all nodes together stays"
                            + " what it is.",
                    Key.of("nodes", Kind.TEXT, "Which part of the nodes they are, such as `5 %`.")
                            .required(),
                    Key.of(
                                    "failures",
                                    Kind.TEXT,
                                    "Which part of the failures is theirs, such as `50 %`.")
                            .required());

    /** Switches that fail. */
    public static final Section SWITCHES =
            Section.of(
                    "failures.MACHINE.switches",
                    "The switches to which nodes are attached; of a torus, its units.",
                    Key.of("mtbf", Kind.DURATION, "Mean time between failures of one switch.")
                            .required()
                            .atLeast(1),
                    Key.of(
                            "repair",
                            Kind.SECTION,
                            "How long it is down. Left out: as long as a node."));

    /** Software that fails. */
    public static final Section SOFTWARE =
            Section.of(
                    "failures.MACHINE.software",
                    "Exactly one of the two is given.",
                    Key.of(
                                    "nodeMtbf",
                                    Kind.DURATION,
                                    "Mean time between such failures on one node.")
                            .atLeast(1),
                    Key.of(
                                    "per1000NodeDays",
                                    Kind.NUMBER,
                                    "The same as a rate: failures in 1,000 node-days.")
                            .atLeast(1e-6)
                            .atMost(1e6));

    /** Repairs. */
    public static final Section REPAIR =
            Section.of(
                    "failures.MACHINE.repair",
                    "`lognormal` has a median and a time within which 95 % are done, the others a"
                            + " mean.",
                    Key.of("distribution", Kind.CHOICE, "How repair times vary.")
                            .or("lognormal")
                            .words("lognormal", "exponential", "fixed"),
                    Key.of("median", Kind.DURATION, "Half of the repairs take no longer.")
                            .atLeast(1),
                    Key.of("p95", Kind.DURATION, "95 % of them take no longer.").atLeast(1),
                    Key.of("mean", Kind.DURATION, "Their mean.").atLeast(1));

    private FailureSections() {}
}
