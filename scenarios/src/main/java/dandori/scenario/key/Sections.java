package dandori.scenario.key;

import java.util.List;
import java.util.Map;

/**
 * All sections of a scenario file: the table by which it is read and from which the guide is
 * written.
 */
public final class Sections {

    /** The file as a whole. */
    public static final Section SCENARIO =
            Section.of(
                    "",
                    "A scenario file holds one mapping with these keys.",
                    Key.of(
                                    "scenario",
                                    Kind.NAME,
                                    "The scenario's name, in titles and in the results"
                                            + " folder.")
                            .required(),
                    Key.of("description", Kind.TEXT, "The question that it asks, in a sentence.")
                            .or(""),
                    Key.of("machines", Kind.SECTIONS, "The machines, by name; at least one.")
                            .required(),
                    Key.of(
                            "organizations",
                            Kind.SECTIONS,
                            "Who uses the machines, by name. Left out: every organization"
                                    + " that the streams name, with equal shares."),
                    Key.of(
                            "workload",
                            Kind.SECTION,
                            "Which jobs come. Needed where there are no campaigns."),
                    Key.of(
                            "campaigns",
                            Kind.SECTIONS,
                            "Language models that organizations want trained, by name."),
                    Key.of(
                            "failures",
                            Kind.SECTIONS,
                            "What breaks, by machine. A machine that is left out never"
                                    + " fails."),
                    Key.of(
                            "power",
                            Kind.SECTIONS,
                            "What nodes draw, and when less may be drawn, by machine."),
                    Key.of(
                                    "policies",
                                    Kind.SECTIONS,
                                    "The policies to compare, by name; at least one that is"
                                            + " not abstract.")
                            .required(),
                    Key.of("run", Kind.SECTION, "How long, how often, under which conventions."),
                    Key.of(
                            "maintenance",
                            Kind.LIST,
                            "Planned outages, beside those that the machines' files" + " list."),
                    Key.of("reservations", Kind.LIST, "Nodes that are kept for some, at times."),
                    Key.of(
                            "search",
                            Kind.SECTION,
                            "The smallest or largest value of something at which targets"
                                    + " hold."),
                    Key.of("sensitivity", Kind.SECTION, "Which values move a figure most."),
                    Key.of("report", Kind.SECTION, "What is shown, and where results go."));

    /** One machine. */
    public static final Section MACHINE =
            Section.of(
                            "machines.NAME",
                            "A machine of the catalogue or of a machine file (`from`), or else a"
                                    + " flat one: any free nodes are as good as any others.",
                            Key.of(
                                    "from",
                                    Kind.TEXT,
                                    "Where it is described: `catalogue/NAME` (`dandori catalogue"
                                            + " machines`), or the path of a machine file"
                                            + " (docs/data/machine-file.md)."),
                            Key.of(
                                            "nodes",
                                            Kind.COUNT,
                                            "How many units it has. Needed without `from`; with it,"
                                                    + " a machine of the same kind and another size; a"
                                                    + " torus, a dragonfly or a graph is then flat.")
                                    .atLeast(1),
                            Key.of(
                                            "unit",
                                            Kind.CHOICE,
                                            "What a unit is, the thing that jobs ask for.")
                                    .or("node")
                                    .words("node", "accelerator", "processor"),
                            Key.of(
                                            "groups",
                                            Kind.FLAG,
                                            "Whether the machine's resource groups hold, with their"
                                                    + " nodes, limits and windows; else it is one"
                                                    + " pool.")
                                    .or("false"),
                            Key.of(
                                            "maintenance",
                                            Kind.FLAG,
                                            "Whether the maintenance that the machine's file lists"
                                                    + " takes place, where the run's dates cover"
                                                    + " it.")
                                    .or("true"))
                    .notYet(
                            Map.of(
                                    "interconnect", "machines that are not flat",
                                    "pools", "machines of several pools",
                                    "partitions", "resource groups"));

    /** The workload. */
    public static final Section WORKLOAD =
            Section.of(
                    "workload",
                    "The jobs are those of all streams together.",
                    Key.of("streams", Kind.LIST, "Where jobs come from; at least one.").required(),
                    Key.of(
                                    "routing",
                                    Kind.PART,
                                    "To which machine a job goes, under policies that do not say"
                                            + " so themselves: `home` is its organization's"
                                            + " (docs/guide/policies.md).")
                            .or("home"),
                    Key.of(
                            "moves",
                            Kind.SECTION,
                            "What becomes of a job that goes to another machine than its home."),
                    Key.of(
                                    "onTooLarge",
                                    Kind.CHOICE,
                                    "A job that asks for more than its machine has is counted and"
                                            + " listed (`reject`), or ends the run (`error`).")
                            .or("reject")
                            .words("reject", "error"));

