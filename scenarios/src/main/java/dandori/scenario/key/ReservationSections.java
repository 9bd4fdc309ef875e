package dandori.scenario.key;

/** The section of reservations. */
public final class ReservationSections {

    /** One reservation. */
    public static final Section RESERVATION =
            Section.of(
                            "reservations[N]",
                            "Nodes that are kept for some, known beforehand: nobody else starts on"
                                    + " them who would, by the estimate, still be there. Those for"
                                    + " whom they are kept stand in the same queue as all others,"
                                    + " may have any nodes, and are given these first.",
                            Key.of(
                                    "name",
                                    Kind.NAME,
                                    "What it is called. Left out: `reservation-` and its number."),
                            Key.of(
                                    "machine",
                                    Kind.NAME,
                                    "Whose nodes. Needed where there are several machines."),
                            Key.of(
                                            "nodes",
                                            Kind.TEXT,
                                            "How many, the last of the machine, or which, such as"
                                                    + " `0-47` or `0-11 24-35`, counted from 0.")
                                    .required(),
                            Key.of("organizations", Kind.NAMES, "For whose jobs they are kept."),
                            Key.of(
                                    "users",
                                    Kind.NAMES,
                                    "For whose jobs they are kept as well, by the user's name."),
                            Key.of(
                                    "partitions",
                                    Kind.NAMES,
                                    "For the jobs of these resource groups as well; where the"
                                            + " machine has none, of these partitions of a trace."),
                            Key.of(
                                    "campaigns",
                                    Kind.NAMES,
                                    "For the jobs of these campaigns as well."),
                            Key.of(
                                            "lend",
                                            Kind.DURATION,
                                            "Jobs of others whose estimate is no longer may start"
                                                    + " on them while they are kept, if they are free;"
                                                    + " they hold up the others for so long. Left out:"
                                                    + " none may.")
                                    .or("0s"))
                    .with(3, Times.keys("When they begin to be kept", "When they are no more"));

    private ReservationSections() {}
}
