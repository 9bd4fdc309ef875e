package dandori.scenario.key;

/** How long, how often and how surely. */
public final class RunSections {

    /** The run. */
    public static final Section RUN =
            Section.of(
                    "run",
                    "Each policy meets the same jobs under the same seed.",
                    Key.of(
                                    "length",
                                    Kind.DURATION,
                                    "How long the run is: jobs that wait or run at its end are"
                                            + " unfinished. `trace`: until the last job of the"
                                            + " traces has ended and all campaigns are done. Left"
                                            + " out: `trace` where nothing is generated, else"
                                            + " `4w`.")
                            .words("trace")
                            .atLeast(1),
                    Key.of(
                                    "warmUp",
                                    Kind.DURATION,
                                    "Jobs submitted before are simulated, but not"
                                            + " measured. `auto`: it is found, before the runs,"
                                            + " from how the queue of the policy compared with"
                                            + " fills.")
                            .or("0s")
                            .words("auto"),
                    Key.of(
                                    "seeds",
                                    Kind.SEEDS,
                                    "One run a policy for each: `7`, `[1, 5, 9]`, `1..10`."
                                            + " Left out: `1`, and with `until` the first ten.")
                            .or("1"),
                    Key.of(
                            "shake",
                            Kind.SECTION,
                            "Each seed but the first plays a copy of the traces in which"
                                    + " times are a little different. Left out: all seeds"
                                    + " would have the same jobs, so one is played."),
                    Key.of(
                            "until",
                            Kind.SECTION,
                            "More seeds are added until a figure is known well enough."),
                    Key.of(
                                    "start",
                                    Kind.DATE,
                                    "The date of time 0, with its zone. `trace`: the first"
                                            + " trace's own. Left out: `trace` where all"
                                            + " streams are traces, else `2026-01-05T00:00Z`, a"
                                            + " Monday.")
                            .words("trace"),
                    Key.of(
                                    "conventions",
                                    Kind.CHOICE,
                                    "How simultaneous events and odd jobs are treated: this"
                                            + " simulator's rules, or those of a published"
                                            + " study.")
                            .or("dandori")
                            .words("dandori", "sc15"),
                    Key.of(
                                    "overrun",
                                    Kind.CHOICE,
                                    "A job that would run beyond its time limit is ended at"
                                            + " it (`kill`), or its limit is raised, also"
                                            + " for jobs that the network slows (`extend`).")
                            .or("kill")
                            .words("kill", "extend"),
                    Key.of(
                                    "network",
                                    Kind.CHOICE,
                                    "What it costs jobs that communicate to lie apart:"
                                            + " nothing; what follows from where they lie"
                                            + " (`static`); or also from who else uses the"
                                            + " same links (`max-min`).")
                            .or("none")
                            .words("none", "static", "max-min"),
                    Key.of(
                                    "onFailure",
                                    Kind.CHOICE,
                                    "What becomes of an ordinary job whose node fails: it"
                                            + " goes back to the queue and begins anew, or it"
                                            + " ends.")
                            .or("requeue")
                            .words("requeue", "fail"),
                    Key.of("explain", Kind.FLAG, "Whether to write down why jobs wait.")
                            .or("false"),
                    Key.of(
                                    "keep",
                                    Kind.CHOICE,
                                    "What stays of each simulation: tables of its jobs, or"
                                            + " its summary alone, for thousands of them.")
                            .or("tables")
                            .words("tables", "summaries"));

    /** Shaken copies of traces. */
    public static final Section SHAKE =
            Section.of(
                    "run.shake",
                    "How far jobs of a shaken copy are from those of the trace; each job by a draw of"
                            + " its own. Intervals over the seeds say then how much hangs on small"
                            + " chances.",
                    Key.of("submit", Kind.DURATION, "A job comes up to so much earlier or later.")
                            .or("5min"),
                    Key.of(
                                    "runTime",
                                    Kind.FRACTION,
                                    "A job runs up to this part shorter or longer, and never from"
                                            + " one side of its time limit to the other; below 1.")
                            .or("0"));

    /** When there are seeds enough. */
    public static final Section UNTIL =
            Section.of(
                    "run.until",
                    "After the seeds of `seeds` more follow, until the interval of the figure is narrow"
                            + " enough under every policy.",
                    Key.of("figure", Kind.CHOICE, "Which figure of all jobs, as in summary.json.")
                            .or("wait_mean_s")
                            .words(
                                    "wait_mean_s",
                                    "wait_median_s",
                                    "wait_p95_s",
                                    "turnaround_mean_s",
                                    "bounded_slowdown_mean",
                                    "bounded_slowdown_median",
                                    "bounded_slowdown_p95",
                                    "bounded_slowdown_per_processor_mean",
                                    "utilization",
                                    "useful_utilization",
                                    "queue_mean_jobs",
                                    "backlog_mean_node_hours",
                                    "delivered_node_hours",
                                    "lost_node_hours",
                                    "fairness_jain"),
                    Key.of(
                                    "halfWidth",
                                    Kind.FRACTION,
                                    "How wide half of the 95 % interval of its mean may be, as a part"
                                            + " of the mean; above 0.")
                            .or("5 %"),
                    Key.of("seedsAtMost", Kind.COUNT, "When to give up.")
                            .or("100")
                            .atLeast(2)
                            .atMost(Seeds.MOST));

    private RunSections() {}
}
