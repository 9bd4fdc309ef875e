package dandori.cli;

import dandori.machine.Certainty;
import dandori.machine.Machine;
import dandori.machine.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What was assumed of machines, because nobody published it. */
final class Assumptions {

    private static final String BEGINNING = "Assumed, because nobody published it: ";
    private static final int MOST = 12;

    private Assumptions() {}

    /** A sentence with every fact of a machine that is assumed; empty if there is none. */
    static String of(Specification known) {
        List<String> parts = parts(known, path -> true);
        return parts.isEmpty() ? "" : BEGINNING + String.join("; ", parts) + ".";
    }

    /**
     * A sentence with the facts that a run made use of and that are assumed: those of size, pools
     * and resource groups, and of the wiring where it matters. Empty if there is none.
     *
     * @param machines the machines
     * @param hasPlaces whether jobs were placed on nodes, not only counted
     */
    static String ofRun(List<Machine> machines, boolean hasPlaces) {
        Map<String, List<String>> machinesOf = new LinkedHashMap<>(); // by what is assumed of them
        for (Machine machine : machines) {
            for (String part : parts(machine.specification(), path -> isUsed(path, hasPlaces))) {
                machinesOf.computeIfAbsent(part, same -> new ArrayList<>()).add(machine.name());
            }
        }
        List<String> parts = new ArrayList<>();
        machinesOf.forEach((part, names) ->
                parts.add(
                        names.size() == 1
                                ? names.get(0) + "'s " + part
                                : part + " of " + String.join(", ", names)));
        if (parts.size() > MOST) {
            int more = parts.size() - MOST;
            parts.subList(MOST, parts.size()).clear();
            parts.add("and %d more (dandori describe)".formatted(more));
        }
        return parts.isEmpty() ? "" : BEGINNING + String.join("; ", parts) + ".";
    }

    private static boolean isUsed(String path, boolean hasPlaces) {
        return path.equals("totals.nodes")
                || hasPlaces && path.startsWith("interconnect.")
                || path.startsWith("pools.")
                || path.startsWith("partitions.");
    }

    private static List<String> parts(Specification known, Predicate<String> isWanted) {
        Map<String, Set<String>> byOwner = new LinkedHashMap<>();
        known.forEachFact((path, fact) -> {
            if (fact.certainty() == Certainty.ASSUMED && isWanted.test(path)) {
                byOwner.computeIfAbsent(FactWords.owner(path), owner -> new LinkedHashSet<>())
                        .add(FactWords.name(path));
            }
        });
        List<String> parts = new ArrayList<>();
        byOwner.forEach((owner, names) -> parts.add(owner + " (" + String.join(", ", names) + ")"));
        return parts;
    }
}