    /** One stream. */
    public static final Section STREAM =
            Section.of(
                    "workload.streams[N]",
                    "A stream has exactly one of `trace`, `generate` and `snapshot`.",
                    Key.of(
                            "organization",
                            Kind.NAME,
                            "Whose jobs they are. Left out with a trace whose fields say it"
                                    + " (`organizationFrom`)."),
                    Key.of(
                            "trace",
                            Kind.SECTION,
                            "Jobs from a trace in the Standard Workload Format."),
                    Key.of("generate", Kind.SECTION, "Jobs drawn at random from a model."),
                    WorkloadSections.SNAPSHOT_OF,
                    Key.of(
                            "partition",
                            Kind.NAME,
                            "The resource group that the jobs name, where the home machine"
                                    + " has `groups: true`. Left out: the first group that"
                                    + " takes a job of its size, time and shape."),
                    Key.of(
                            "shape",
                            Kind.TEXT,
                            "How the jobs' nodes lie on a torus: a mode for each job's own"
                                    + " number of nodes (`torus`, `mesh`, `noncont`), or,"
                                    + " of generated jobs, one box for all, as in job"
                                    + " scripts: `48x6x48:torus`, with `:strict` or"
                                    + " `:strict-io`."),
                    Key.of(
                            "communication",
                            Kind.SECTION,
                            "What the jobs send while they run; it matters where"
                                    + " `run.network` is not `none`."),
                    Key.of("uses", Kind.SECTION, "What the jobs use of their nodes."),
                    Key.of(
                            "minimumElapse",
                            Kind.TEXT,
                            "For how long a job is sure of its nodes: a time, or a share"
                                    + " of its time limit (`4h`, `50 %`). After that it goes"
                                    + " on while nobody else needs them"
                                    + " (`elapse=min-max`). Left out: for all of its time"
                                    + " limit."),
                    WorkloadSections.ESTIMATES_KEY,
                    WorkloadSections.ELASTIC_KEY);

    /** What jobs send. */
    public static final Section COMMUNICATION =
            Section.of(
                    "workload.streams[N].communication",
                    "Every job of 2 nodes or more sends the same; docs/models/network.md has the"
                            + " model. Exactly one of `bytesPerNode` and `bytesPerSecond` is given.",
                    Key.of("pattern", Kind.CHOICE, "Who sends to whom.")
                            .required()
                            .words(
                                    "ring-all-reduce",
                                    "tree-all-reduce",
                                    "torus-all-reduce",
                                    "all-to-all",
                                    "neighbour-exchange"),
                    Key.of(
                            "bytesPerNode",
                            Kind.TEXT,
                            "What each node sends over the whole run, however long: `10 GB`."),
                    Key.of(
                            "bytesPerSecond",
                            Kind.TEXT,
                            "What each node sends in each second of the job's run time, on"
                                    + " average: `1 GB/s`."));

    /** A trace. */
    public static final Section TRACE =
            Section.of(
                    "workload.streams[N].trace",
                    "Time 0 of the trace, or `from`, is the beginning of the run.",
                    Key.of(
                                    "file",
                                    Kind.FILE,
                                    "The trace, plain or gzip, or a folder of files that are"
                                            + " one log; relative to the scenario file's"
                                            + " folder, or, given with --set, to the working"
                                            + " directory.")
                            .required(),
                    Key.of(
                                    "processorsPerNode",
                                    Kind.COUNT,
                                    "How many processors of the trace make one unit of the"
                                            + " machine; jobs are rounded up.")
                            .or("1")
                            .atLeast(1),
                    WorkloadSections.SCALE_NODES,
                    Key.of(
                                    "organizationFrom",
                                    Kind.CHOICE,
                                    "The field of the trace that says whose job it is. Needed if"
                                            + " the stream has no `organization`.")
                            .words("group", "user", "queue", "partition"),
                    Key.of(
                            "organizations",
                            Kind.TERMS,
                            "Which organization a value of that field stands for: `{12: physics,"
                                    + " 14: physics}`. Left out: the value itself is the name."),
                    Key.of(
                            "other",
                            Kind.NAME,
                            "The organization of jobs whose value is unknown or not in"
                                    + " `organizations`."),
                    Key.of("shift", Kind.DURATION, "By how much later the jobs come.").or("0s"),
                    Key.of(
                            "from",
                            Kind.MOMENT,
                            "Jobs submitted before are left out; a date, or the time since the"
                                    + " trace's beginning."),
                    Key.of("to", Kind.MOMENT, "Jobs submitted then or later are left out."),
                    WorkloadSections.DEPENDENCIES,
                    WorkloadSections.RESAMPLE_KEY,
                    WorkloadSections.FEEDBACK,
                    WorkloadSections.PAUSE,
                    LogSections.FORMAT,
                    LogSections.TIME_ZONE,
                    LogSections.COUNT,
                    LogSections.MAPPING);

