package dandori.soak;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.scenario.KnownParts;
import dandori.soak.RandomMachines.Kind;
import dandori.soak.RandomMachines.Topology;
import java.util.List;
import java.util.stream.Stream;

/** Policies of a random scenario, as a section of its file: of every part that is known. */
final class RandomPolicies {

    private static final KnownParts PARTS = KnownParts.found();

    /** Needs a log. */
    private static final String LOGGED = "as-logged";

    private RandomPolicies() {}

    static String of(Draw draw, RandomMachines machines) {
        StringBuilder text = new StringBuilder("policies:\n");
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            text.append("  p%d:%n".formatted(i));
            text.append("    order: %s%n".formatted(draw.of(PARTS.names(Order.class))));
            text.append("    backfill: %s%n".formatted(backfill(draw)));
            if (draw.chance(50)) {
                String place = placement(draw, draw.of(machines.machines()));
                text.append("    placement: %s%n".formatted(place));
            }
            if (draw.chance(20)) {
                List<String> names = PARTS.names(Admission.class);
                text.append("    admission: %s%n".formatted(draw.of(names)));
            }
            text.append(
                    "    estimates: %s%n"
                            .formatted(
                                    draw.chance(10) ? "exact" : draw.of("requested", "predicted")));
            text.append(limits(draw));
            text.append(preemption(draw, machines));
        }
        return text.toString();
    }

    private static String backfill(Draw draw) {
        List<String> names =
                Stream.concat(PARTS.names(Backfill.class).stream(), Stream.of("easy", "easy"))
                        .filter(name -> !name.equals(LOGGED))
                        .toList();
        String name = draw.of(names);
        return name.equals("depth") ? "depth:" + draw.between(1, 6) : name;
    }

    private static String placement(Draw draw, Kind machine) {
        return machine.topology() == Topology.TORUS && draw.chance(50)
                ? draw.of("torus:unit", "torus:unit", "mesh", "noncont")
                : machine.topology() == Topology.CLUSTER && draw.chance(50)
                        ? draw.of("leaf-packing", "rail-packing", "group-pack", "group-spread")
                        : draw.of("count", "first-fit", "best-fit", "random", "round-robin");
    }

    private static String limits(Draw draw) {
        return draw.chance(75)
                ? ""
                : """
                    limits:
                      %s:
                        default: {%s: %d}
                """
                        .formatted(
                                draw.of("organizations", "users"),
                                draw.of(
                                        "nodesAtOnce",
                                        "jobsAtOnce",
                                        "queuedAtOnce",
                                        "nodeHoursPerDay",
                                        "nodeHoursPerWeek"),
                                draw.scale(1, 500));
    }

    private static String preemption(Draw draw, RandomMachines machines) {
        return draw.chance(75)
                ? ""
                : """
                    preemption: qos
                    qos:
                      spot: {yields: true, mode: %s, restart: %s, organizations: [%s]}
                """
                        .formatted(
                                draw.chance(20)
                                        ? draw.of("kill", "requeue")
                                        : draw.of("checkpoint-requeue", "suspend"),
                                draw.of("0s", "1min"),
                                draw.of(machines.machines()).organization());
    }
}
