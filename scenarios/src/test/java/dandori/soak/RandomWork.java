package dandori.soak;

import dandori.soak.RandomMachines.Kind;
import dandori.soak.RandomMachines.Topology;
import java.util.Locale;

/** Streams of jobs and campaigns of a random scenario, as sections of its file. */
final class RandomWork {

    private static final int MOST_JOBS_A_DAY = 300;

    private RandomWork() {}

    static String of(Draw draw, RandomMachines machines) {
        StringBuilder text = new StringBuilder("workload:\n");
        if (machines.machines().size() > 1) {
            text.append(
                    "  routing: %s%n".formatted(draw.of("home", "least-loaded", "earliest-start")));
            if (draw.chance(50)) {
                text.append("  moves: {transfer: %s}%n".formatted(draw.of("0s", "1s", "30min")));
            }
        }
        text.append("  streams:\n");
        for (Kind machine : machines.machines()) {
            text.append(stream(draw, machine, machine.organization()));
        }
        if (draw.chance(40)) {
            text.append(stream(draw, machines.machines().get(0), "guests"));
        }
        return text + campaigns(draw, machines);
    }

    private static String stream(Draw draw, Kind machine, String organization) {
        int largest = draw.chance(80) ? machine.nodes() : machine.nodes() + 3;
        int max = draw.scale(1, machine.hasGroups() ? mostNodes(machine) : largest);
        int min = draw.scale(1, max);
        int median = draw.scale(1, 200);
        StringBuilder text = new StringBuilder();
        text.append("    - organization: %s%n".formatted(organization));
        text.append(
                """
                      generate:
                        %s
                        nodes: {min: %d, max: %d, powersOfTwo: %s}
                        runTime: {median: %dmin, p95: %dmin, longest: %dmin}
                        estimates: {factor: %s}
                        users: %d
                """
                        .formatted(
                                demand(draw, machine.nodes(), (min + max) / 2.0 * median),
                                min,
                                max,
                                draw.of("0", "0.5", "1"),
                                median,
                                median * draw.between(2, 6),
                                median * 8,
                                draw.of("1", "1.5", "3", "10"),
                                draw.scale(1, 20)));
        if (machine.hasGroups() && draw.chance(60)) {
            text.append("      partition: %s%n".formatted(draw.of("wide", "narrow")));
        }
        if (machine.topology() == Topology.TORUS && draw.chance(30)) {
            text.append("      shape: %s%n".formatted(draw.of("torus", "mesh", "noncont")));
        }
        if (draw.chance(15)) {
            text.append("      minimumElapse: %d %%%n".formatted(draw.between(10, 90)));
        } else if (draw.chance(20) && text.indexOf("shape") < 0) {
            text.append(
                    "      elastic: {shrink: %d, grow: %d, serial: %s}%n"
                            .formatted(
                                    draw.between(1, 3),
                                    draw.between(1, 3),
                                    draw.of("0", "0.1", "1")));
        }
        if (draw.chance(30) && text.indexOf("elastic") < 0) {
            text.append(
                    "      communication: {pattern: %s, bytesPerSecond: %s}%n"
                            .formatted(
                                    draw.of(
                                            "ring-all-reduce",
                                            "tree-all-reduce",
                                            "torus-all-reduce",
                                            "all-to-all",
                                            "neighbour-exchange"),
                                    draw.of("1 MB/s", "1 GB/s", "50 GB/s")));
        }
        return text.toString();
    }

    /** By load, unless that were so many jobs that full checks take long. */
    private static String demand(Draw draw, int nodes, double minutesOfJob) {
        double load = draw.between(10, 130) / 100.0;
        double jobs = load * nodes * 1440 / minutesOfJob;
        return draw.chance(70) && jobs < MOST_JOBS_A_DAY
                ? String.format(Locale.ROOT, "load: %.2f", load)
                : "jobsPerDay: " + draw.scale(5, MOST_JOBS_A_DAY);
    }

    /** Of a job; the smaller group of the torus allows half of its nodes. */
    private static int mostNodes(Kind machine) {
        return machine.hasGroups() ? 24 : machine.nodes();
    }

    private static String campaigns(Draw draw, RandomMachines machines) {
        if (draw.chance(70)) {
            return "";
        }
        StringBuilder text = new StringBuilder("campaigns:\n");
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Kind machine = draw.of(machines.machines());
            text.append(
                    """
                      c%d:
                        organization: %s
                        machine: %s
                        model: llm-jp-1.8b
                        nodes: %d
                        stepTime: %ds
                        tokens: %d M
                        piece: %dmin
                        margin: %dmin
                        restart: %dmin
                        spares: %d
                        chain: %s
                    %s\
                    """
                            .formatted(
                                    i,
                                    machine.organization(),
                                    machine.name(),
                                    draw.scale(1, Math.min(16, mostNodes(machine))),
                                    draw.scale(1, 60),
                                    draw.scale(10, 10_000),
                                    draw.between(60, 700),
                                    draw.between(0, 10),
                                    draw.between(0, 20),
                                    draw.chance(70) || machine.nodes() < 20 ? 0 : 1,
                                    draw.of("after-end", "ahead"),
                                    i > 0 && draw.chance(40)
                                            ? "    after: c" + (i - 1) + "\n"
                                            : "    submit: " + draw.between(0, 24) + "h\n"));
        }
        return text.toString();
    }
}
