package dandori.soak;

import dandori.soak.RandomMachines.Kind;

/** Failures, outages, reservations, caps of power and the run of a random scenario. */
final class RandomTrouble {

    private RandomTrouble() {}

    static String of(Draw draw, RandomMachines machines, boolean hasCampaigns) {
        return failures(draw, machines)
                + power(draw, machines)
                + maintenance(draw, machines)
                + reservations(draw, machines)
                + run(draw, hasCampaigns);
    }

    private static String failures(Draw draw, RandomMachines machines) {
        if (draw.chance(60)) {
            return "";
        }
        StringBuilder text = new StringBuilder("failures:\n");
        for (Kind machine : machines.machines()) {
            text.append(
                    "  %s: {per1000NodeDays: %d, repair: {distribution: %s}%s}%n"
                            .formatted(
                                    machine.name(),
                                    draw.scale(1, 2000),
                                    draw.of(
                                            "fixed, mean: 1h",
                                            "exponential, mean: 3h",
                                            "lognormal, median: 20min, p95: 6h"),
                                    draw.of(
                                            "",
                                            "",
                                            ", software: {per1000NodeDays: 500}",
                                            ", lemons: {nodes: 10 %, failures: 60 %}",
                                            ", lifetime: {distribution: weibull, shape: 0.7}")));
        }
        return text.toString();
    }

    private static String power(Draw draw, RandomMachines machines) {
        if (draw.chance(80)) {
            return "";
        }
        Kind machine = draw.of(machines.machines());
        boolean isSlower = draw.chance(30);
        return """
        power:
          %s:
            busy: 400 W
            idle: 150 W
        %s\
            caps:
              - {from: %dh, to: %dh, share: %d %%, by: %s, onBegin: %s}
        """
                .formatted(
                        machine.name(),
                        isSlower ? "    clocks: [{speed: 0.7, busy: 300 W}]\n" : "",
                        draw.between(0, 20),
                        draw.between(21, 90),
                        draw.between(40, 100),
                        isSlower ? "slower" : draw.of("start-less", "off"),
                        draw.of("drain", "kill", "requeue"));
    }

    private static String maintenance(Draw draw, RandomMachines machines) {
        if (draw.chance(65)) {
            return "";
        }
        StringBuilder text = new StringBuilder("maintenance:\n");
        for (int i = draw.between(1, 3); i > 0; i--) {
            Kind machine = draw.of(machines.machines());
            int from = draw.between(0, 60);
            text.append(
                    "  - {machine: %s, from: %dh, to: %dh%s, onBegin: %s}%n"
                            .formatted(
                                    machine.name(),
                                    from,
                                    from + draw.between(1, 30),
                                    machine.hasGroups() || draw.chance(40)
                                            ? ""
                                            : ", nodes: " + draw.scale(1, machine.nodes()),
                                    draw.of("drain", "kill", "requeue")));
        }
        return text.toString();
    }

    private static String reservations(Draw draw, RandomMachines machines) {
        if (draw.chance(80)) {
            return "";
        }
        Kind machine = draw.of(machines.machines());
        int from = draw.between(0, 60);
        return """
        reservations:
          - {machine: %s, nodes: %d, from: %dh, to: %dh, organizations: [%s], lend: %s}
        """
                .formatted(
                        machine.name(),
                        draw.scale(1, machine.nodes()),
                        from,
                        from + draw.between(1, 30),
                        draw.of(machines.machines()).organization(),
                        draw.of("0s", "10min"));
    }

    private static String run(Draw draw, boolean hasCampaigns) {
        return """
        run:
          length: %dh
          seeds: %d
          overrun: %s
          network: %s
          onFailure: %s
          explain: %b
        """
                .formatted(
                        draw.between(6, 96),
                        draw.between(1, 1_000),
                        hasCampaigns ? "kill" : draw.of("kill", "extend"),
                        draw.of("none", "none", "static", "max-min"),
                        draw.of("requeue", "fail"),
                        draw.chance(20));
    }
}