    /** A generated stream. */
    public static final Section GENERATE =
            Section.of(
                            "workload.streams[N].generate",
                            "Exactly one of `load` and `jobsPerDay` is given, and at most one of"
                                    + " `model` and `fit`. Other keys are the model's; with `fit`,"
                                    + " `processorsPerNode`.",
                            Key.of("model", Kind.NAME, "The model that draws the jobs.")
                                    .or("daily-cycle"),
                            Key.of(
                                    "fit",
                                    Kind.FILE,
                                    "The file of a model that `dandori generate --like` fitted to a"
                                            + " log, which draws the jobs instead; relative to the"
                                            + " scenario file's folder, or, given with --set, to the"
                                            + " working directory."),
                            Key.of(
                                            "load",
                                            Kind.NUMBER,
                                            "Offered load: the node-time that the jobs are expected"
                                                    + " to need, over that of the home machine during"
                                                    + " the run.")
                                    .atLeast(1e-9)
                                    .atMost(100),
                            Key.of(
                                            "jobsPerDay",
                                            Kind.NUMBER,
                                            "How many jobs come a day, on average over the run.")
                                    .atLeast(1e-6)
                                    .atMost(1e9),
                            Key.of("thin", Kind.SECTION, "How small jobs are made fewer."),
                            Key.of(
                                    "drawnAs",
                                    Kind.NAME,
                                    "The organization whose random numbers are drawn. Streams that"
                                            + " say the same, but for whose jobs they are, then have"
                                            + " the same jobs, each at its own home. Left out: its"
                                            + " own."))
                    .open();

    /** One policy. */
    public static final Section POLICY =
            Section.of(
                    "policies.NAME",
                    "A policy is made of parts. A part is a name, or a mapping of `use:"
                            + " NAME` and the part's options.",
                    Key.of(
                            "extends",
                            Kind.NAME,
                            "The policy whose parts are taken where this one has none."),
                    Key.of(
                                    "abstract",
                                    Kind.FLAG,
                                    "True for a policy that is only there to be extended.")
                            .or("false"),
                    Key.of("order", Kind.PART, "Who comes first in the queue.").or("fcfs"),
                    Key.of(
                                    "backfill",
                                    Kind.PART,
                                    "Who starts, in and out of order. `depth:4` is short"
                                            + " for `{use: depth, reservations: 4}`;"
                                            + " `clairvoyant` for `easy` with exact estimates.")
                            .or("easy"),
                    Key.of(
                            "placement",
                            Kind.PART,
                            "On which nodes: a part, or one for each machine, `{fugaku:"
                                    + " torus:shelf, hokkaido: rail-packing}`. Left out, or"
                                    + " for a machine left out: the one that the machine's"
                                    + " file names; else `count`, or, with resource groups"
                                    + " or a network, what suits the wiring"
                                    + " (docs/guide/machines.md)."),
                    Key.of(
                            "routing",
                            Kind.PART,
                            "To which machine jobs go that may move, where there are"
                                    + " several. Left out: `workload.routing`."),
                    Key.of(
                                    "admission",
                                    Kind.PART,
                                    "Who may be considered at all; `none` asks nobody.")
                            .or("none"),
                    Key.of(
                            "limits",
                            Kind.SECTION,
                            "What organizations, users, partitions and qualities of service may"
                                    + " have."),
                    Key.of(
                                    "estimates",
                                    Kind.CHOICE,
                                    "What the rules believe of run times: the time limit,"
                                            + " the truth, or what the user's last jobs took.")
                            .or("requested")
                            .words("requested", "exact", "predicted"),
                    Key.of(
                                    "preemption",
                                    Kind.PART,
                                    "Which running jobs make way for others; `none` for none.")
                            .or("none"),
                    QosSections.KEY,
                    FactorSections.FACTORS_KEY,
                    FactorSections.NICE_KEY);

    private Sections() {}

    /** All sections, from the outside in. */
    public static List<Section> all() {
        return List.of(
                SCENARIO,
                MACHINE,
                OrganizationSections.ORGANIZATION,
                OrganizationSections.ACCOUNT,
                WORKLOAD,
                WorkloadSections.MOVES,
                STREAM,
                COMMUNICATION,
                WorkloadSections.USES,
                WorkloadSections.ESTIMATES,
                WorkloadSections.ELASTIC,
                TRACE,
                WorkloadSections.RESAMPLE,
                GENERATE,
                WorkloadSections.THIN,
                WorkloadSections.SNAPSHOT,
                CampaignSections.CAMPAIGN,
                CampaignSections.VENUE,
                CampaignSections.PARALLELISM,
                CampaignSections.CHECKPOINT,
                FailureSections.FAILURES,
                FailureSections.LIFETIME,
                FailureSections.LEMONS,
                FailureSections.SWITCHES,
                FailureSections.SOFTWARE,
                FailureSections.REPAIR,
                PowerSections.POWER,
                PowerSections.CLOCK,
                PowerSections.CAP,
                POLICY,
                LimitSections.LIMITS,
                LimitSections.LIMIT,
                LimitSections.TIMED,
                QosSections.QOS,
                FactorSections.FACTORS,
                FactorSections.NICE,
                RunSections.RUN,
                RunSections.SHAKE,
                RunSections.UNTIL,
                OutageSections.MAINTENANCE,
                ReservationSections.RESERVATION,
                InquirySections.SEARCH,
                InquirySections.TARGET,
                InquirySections.SENSITIVITY,
                ReportSections.REPORT);
    }
}
