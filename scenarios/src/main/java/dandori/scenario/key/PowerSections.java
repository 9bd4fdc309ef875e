package dandori.scenario.key;

/** The sections of power: what nodes draw, and caps. */
public final class PowerSections {

    /** The power of one machine. */
    public static final Section POWER =
            Section.of(
                    "power.MACHINE",
                    "The energy of the machine's nodes is added up, and its power may be capped."
                            + " `{}` takes what the machine's file says.",
                    Key.of(
                            "busy",
                            Kind.TEXT,
                            "What a node draws that has a job, such as `188 W`. Left out: the"
                                    + " machine's own."),
                    Key.of(
                            "idle",
                            Kind.TEXT,
                            "What a node draws that has none. Left out: the machine's own, else"
                                    + " half of `busy`; that is assumed."),
                    Key.of(
                            "clocks",
                            Kind.LIST,
                            "Lower clocks of its nodes, for caps `by: slower`."),
                    Key.of("caps", Kind.LIST, "When its power is capped."));

    /** A lower clock. */
    public static final Section CLOCK =
            Section.of(
                    "power.MACHINE.clocks[N]",
                    "How fast jobs are at it depends on their programs; one figure stands for all.",
                    Key.of("speed", Kind.NUMBER, "How fast jobs run, against full speed.")
                            .required()
                            .atLeast(0.01)
                            .atMost(1),
                    Key.of("busy", Kind.TEXT, "What a node draws that has a job, such as `150 W`.")
                            .required());

    /** A cap. */
    public static final Section CAP =
            Section.of(
                            "power.MACHINE.caps[N]",
                            "Exactly one of `cap` and `share` is given. Where caps overlap, the"
                                    + " tightest holds. It is kept pool by pool.",
                            Key.of("name", Kind.NAME, "What it is called, where waits name it."),
                            Key.of(
                                    "cap",
                                    Kind.TEXT,
                                    "How much the nodes may draw together, such as `20 MW`; without"
                                            + " what the site adds."),
                            Key.of(
                                    "share",
                                    Kind.FRACTION,
                                    "The same as a share of what they draw when all are busy, such"
                                            + " as `0.75` or `75 %`."),
                            Key.of(
                                            "by",
                                            Kind.CHOICE,
                                            "`start-less`: so few nodes have jobs that they and the"
                                                    + " idle ones stay below. `off`: so many nodes are"
                                                    + " switched off that the others may all be busy."
                                                    + " `slower`: all run at the fastest of `clocks` at"
                                                    + " which all may be busy, else at the slowest, and"
                                                    + " fewer have jobs; jobs take longer, and are"
                                                    + " ended at their walltime all the same.")
                                    .or("start-less")
                                    .words("start-less", "off", "slower"),
                            Key.of(
                                            "onBegin",
                                            Kind.CHOICE,
                                            "What becomes of jobs that run when it begins, where"
                                                    + " too many do: as in `maintenance`.")
                                    .or("drain")
                                    .words("drain", "kill", "requeue"))
                    .with(1, Times.keys("When it begins", "When it ends"));

    private PowerSections() {}
}
