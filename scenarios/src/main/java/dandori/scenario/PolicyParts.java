package dandori.scenario;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a scenario names it.
 *
 * @param name its name
 * @param order who comes first
 * @param backfill who starts, in and out of order
 * @param placements on which nodes, by the name of the machine, in the order of the machines
 * @param admission who may be considered; null: everybody
 * @param estimates what the rules believe of run times
 * @param routing to which machines jobs go that may move
 */
public record PolicyParts(
        String name,
        Part order,
        Part backfill,
        Map<String, Part> placements,
        @Nullable Part admission,
        Estimates estimates,
        Part routing) {

    /** The backfill that repeats the starts of a trace. */
    static final String AS_LOGGED = "as-logged";

    /** Keeps the placements in their order. */
    public PolicyParts {
        placements = Collections.unmodifiableMap(new LinkedHashMap<>(placements));
    }

    /** The policy itself, with new instances of its parts. */
    public Policy policy(KnownParts known) {
        return new Policy(
                name,
                known.create(Order.class, order),
                admission == null ? Admission.OPEN : known.create(Admission.class, admission),
                known.create(Backfill.class, backfill),
                placement(known),
                estimates);
    }

    private Placement placement(KnownParts known) {
        Set<Part> different = new LinkedHashSet<>(placements.values());
        if (different.size() == 1) {
            return known.create(Placement.class, different.iterator().next());
        }
        Map<String, Placement> made = new LinkedHashMap<>();
        placements.forEach(
                (machine, part) -> made.put(machine, known.create(Placement.class, part)));
        return new PlacementByMachine(made);
    }

    /** Whether every job goes to its organization's machine. */
    public boolean keepsHome() {
        return routing.equals(RoutingReader.HOME);
    }

    /** Whether it repeats the starts of a trace, and so needs the waits that the trace tells. */
    public boolean needsLoggedWaits() {
        return backfill.use().equals(AS_LOGGED);
    }
}
