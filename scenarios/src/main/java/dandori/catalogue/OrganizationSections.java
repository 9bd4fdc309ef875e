package dandori.catalogue;

import java.util.List;

/**
 * All sections of an organization file: the table by which it is read, and from which its page of
 * the documentation is written.
 */
public final class OrganizationSections {

    /** The file as a whole. */
    public static final FactSection ORGANIZATION =
            FactSection.of("", "An organization file holds one mapping with these keys.")
                    .with(
                            "!organization: Its name: letters, digits, hyphens.",
                            "!title: What people call it.",
                            "!sources: What the keys of sources stand for: papers, pages,"
                                    + " addresses.",
                            "about: Facts about the organization itself.",
                            "projects: Models that it trained or wants to train, by name.",
                            "archetypes: Which generated jobs are like its own, and why, by the"
                                    + " name of the model that draws them.");

    /** The organization itself. */
    public static final FactSection ABOUT =
            FactSection.of(
                    "about",
                    "The organization itself.",
                    FactKey.of("kind", Dimension.TEXT, "What it is."),
                    FactKey.of("machines", Dimension.TEXT, "What it computes on."),
                    FactKey.of("accelerators", Dimension.COUNT, "Accelerators of its own.")
                            .atLeast(1),
                    FactKey.of("people", Dimension.COUNT, "Who takes part.").atLeast(1),
                    FactKey.of("funds", Dimension.TEXT, "Who pays for computing, and how much."),
                    FactKey.of("plans", Dimension.TEXT, "What it wants to do."),
                    FactKey.of("rules", Dimension.TEXT, "Rules under which it computes."));

    /** A project. */
    public static final FactSection PROJECT =
            FactSection.of(
                            "projects.NAME",
                            "A model that was trained, or is to be. What is not known is left out.",
                            FactKey.of("parameters", Dimension.AMOUNT, "Parameters of the model."),
                            FactKey.of("tokens", Dimension.AMOUNT, "Tokens of the training."),
                            FactKey.of("machine", Dimension.TEXT, "Where."),
                            FactKey.of("nodes", Dimension.COUNT, "On how many nodes.").atLeast(1),
                            FactKey.of("accelerators", Dimension.COUNT, "On how many accelerators.")
                                    .atLeast(1),
                            FactKey.of(
                                    "spread",
                                    Dimension.TEXT,
                                    "Over what, in words: shape, parallelism, batch."),
                            FactKey.of(
                                    "longestJob",
                                    Dimension.DURATION,
                                    "Time limit of one job; a training is a chain of them."),
                            FactKey.of("begin", Dimension.DATE, "When it began."),
                            FactKey.of("end", Dimension.DATE, "When it was done, or came out."),
                            FactKey.of("duration", Dimension.DURATION, "How long it computed."),
                            FactKey.of(
                                    "acceleratorHours",
                                    Dimension.AMOUNT,
                                    "What it computed, in accelerator hours."),
                            FactKey.of("energy", Dimension.TEXT, "What it used."),
                            FactKey.of("remark", Dimension.TEXT, "What else is known."))
                    .with(
                            "!title: What people call it.",
                            "model: Its name among the models of the catalogue.",
                            "on: The name of its machine among the machines of the catalogue.");

    private OrganizationSections() {}

    /** All sections, in the order in which they are best written. */
    public static List<FactSection> all() {
        return List.of(ORGANIZATION, ABOUT, PROJECT);
    }
}
