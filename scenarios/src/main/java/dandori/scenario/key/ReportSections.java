package dandori.scenario.key;

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
                                    "metrics",
                                    Kind.WORDS,
                                    "The columns of the tables of all jobs, by their names in"
                                            + " `summary.json`, in this order; the first"
                                            + " decides the answer. Left out:"
                                            + " utilization, waits and slowdown, and"
                                            + " `wait_p95_s` decides.")
                            .words(
                                    "utilization",
                                    "useful_utilization",
                                    "wait_mean_s",
                                    "wait_median_s",
                                    "wait_p95_s",
                                    "wait_max_s",
                                    "turnaround_mean_s",
                                    "bounded_slowdown_mean",
                                    "bounded_slowdown_median",
                                    "bounded_slowdown_p95",
                                    "bounded_slowdown_per_processor_mean",
                                    "queue_mean_jobs",
                                    "backlog_mean_node_hours",
                                    "completed",
                                    "killed",
                                    "requeued",
                                    "unfinished",
                                    "lost_node_hours",
                                    "fairness_jain",
                                    "wait_median_spread_s",
                                    "campaigns_late",
                                    "campaign_goodput",
                                    "energy_kwh",
                                    "carbon_kg",
                                    "electricity_yen",
                                    "cost_yen"),
                    Key.of(
                                    "figures",
                                    Kind.WORDS,
                                    "The figures of `report.html`, with their numbers in"
                                            + " `report.md`; those for which a study has"
                                            + " nothing are left out.")
                            .or("[campaigns, sizes, queue, load, waits, slowdowns]")
                            .words("campaigns", "sizes", "queue", "load", "waits", "slowdowns"),
                    Key.of(
                            "folder",
                            Kind.TEXT,
                            "The results folder. Left out: `results/` and the scenario's"
                                    + " name."),
                    Key.of(
                                    "parquet",
                                    Kind.FLAG,
                                    "Whether each simulation's tables, and that of campaigns, are"
                                            + " written as Parquet files as well.")
                            .or("false"));
}
