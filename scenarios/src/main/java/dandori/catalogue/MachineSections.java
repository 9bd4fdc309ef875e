package dandori.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * All sections of a machine file: the table by which it is read, from which its JSON Schema and its
 * page of the documentation are written.
 */
public final class MachineSections {

    /** The file as a whole. */
    public static final FactSection MACHINE =
            FactSection.of("", "A machine file holds one mapping with these keys.")
                    .with(
                            "!machine: Its name: letters, digits, hyphens.",
                            "!title: What it is, in a few words.",
                            "unit: What jobs ask for: `node` (the default), `accelerator` or"
                                    + " `processor`.",
                            "!sources: What the keys of sources stand for: papers, pages,"
                                    + " addresses.",
                            "!totals: The machine as a whole.",
                            "nodeTypes: Its types of nodes by name, in the order of their node"
                                    + " numbers.",
                            "interconnect: How the nodes are wired. Left out: any are as good as"
                                    + " any others.",
                            "pools: Ranges of nodes that are scheduled apart, by name, in order of"
                                    + " node number. Left out: one pool.",
                            "partitions: Resource groups by name, views of pools with limits of"
                                    + " their own.",
                            "maintenance: On which dates nodes are out of service, as announced;"
                                    + " a list.",
                            "storage: Where checkpoints go.",
                            "site: Where it stands, and what its power costs.",
                            "prices: What it costs to use.",
                            "reliability: How often nodes fail.",
                            "measured: What was measured on it.",
                            "calibration: What makes the model of training steps fit it.");

    /** The machine as a whole. */
    public static final FactSection TOTALS =
            FactSection.of(
                    "totals",
                    "Figures of the machine as a whole.",
                    fact("nodes", Dimension.COUNT, "Nodes.").required().atLeast(1),
                    fact("accelerators", Dimension.COUNT, "Accelerators."),
                    fact("cores", Dimension.COUNT, "Cores of all nodes."),
                    fact("racks", Dimension.COUNT, "Racks."),
                    fact("fullRacks", Dimension.COUNT, "Racks of full size."),
                    fact("smallRacks", Dimension.COUNT, "Racks of smaller size."),
                    fact("peak", Dimension.SPEED, "Peak in 64 bits."),
                    fact("boostPeak", Dimension.SPEED, "Peak in 64 bits at the boosted clock."),
                    fact("peakFp16", Dimension.SPEED, "Peak in 16 bits."),
                    fact("memory", Dimension.BYTES, "Memory of all nodes.")
                            .atLeast(Double.MIN_VALUE),
                    fact("hpl", Dimension.SPEED, "High Performance Linpack, as listed."),
                    fact("hplNodes", Dimension.COUNT, "Nodes in that run."),
                    fact("hplAccelerators", Dimension.COUNT, "Accelerators in that run."),
                    fact("hpcg", Dimension.SPEED, "High Performance Conjugate Gradients."),
                    fact("power", Dimension.POWER, "Power under full load."),
                    fact("since", Dimension.DATE, "When it went into service."),
                    fact("until", Dimension.DATE, "When it ended."),
                    fact("scheduler", Dimension.TEXT, "What schedules it, and how."),
                    fact(
                            "placement",
                            Dimension.TEXT,
                            "The placement that suits it where nobody names another, such as"
                                    + " `torus:shelf` (docs/guide/machines.md)."),
                    fact(
                                    "utilization",
                                    Dimension.RATIO,
                                    "Share of the node time that was used, in the year named.")
                            .atMost(1),
                    fact("availability", Dimension.RATIO, "Share of the time in service.")
                            .atMost(1));

    /** A type of node. */
    public static final FactSection NODE_TYPE =
            FactSection.of("nodeTypes.NAME", "One node of this type.", nodeFacts())
                    .with("accelerator: Its accelerators.");

    /** The accelerators of a node. */
    public static final FactSection ACCELERATOR =
            FactSection.of(
                    "nodeTypes.NAME.accelerator",
                    "One accelerator; peaks without sparsity.",
                    acceleratorFacts());

    /** Storage. */
    public static final FactSection STORAGE =
            FactSection.of(
                    "storage",
                    "The shared storage to which checkpoints go.",
                    fact("kind", Dimension.TEXT, "What it is."),
                    fact("capacity", Dimension.BYTES, "How much it holds.")
                            .atLeast(Double.MIN_VALUE),
                    fact("writeBandwidth", Dimension.BANDWIDTH, "What all nodes write together."),
                    fact("readBandwidth", Dimension.BANDWIDTH, "What all nodes read together."),
                    fact("nodeBandwidth", Dimension.BANDWIDTH, "What one node writes at most."),
                    fact("nearCapacity", Dimension.BYTES, "What the layer near the nodes holds."));

