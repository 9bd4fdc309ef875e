package dandori.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Machines and organizations of a random scenario, as sections of its file.
 *
 * @param machines in the order of the file
 * @param text the sections
 */
record RandomMachines(List<Kind> machines, String text) {

    /** The name of the file of a small torus, which lies beside the scenario. */
    static final String RING = "ring.yaml";

    /** A small torus with two groups, one of them for half of its nodes. */
    static final String RING_TEXT =
            """
            machine: ring
            title: 96 nodes on a small torus
            sources:
              us: "made up"
            totals:
              nodes: [96, assumed, us]
              placement: [torus:unit, assumed, us]
            interconnect:
              kind: torus
              axes:
                X: {length: [4, assumed, us], wraps: [true, assumed, us]}
                Y: {length: [4, assumed, us], wraps: [true, assumed, us]}
                Z: {length: [6, assumed, us], wraps: [true, assumed, us]}
              unitAxes: [1, assumed, us]
              numbering: [Y, X, Z]
              linkBandwidth: [6.8 GB/s, assumed, us]
            pools:
              all: {nodes: [96, assumed, us]}
            partitions:
              wide:
                pool: all
                maxNodes: [96, assumed, us]
                maxWalltime: [24h, assumed, us]
                shapes: [torus, assumed, us]
              narrow:
                pool: all
                nodes: [0-47, assumed, us]
                maxNodes: [24, assumed, us]
                maxWalltime: [12h, assumed, us]
            """;

    /** What kind of machine one is. */
    enum Topology {
        FLAT,
        TORUS,
        CLUSTER
    }

    /**
     * A machine.
     *
     * @param name its name, and that of the organization at home on it with {@code -users} behind
     * @param nodes how many it has
     * @param topology how they are wired
     * @param hasGroups whether its resource groups hold
     */
    record Kind(String name, int nodes, Topology topology, boolean hasGroups) {

        String organization() {
            return name + "-users";
        }
    }

    static RandomMachines of(Draw draw) {
        List<Kind> machines = new ArrayList<>();
        StringBuilder text = new StringBuilder("machines:\n");
        int count = draw.chance(60) ? 1 : draw.between(2, 3);
        for (int i = 0; i < count; i++) {
            String name = "m" + i;
            Topology topology =
                    switch (draw.between(0, 9)) {
                        case 0, 1, 2, 3 -> Topology.FLAT;
                        case 4, 5, 6 -> Topology.TORUS;
                        default -> Topology.CLUSTER;
                    };
            boolean hasGroups = topology == Topology.TORUS && draw.chance(50);
            int nodes = topology == Topology.TORUS ? 96 : draw.scale(1, 160);
            String how =
                    switch (topology) {
                        case FLAT -> "{nodes: " + nodes + "}";
                        case TORUS -> "{from: " + RING + ", groups: " + hasGroups + "}";
                        case CLUSTER ->
                                "{from: catalogue/%s, nodes: %d}"
                                        .formatted(
                                                draw.of("sakuraone", "sakura-hokkaido", "selene"),
                                                nodes);
                    };
            text.append("  %s: %s%n".formatted(name, how));
            machines.add(new Kind(name, nodes, topology, hasGroups));
        }
        text.append("organizations:\n");
        for (Kind machine : machines) {
            text.append(
                    "  %s: {home: %s, shares: %d, mayMove: %b%s}%n"
                            .formatted(
                                    machine.organization(),
                                    machine.name(),
                                    draw.between(0, 5),
                                    draw.chance(50),
                                    limits(draw, machine)));
        }
        text.append("  guests: {home: m0, shares: 1}\n");
        return new RandomMachines(machines, text.toString());
    }

    private static String limits(Draw draw, Kind machine) {
        return draw.chance(75)
                ? ""
                : ", limits: {%s: %d}"
                        .formatted(
                                draw.of("nodesAtOnce", "jobsAtOnce", "queuedAtOnce"),
                                draw.scale(1, machine.nodes()));
    }
}
