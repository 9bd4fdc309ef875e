package dandori.scenario.key;

/** The section of planned outages. */
public final class OutageSections {

    /** One planned outage. */
    public static final Section MAINTENANCE =
            Section.of(
                            "maintenance[N]",
                            "Nodes that leave and come back, once or at the same hours of many days. Outages of a whole machine may overlap; those"
                                    + " of some nodes add up.",
                            Key.of("name", Kind.NAME, "What it is called, where waits name it."),
                            Key.of(
                                    "machine",
                                    Kind.NAME,
                                    "Whose nodes. Needed where there are several machines."),
                            Key.of(
                                            "nodes",
                                            Kind.COUNT,
                                            "How many; any free ones will do. Left out: all.")
                                    .atLeast(1),
                            Key.of(
                                    "pool",
                                    Kind.NAME,
                                    "Of which pool, where the machine has `groups: true`; with `nodes`, it"
                                            + " is needed there. Left out: of the whole machine."),
                            Key.of(
                                            "onBegin",
                                            Kind.CHOICE,
                                            "What becomes of jobs in its way. `drain`: it is known from the"
                                                    + " beginning, and nobody who would run into it"
                                                    + " starts. `kill`, `requeue`: nobody plans with it;"
                                                    + " as many jobs as must are ended, or go back to the"
                                                    + " queue without their work, those that started last"
                                                    + " first.")
                                    .or("drain")
                                    .words("drain", "kill", "requeue"))
                    .with(2, Times.keys("When they leave", "When they come back"));

    private OutageSections() {}
}
