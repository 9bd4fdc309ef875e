package dandori.scenario.key;

/** The sections of what a site gives its jobs in {@code order: multifactor}. */
public final class FactorSections {

    /** The largest nice value, and the smallest without its sign. */
    private static final double MOST_NICE = 2_147_483_645;

    private static final double MOST_FACTOR = 4_294_967_295.0;

    /** The key of a policy behind which factors stand. */
    static final Key FACTORS_KEY =
            Key.of(
                    "factors",
                    Kind.SECTION,
                    "What a site's partitions, qualities of service, organizations and users count"
                            + " for in `order: multifactor`.");

    /** The key of a policy behind which nice values stand. */
    static final Key NICE_KEY =
            Key.of(
                    "nice",
                    Kind.SECTION,
                    "What is taken off the priorities of jobs in `order: multifactor`.");

    /** What counts in parts of the largest. */
    public static final Section FACTORS =
            Section.of(
                    "policies.NAME.factors",
                    "Numbers by name for `order: multifactor`. Each counts in parts of the largest"
                            + " of its kind, times the weight of that kind.",
                    factors(
                            "partitions",
                            "Of partitions, or resource groups (Slurm's `PriorityJobFactor`), for"
                                    + " `weights.partition`; `default` stands for those not named,"
                                    + " and is 1 if left out."),
                    factors(
                            "qos",
                            "Of qualities of service, as `qos` names them (the `Priority` of"
                                    + " Slurm's QOS), for `weights.qos`; 0 where left out."),
                    factors(
                            "organizations",
                            "Of organizations (the `Priority` of Slurm's associations), for"
                                    + " `weights.association`; 0 where left out."),
                    factors(
                            "users",
                            "Of users, in the place of their organizations', for"
                                    + " `weights.association`."));

    /** What is taken off. */
    public static final Section NICE =
            Section.of(
                    "policies.NAME.nice",
                    "Nice values by name for `order: multifactor`: a job has that of its user, if"
                            + " that is named, else of its partition, its organization, its quality"
                            + " of service, else 0. A site factor is one below 0.",
                    nice("users", "Of users."),
                    nice("partitions", "Of partitions, or resource groups."),
                    nice("organizations", "Of organizations."),
                    nice("qos", "Of qualities of service, as `qos` names them."));

    private FactorSections() {}

    private static Key factors(String name, String sentence) {
        return Key.of(name, Kind.NUMBERS, sentence).atLeast(0).atMost(MOST_FACTOR);
    }

    private static Key nice(String name, String sentence) {
        return Key.of(name, Kind.NUMBERS, sentence).atLeast(-MOST_NICE).atMost(MOST_NICE);
    }
}