    /** The site. */
    public static final FactSection SITE =
            FactSection.of(
                    "site",
                    "Where it stands, and what its power costs the world.",
                    fact("region", Dimension.TEXT, "The region."),
                    fact(
                                    "pue",
                                    Dimension.RATIO,
                                    "Power usage effectiveness: power of the site over that of the"
                                            + " machine.")
                            .atLeast(1),
                    fact(
                            "powerOverhead",
                            Dimension.RATIO,
                            "Network, storage and fans, as a share of the power of the nodes."),
                    fact("carbonIntensity", Dimension.CARBON, "Of the region's electricity."),
                    fact("electricityPrice", Dimension.TARIFF, "What a large customer pays."),
                    fact("energy", Dimension.TEXT, "Where its power comes from."));

    /** Prices. */
    public static final FactSection PRICES =
            FactSection.of(
                    "prices",
                    "What it costs to use.",
                    fact("nodeHour", Dimension.HOURLY, "A node for an hour."),
                    fact("acceleratorHour", Dimension.HOURLY, "An accelerator for an hour."),
                    fact("maintenance", Dimension.HOURLY, "Maintenance, per node and hour."));

    /** Failures. */
    public static final FactSection RELIABILITY =
            FactSection.of(
                    "reliability",
                    "How often nodes fail, and how soon they are back.",
                    fact("failures", Dimension.RATE, "Failures of hardware per 1,000 node-days."),
                    fact(
                            "interruptions",
                            Dimension.RATE,
                            "Interruptions of any cause per 1,000 node-days."),
                    fact("nodeMtbf", Dimension.DURATION, "Mean time between failures of a node.")
                            .atLeast(1),
                    fact("repair", Dimension.DURATION, "Median time until a node is back."),
                    fact("outOfService", Dimension.RATIO, "Share of nodes that are out.")
                            .atMost(1));

    /** Measurements. */
    public static final FactSection MEASURED =
            FactSection.of(
                    "measured",
                    "What was measured on it: bandwidths of collectives as NCCL's tests count them"
                            + " (2(n-1)/n times the bytes over the time, of an all-reduce).",
                    fact("nodeAllReduce", Dimension.BANDWIDTH, "All-reduce within a node."),
                    fact("allReduce", Dimension.BANDWIDTH, "All-reduce over many nodes."),
                    fact("allGather", Dimension.BANDWIDTH, "All-gather over many nodes."),
                    fact("allToAll", Dimension.BANDWIDTH, "All-to-all over many nodes."),
                    fact("latency", Dimension.LATENCY, "The smallest all-reduce of 8 nodes."),
                    fact("portUse", Dimension.RATIO, "Use of a port in training, at most."),
                    fact("trainingSpeed", Dimension.SPEED, "Per accelerator, in training."));

    /** The calibration of training steps. */
    public static final FactSection CALIBRATION =
            FactSection.of(
                    "calibration",
                    "Constants of the model of training steps, fitted to measurements by `dandori"
                            + " estimate --calibrate`; what is left out is taken from all measured"
                            + " machines.",
                    CalibrationFacts.all());

    /** A pool. */
    public static final FactSection POOL =
            FactSection.of(
                    "pools.NAME",
                    "A range of nodes with one queue and one policy. The first begins at node 0.",
                    fact("nodes", Dimension.COUNT, "How many nodes.").required().atLeast(1));

    /** A resource group. */
    public static final FactSection PARTITION =
            FactSection.of("partitions.NAME", "A resource group.", partitionFacts())
                    .with(
                            "!pool: The pool that it is a view of.",
                            "windows: When it is open; left out, it always is.");

    /** A window of a resource group. */
    public static final FactSection WINDOW =
            FactSection.of("partitions.NAME.windows[]", "An opening that comes every month.")
                    .with(
                            "!nth: On which such day of the month, 1 to 4.",
                            "!day: The day of the week, such as `tuesday`.",
                            "plusDays: Days after that day; 0 where it is left out.",
                            "!at: The time of day, as `\"15:00\"`.",
                            "!length: How long it is open.",
                            "starts: How long jobs may start; as long as it is open where left"
                                    + " out.",
                            "!certainty: How sure this is.",
                            "!source: Where it is known from.",
                            "note: How it was derived.");

    /** A date of maintenance. */
    public static final FactSection MAINTENANCE =
            FactSection.of(
                            "maintenance[]",
                            "A date on which nodes are out of service. Jobs that would run into it"
                                    + " do not start. It holds in runs whose dates are known; dates"
                                    + " that may take the same nodes must not overlap.")
                    .with(
                            "!from: When they leave, a date with time and zone:"
                                    + " `2025-10-07T00:00+09:00`.",
                            "!to: When they come back.",
                            "nodes: How many; all where left out.",
                            "pool: Of which pool; of the whole machine where left out. Needed with"
                                    + " `nodes` where there are several.",
                            "!certainty: How sure this is.",
                            "!source: Where it is known from.",
                            "note: How it was derived.");

    private MachineSections() {}

