package dandori.scenario.key;

import java.util.Map;

/** What a report tells. */
public final class ReportSections {

    private ReportSections() {}

    /** The report. */
    public static final Section REPORT =
            Section.of(
                            "report",
                            "What the tables show.",
                            Key.of(
                                            "by",
                                            Kind.WORDS,
                                            "One table for each, beside the one of all jobs."
                                                    + " `partition`: by resource group.")
                                    .or("[organization, nodesClass]")
                                    .words("organization", "nodesClass", "partition"),
                            Key.of(
                                    "policies",
                                    Kind.NAMES,
                                    "The policies to run and show, in this order. Left out: all"
                                            + " that are not abstract."),
                            Key.of(
                                    "compareTo",
                                    Kind.NAME,
                                    "The policy with which the others are compared. Left out: the"
                                            + " first."),
                            Key.of(
                                    "folder",
                                    Kind.TEXT,
                                    "The results folder. Left out: `results/` and the scenario's"
                                            + " name."),
                            Key.of(
                                            "parquet",
                                            Kind.FLAG,
                                            "Whether each simulation's tables are written as Parquet"
                                                    + " files as well.")
                                    .or("false"))
                    .notYet(
                            Map.of(
                                    "metrics", "a choice of metrics",
                                    "figures", "figures"));
}
