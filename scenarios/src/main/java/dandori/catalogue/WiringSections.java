package dandori.catalogue;

import static dandori.catalogue.MachineSections.fact;

import java.util.List;

/** The sections of the interconnect, one for each kind. */
final class WiringSections {

    static final FactSection FLAT =
            FactSection.of(
                    "interconnect (kind: flat)",
                    "Any nodes are as good as any others.",
                    technology());

    static final FactSection TORUS =
            FactSection.of(
                            "interconnect (kind: torus)",
                            "Nodes at the points of a grid.",
                            technology(),
                            fact(
                                            "unitAxes",
                                            Dimension.COUNT,
                                            "How many of the last axes make the unit in which boxes"
                                                    + " are handed out; 0 where left out.")
                                    .atMost(8),
                            link("linkBandwidth", "Of one link, one way."))
                    .with(
                            "!kind: `torus`.",
                            "!axes: The axes by name, with `length` and `wraps`.",
                            "numbering: The axes from the one along which node numbers grow slowest"
                                    + " to the fastest; in their own order where left out.");

    static final FactSection AXIS =
            FactSection.of(
                    "interconnect.axes.NAME",
                    "One axis of a torus.",
                    fact("length", Dimension.COUNT, "How many points.").required().atLeast(1),
                    fact("wraps", Dimension.FLAG, "Whether its ends are joined.").required());

    static final FactSection FAT_TREE =
            FactSection.of(
                            "interconnect (kind: fat-tree)",
                            "Switches in levels, from the leaves up.",
                            technology(),
                            link("nodeBandwidth", "From a node to its leaf, one way."))
                    .with(
                            "!kind: `fat-tree`.",
                            "!levels: From the leaves up, each with `fanOut` and"
                                    + " `oversubscription`.");

    static final FactSection LEVEL =
            FactSection.of(
                    "interconnect.levels[]",
                    "One level of switches.",
                    fact("fanOut", Dimension.COUNT, "How many nodes or switches hang below one.")
                            .required()
                            .atLeast(1),
                    fact(
                                    "oversubscription",
                                    Dimension.RATIO,
                                    "Bandwidth from below over bandwidth upwards; 1 blocks nobody. Not"
                                            + " at the last level, which is the top.")
                            .atLeast(1));

    static final FactSection RAILS =
            FactSection.of(
                            "interconnect (kind: rail-optimized)",
                            "A leaf switch for each rail and pod; the same ports of all nodes of a"
                                    + " pod meet in one.",
                            technology(),
                            fact("rails", Dimension.COUNT, "How many.").required().atLeast(1),
                            fact("nodesPerPod", Dimension.COUNT, "Nodes below one set of leaves.")
                                    .required()
                                    .atLeast(1),
                            link("railBandwidth", "Of a node on one rail, one way."),
                            fact(
                                            "spineOversubscription",
                                            Dimension.RATIO,
                                            "Bandwidth of a leaf to its nodes over that to the"
                                                    + " spines.")
                                    .required()
                                    .atLeast(1))
                    .with("!kind: `rail-optimized`.");

    static final FactSection DRAGONFLY =
            FactSection.of(
                            "interconnect (kind: dragonfly)",
                            "Groups of routers, all joined within, and all groups joined.",
                            technology(),
                            fact("groups", Dimension.COUNT, "How many.").required().atLeast(1),
                            fact("routersPerGroup", Dimension.COUNT, "Routers of a group.")
                                    .required()
                                    .atLeast(1),
                            fact("nodesPerRouter", Dimension.COUNT, "Nodes of a router.")
                                    .required()
                                    .atLeast(1),
                            link("nodeBandwidth", "From a node to its router, one way."),
                            link("localBandwidth", "Between two routers of a group."),
                            link("globalBandwidth", "Between two groups."))
                    .with("!kind: `dragonfly`.");

    static final FactSection GRAPH =
            FactSection.of(
                            "interconnect (kind: graph)",
                            "Any network, read from a file.",
                            technology(),
                            link("linkBandwidth", "Of a link for which the file says nothing."))
                    .with(
                            "!kind: `graph`.",
                            "!file: A GraphML or DOT file, or Slurm's `topology.conf`, from the"
                                    + " folder of the machine file.");

    private WiringSections() {}

    static List<FactSection> all() {
        return List.of(
                FLAT.with("!kind: `flat`."), TORUS, AXIS, FAT_TREE, LEVEL, RAILS, DRAGONFLY, GRAPH);
    }

    static List<String> kinds() {
        return List.of("flat", "torus", "fat-tree", "rail-optimized", "dragonfly", "graph");
    }

    static FactSection ofKind(String kind) {
        return switch (kind) {
            case "torus" -> TORUS;
            case "fat-tree" -> FAT_TREE;
            case "rail-optimized" -> RAILS;
            case "dragonfly" -> DRAGONFLY;
            case "graph" -> GRAPH;
            default -> FLAT.with("!kind: `flat`.");
        };
    }

    private static FactKey technology() {
        return fact("technology", Dimension.TEXT, "What it is made of.");
    }

    private static FactKey link(String name, String sentence) {
        return fact(name, Dimension.BANDWIDTH, sentence).required().atLeast(Double.MIN_VALUE);
    }
}
