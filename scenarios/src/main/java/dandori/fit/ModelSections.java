package dandori.fit;

import dandori.scenario.key.Key;
import dandori.scenario.key.Kind;
import dandori.scenario.key.Section;
import java.util.List;

/** All sections of the file of a fitted model: the table by which it is read. */
public final class ModelSections {

    /** The version that is written. */
    static final int VERSION = 1;

    /** The longest time that jobs may run or ask for, in seconds: thousands of years. */
    static final double LONGEST_SECONDS = 1e12;

    /** The longest log, and the most days that are drawn. */
    public static final double MOST_DAYS = 100_000;

    private static final double MOST_JOBS_PER_DAY = 1e9;
    private static final double MOST_USERS = 1_000_000;
    private static final double FARTHEST = 1e9; // from the mean
    private static final double MOST_SHARE = 1 - 1e-9; // something must be left

    /** The file as a whole. */
    public static final Section MODEL =
            Section.of(
                    "",
                    "A model of jobs, fitted to a log.",
                    Key.of("version", Kind.COUNT, "The version of this form.")
                            .or(String.valueOf(VERSION))
                            .atLeast(VERSION)
                            .atMost(VERSION),
                    Key.of("like", Kind.TEXT, "The name of the log.").required(),
                    Key.of("machine", Kind.COUNT, "How many units the log's machine has.")
                            .atLeast(1),
                    number("days", "How long the log is, in days.", MOST_DAYS),
                    number("jobsPerDay", "How many jobs come a day.", MOST_JOBS_PER_DAY),
                    share("sameSecond", "The share of jobs that come at the second before."),
                    section("gaps", "The other gaps, over their mean."),
                    share("samePhase", "How likely a gap is of the phase of the one before."),
                    section("week", "When jobs come."),
                    section("sizes", "How many units they ask for."),
                    Key.of("runTimes", Kind.LIST, "How long they run, by size.").required(),
                    Key.of("limits", Kind.LIST, "Which time limits they have, by run time.")
                            .required(),
                    section("habits", "Who submits, and what he does again."));

    static final Section GAPS =
            Section.of(
                    "gaps",
                    "Exponential phases.",
                    row("weights", "The share of each phase.", 0, 1),
                    row("means", "The mean of each phase.", Double.MIN_VALUE, FARTHEST));

    static final Section WEEK =
            Section.of(
                    "week",
                    "The hours of a week.",
                    row("weights", "The rate of each hour.", 1 / FARTHEST, FARTHEST));

    static final Section SIZES = values("sizes", 1, Integer.MAX_VALUE);

    static final Section SIZE_CLASS =
            Section.of(
                    "runTimes[]",
                    "A class of sizes.",
                    Key.of("upTo", Kind.COUNT, "The largest size of the class.")
                            .required()
                            .atLeast(1),
                    section("runSeconds", "Run times in seconds."));

    static final Section RUN_SECONDS =
            Section.of(
                    "runTimes[].runSeconds",
                    "Log-normal distributions.",
                    row("weights", "The share of each part.", 0, 1),
                    row("logMeans", "The mean logarithm of each part.", -30, 30),
                    row(
                            "logDeviations",
                            "The standard deviation of the logarithms of each part.",
                            Double.MIN_VALUE,
                            30));

    static final Section LIMIT_CLASS =
            Section.of(
                    "limits[]",
                    "A class of run times.",
                    number("upToSeconds", "The longest run time of the class.", LONGEST_SECONDS),
                    section("limitSeconds", "Time limits in seconds."));

    static final Section LIMIT_SECONDS = values("limits[].limitSeconds", 1, LONGEST_SECONDS);

    static final Section HABITS =
            Section.of(
                    "habits",
                    "Who submits.",
                    Key.of("users", Kind.COUNT, "How many users there are.")
                            .required()
                            .atLeast(1)
                            .atMost(MOST_USERS),
                    Key.of("exponent", Kind.NUMBER, "How unequal they are.")
                            .required()
                            .atLeast(0)
                            .atMost(100),
                    share("sameUser", "How likely the next job is of the same user."),
                    Key.of("sameJob", Kind.NUMBER, "How likely a user asks for the same again.")
                            .required()
                            .atLeast(0)
                            .atMost(1));

    private ModelSections() {}

    /** All sections, in the order in which they are best written. */
    public static List<Section> all() {
        return List.of(
                MODEL,
                GAPS,
                WEEK,
                SIZES,
                SIZE_CLASS,
                RUN_SECONDS,
                LIMIT_CLASS,
                LIMIT_SECONDS,
                HABITS);
    }

    private static Section values(String place, double least, double most) {
        return Section.of(
                place,
                "Popular values, and quantiles of the others.",
                row("values", "The popular values, rising.", least, most),
                row("shares", "The share of each.", 0, 1),
                row("quantiles", "Quantiles of the others, rising.", least, most));
    }

    private static Key number(String name, String says, double most) {
        return Key.of(name, Kind.NUMBER, says).required().atLeast(Double.MIN_VALUE).atMost(most);
    }

    private static Key share(String name, String says) {
        return Key.of(name, Kind.NUMBER, says).required().atLeast(0).atMost(MOST_SHARE);
    }

    private static Key row(String name, String says, double least, double most) {
        return Key.of(name, Kind.ROW, says).required().atLeast(least).atMost(most);
    }

    private static Key section(String name, String says) {
        return Key.of(name, Kind.SECTION, says).required();
    }
}