    /** All sections, in the order in which they are best written. */
    public static List<FactSection> all() {
        List<FactSection> all = new ArrayList<>(List.of(MACHINE, TOTALS, NODE_TYPE, ACCELERATOR));
        all.addAll(WiringSections.all());
        all.addAll(List.of(POOL, PARTITION, WINDOW, MAINTENANCE, STORAGE, SITE, PRICES));
        all.addAll(List.of(RELIABILITY, MEASURED, CALIBRATION));
        return all;
    }

    static FactKey fact(String name, Dimension dimension, String sentence) {
        return FactKey.of(name, dimension, sentence);
    }

    private static FactKey[] nodeFacts() {
        List<FactKey> facts =
                new ArrayList<>(
                        List.of(
                                fact("count", Dimension.COUNT, "How many there are.")
                                        .required()
                                        .atLeast(1),
                                fact("model", Dimension.TEXT, "The machine's model."),
                                fact("processor", Dimension.TEXT, "Its processors."),
                                fact("cores", Dimension.COUNT, "Cores for jobs.").atLeast(1),
                                fact("clock", Dimension.FREQUENCY, "Ordinary clock."),
                                fact("boostClock", Dimension.FREQUENCY, "Boosted clock."),
                                fact("memory", Dimension.BYTES, "Main memory.")
                                        .atLeast(Double.MIN_VALUE),
                                fact("memoryBandwidth", Dimension.BANDWIDTH, "Of that memory."),
                                fact("localStorage", Dimension.BYTES, "Storage in the node."),
                                fact("networkPorts", Dimension.COUNT, "Ports into the network."),
                                fact("network", Dimension.TEXT, "What its ports are."),
                                fact(
                                        "injectionBandwidth",
                                        Dimension.BANDWIDTH,
                                        "What it sends into the network at once, one way."),
                                fact("power.idle", Dimension.POWER, "Power when idle."),
                                fact("power.busy", Dimension.POWER, "Power when it computes."),
                                fact("power.boost", Dimension.POWER, "The same, boosted."),
                                fact("power.most", Dimension.POWER, "The most it may draw.")));
        facts.addAll(peaks("peak", "Peak of its processors"));
        facts.addAll(peaks("boostPeak", "Boosted peak of its processors"));
        return facts.toArray(FactKey[]::new);
    }

    private static FactKey[] acceleratorFacts() {
        List<FactKey> facts =
                new ArrayList<>(
                        List.of(
                                fact("kind", Dimension.TEXT, "What it is.").required(),
                                fact("count", Dimension.COUNT, "How many a node has.")
                                        .required()
                                        .atLeast(1),
                                fact("memory", Dimension.BYTES, "Memory of one.")
                                        .atLeast(Double.MIN_VALUE),
                                fact("memoryBandwidth", Dimension.BANDWIDTH, "Of that memory."),
                                fact(
                                        "linkBandwidth",
                                        Dimension.BANDWIDTH,
                                        "What one sends to the others of its node, one way."),
                                fact("power", Dimension.POWER, "The most one draws.")));
        facts.addAll(peaks("peak", "Peak of one"));
        return facts.toArray(FactKey[]::new);
    }

    private static List<FactKey> peaks(String group, String sentence) {
        List<FactKey> facts = new ArrayList<>();
        for (dandori.machine.Precision precision : dandori.machine.Precision.values()) {
            facts.add(
                    fact(
                            group + "." + precision.text(),
                            Dimension.SPEED,
                            sentence + ", " + precision.text() + "."));
        }
        return facts;
    }

    private static FactKey[] partitionFacts() {
        return new FactKey[] {
            fact(
                    "nodes",
                    Dimension.NODES,
                    "The nodes that its jobs may have; all of the pool where left out."),
            fact("minNodes", Dimension.COUNT, "The fewest that a job may ask for.").atLeast(1),
            fact("maxNodes", Dimension.COUNT, "The most that a job may ask for.")
                    .required()
                    .atLeast(1),
            fact("maxWalltime", Dimension.DURATION, "The longest time limit.")
                    .required()
                    .atLeast(1),
            fact(
                    "shapes",
                    Dimension.TEXT,
                    "How jobs may lie, the default first: `noncont`, `mesh`, `torus`."),
            fact("tier", Dimension.COUNT, "Who comes first: the smaller, the earlier."),
            fact(
                    "guaranteed",
                    Dimension.DURATION,
                    "How long its jobs are safe from being ended for others; for ever where left"
                            + " out."),
            fact("byName", Dimension.FLAG, "Whether only jobs that name it go there."),
            fact(
                    "exclusive",
                    Dimension.FLAG,
                    "Whether its nodes are kept free of others while it is open."),
            fact(
                    "onBegin",
                    Dimension.TEXT,
                    "What becomes of others' jobs when it opens: `drain`, `kill`, `requeue`."),
            fact("runs", Dimension.TEXT, "When its jobs run, in words.")
        };
    }
}
