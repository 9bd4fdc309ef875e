package dandori.scenario.key;

/** The sections of organizations and their accounts. */
public final class OrganizationSections {

    private static final Key USERS =
            Key.of(
                            "users",
                            Kind.NUMBERS,
                            "Shares of users directly below it, by their names in the results;"
                                    + " whoever is named nowhere has one share below the"
                                    + " organization.")
                    .atLeast(0);

    private static final Key ACCOUNTS =
            Key.of(
                    "accounts",
                    Kind.SECTIONS,
                    "Accounts below it, by name, whose users share what is theirs; for orders that"
                            + " go by shares.");

    /** One organization. */
    public static final Section ORGANIZATION =
            Section.of(
                    "organizations.NAME",
                    "An organization that submits jobs.",
                    Key.of(
                                    "shares",
                                    Kind.NUMBER,
                                    "What it is entitled to, relative to the others; shares"
                                            + " need not sum to 100.")
                            .or("1")
                            .atLeast(0),
                    Key.of(
                            "home",
                            Kind.NAME,
                            "The machine that its jobs go to. Needed where there are"
                                    + " several machines."),
                    Key.of(
                                    "mayMove",
                                    Kind.FLAG,
                                    "Whether its jobs may go to another machine, where"
                                            + " `routing` says so.")
                            .or("false"),
                    Key.of("limits", Kind.SECTION, "What it may have, under every policy."),
                    USERS,
                    ACCOUNTS);

    /** One account of an organization. */
    public static final Section ACCOUNT =
            Section.of(
                    "organizations.NAME.accounts.NAME",
                    "An account of an organization, or of another account. A user stands in one"
                            + " account of each organization.",
                    Key.of(
                                    "shares",
                                    Kind.NUMBER,
                                    "What it is entitled to, relative to its siblings: the accounts"
                                            + " and users beside it.")
                            .or("1")
                            .atLeast(0),
                    Key.of(
                                    "asParent",
                                    Kind.FLAG,
                                    "Whether those below it share with its siblings, as if it"
                                            + " were not there: Slurm's FairShare=parent. Then"
                                            + " its shares do not count.")
                            .or("false"),
                    USERS,
                    ACCOUNTS);

    private OrganizationSections() {}
}
