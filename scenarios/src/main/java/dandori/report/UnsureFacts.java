package dandori.report;

import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Machine;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The facts of machine files that a scenario makes use of and that nobody has looked up. */
final class UnsureFacts {

    private final Scenario scenario;
    private final boolean hasPlaces;

    UnsureFacts(Scenario scenario) {
        this.scenario = scenario;
        KnownParts parts = KnownParts.found();
        hasPlaces =
                scenario.policiesToRun().stream()
                        .anyMatch(policy -> policy.placement(parts).hasPlaces());
    }

    /** All of them, machine by machine, in the order of the files. */
    List<Assumption> list() {
        List<Assumption> all = new ArrayList<>();
        for (Machine machine : scenario.machines()) {
            machine.specification()
                    .forEachFact((path, fact) -> {
                        if (isUnsure(fact) && isUsed(path, machine.name())) {
                            all.add(
                                    Assumption.of(
                                            machine.name() + ": " + path,
                                            fact.text(),
                                            fact,
                                            machine.specification()));
                        }
                    });
        }
        return all;
    }

    private static boolean isUnsure(Fact fact) {
        return fact.certainty().compareTo(Certainty.REMEMBERED_HIGH) >= 0;
    }

    /** Sizes and groups always; the rest where something is reckoned from it. */
    private boolean isUsed(String path, String machine) {
        boolean hasPower = scenario.power().containsKey(machine);
        boolean isOfPower =
                path.startsWith("site.") || path.toLowerCase(Locale.ROOT).contains("power");
        return path.equals("totals.nodes")
                || path.startsWith("pools.")
                || path.startsWith("partitions.")
                || path.startsWith("prices.")
                || hasPlaces && path.startsWith("interconnect.")
                || hasPower && isOfPower;
    }
}
