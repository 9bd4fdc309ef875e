package dandori.scenario;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.limit.Limits;
import dandori.policy.order.Multifactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.QosTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
 * @param limits what organizations, users, partitions and qualities of service may have
 * @param estimates what the rules believe of run times
 * @param preemption which running jobs make way; null: none
 * @param qos the qualities of service by which {@code preemption: qos} goes, or limits and factors
 * @param factors what a site gives its jobs in {@code order: multifactor}
 * @param routing to which machines jobs go that may move
 */
public record PolicyParts(
        String name,
        Part order,
        Part backfill,
        Map<String, Part> placements,
        @Nullable Part admission,
        Limits limits,
        Estimates estimates,
        @Nullable Part preemption,
        QosTable qos,
        SiteFactors factors,
        Part routing) {

    /** The backfill that repeats the starts of a trace. */
    static final String AS_LOGGED = "as-logged";

    /** Keeps the placements in their order. */
    public PolicyParts {
        placements = Collections.unmodifiableMap(new LinkedHashMap<>(placements));
    }

    /**
     * The policy itself, with new instances of its parts.
     *
     * @param known the parts by which it was read
     * @param organizations whose shares and limits hold
     */
    public Policy policy(KnownParts known, List<Organization> organizations) {
        Admission part =
                admission == null ? Admission.OPEN : known.create(Admission.class, admission);
        return policy(known, EffectiveLimits.of(part, limits, organizations), preemption(known));
    }

    /** The policy with everybody admitted: whom the machine has room for. */
    Policy open(KnownParts known) {
        return policy(known, Admission.OPEN, Preemption.NONE);
    }

    private Policy policy(KnownParts known, Admission admitting, Preemption preempting) {
        return new Policy(
                name,
                order(known),
                admitting,
                known.create(Backfill.class, backfill),
                placement(known),
                estimates,
                preempting);
    }

    private Order order(KnownParts known) {
        Order part = known.create(Order.class, order);
        return part instanceof Multifactor multifactor ? multifactor.given(factors) : part;
    }

    private Preemption preemption(KnownParts known) {
        if (preemption == null) {
            return Preemption.NONE;
        }
        Preemption part = known.create(Preemption.class, preemption);
        return part instanceof ByQos byQos ? byQos.with(qos) : part;
    }

    /** Whether running jobs make way under it: by its preemption, or as its backfill lets them. */
    public boolean preempts(KnownParts known) {
        return preemption != null
                || known.create(Backfill.class, backfill).preemption() != Preemption.NONE;
    }

    /** The placement alone. */
    public Placement placement(KnownParts known) {
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
