package dandori.scenario.key;

import java.util.ArrayList;
import java.util.List;

/** The sections of searches and sensitivities. */
public final class InquirySections {

    private static final String SUMMARY = "docs/data/summary.md";

    /** A search. */
    public static final Section SEARCH =
            Section.of(
                    "search",
                    "The smallest or largest value at which targets hold, as far as runs can tell;"
                            + " docs/guide/search.md. It is found by halving: what holds at a value is"
                            + " taken to hold beyond it, and what was played is checked for that.",
                    Key.of(
                                    "change",
                                    Kind.TEXT,
                                    "The place of the value, a path such as `machines.a.nodes`; or"
                                            + " a list of places that all get it.")
                            .required(),
                    Key.of(
                                    "between",
                                    Kind.TEXT,
                                    "The lowest and the highest value: `100..400`, `0.5..0.9`,"
                                            + " `6h..2d`, `50..90 %`.")
                            .required(),
                    Key.of(
                            "step",
                            Kind.TEXT,
                            "How far values are apart. Left out: 1, between whole numbers."),
                    Key.of(
                                    "find",
                                    Kind.CHOICE,
                                    "Which value: the smallest, where more makes the targets easier"
                                            + " to hold, or the largest, where less does.")
                            .or("smallest")
                            .words("smallest", "largest"),
                    Key.of(
                                    "target",
                                    Kind.LIST,
                                    "What must hold: a target, or a list of targets that must all"
                                            + " hold.")
                            .required(),
                    Key.of(
                                    "certainty",
                                    Kind.FRACTION,
                                    "The level of the interval of the mean over the seeds that must"
                                            + " lie within the bound; 0: the mean alone decides.")
                            .or("0.95"),
                    Key.of(
                                    "seedsAtMost",
                                    Kind.COUNT,
                                    "A value at which the seeds of the run do not decide gets more,"
                                            + " twice as many each time, up to so many. Left out: those"
                                            + " of the run.")
                            .atLeast(1)
                            .atMost(10_000));

    /** A target of a search. */
    public static final Section TARGET =
            Section.of(
                    "search.target[N]",
                    "A bound on a figure. It has `atMost` or `atLeast`.",
                    figure(
                            Key.of(
                                    "atMost",
                                    Kind.TEXT,
                                    "The largest value: a duration for figures in seconds or hours"
                                            + " (`wait_p95_s`, `wait_h`), else a number, or per cent."),
                            Key.of(
                                    "atLeast",
                                    Kind.TEXT,
                                    "The least value, written the same way.")));

    /** A sensitivity. */
    public static final Section SENSITIVITY =
            Section.of(
                    "sensitivity",
                    "Which of some values moves a figure most; docs/guide/search.md.",
                    figure(
                            Key.of(
                                            "inputs",
                                            Kind.PAIRS,
                                            "A low and a high value for each place:"
                                                    + " `machines.a.nodes: [90, 110]`.")
                                    .required(),
                            Key.of(
                                            "design",
                                            Kind.CHOICE,
                                            "`oneAtATime`: one value departs from the file's own;"
                                                    + " `factorial`: all combinations of low and high, of"
                                                    + " at most 5 inputs, which tells what two do"
                                                    + " together.")
                                    .or("oneAtATime")
                                    .words("oneAtATime", "factorial")));

    private InquirySections() {}

    /** The keys that say which figure is meant, and more. */
    private static Key[] figure(Key... more) {
        List<Key> keys = new ArrayList<>();
        keys.add(
                Key.of("figure", Kind.TEXT, "The figure, by its name in " + SUMMARY + ".")
                        .required());
        keys.add(
                Key.of(
                        "policy",
                        Kind.NAME,
                        "Under which policy. Left out: each that is run, by itself."));
        keys.add(
                Key.of(
                        "organization",
                        Kind.NAME,
                        "Of whose jobs. With none of these three, of all jobs."));
        keys.add(Key.of("machine", Kind.TEXT, "Of which machine, or which of its pools."));
        keys.add(Key.of("campaign", Kind.NAME, "Of which campaign."));
        keys.addAll(List.of(more));
        return keys.toArray(Key[]::new);
    }
}
