package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.network.Fidelity;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Placement;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.preemption.QosTable;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which policies cannot work on the machines, once all else is right. */
final class PolicyChecks {

    private final Map<String, Node> nodes;
    private final List<Machine> machines;
    private final Fidelity network;
    private final Set<String> failing;
    private final KnownParts known;
    private final Issues issues;

    /**
     * Checks of policies.
     *
     * @param nodes where each policy stands, by name
     * @param machines the machines
     * @param network what the network does
     * @param failing the machines on which something breaks
     * @param known the parts
     * @param issues where faults go
     */
    PolicyChecks(
            Map<String, Node> nodes,
            List<Machine> machines,
            Fidelity network,
            Set<String> failing,
            KnownParts known,
            Issues issues) {
        this.nodes = nodes;
        this.machines = machines;
        this.network = network;
        this.failing = failing;
        this.known = known;
        this.issues = issues;
    }

    /**
     * Checks policies.
     *
     * @param policies those that are not abstract
     * @param reserved the names of machines on which nodes are kept for some
     */
    void check(List<PolicyParts> policies, Set<String> reserved) {
        if (issues.isEmpty() && !reserved.isEmpty()) {
            policies.forEach(policy -> checkReserved(policy, reserved));
        }
        if (issues.isEmpty()) {
            policies.forEach(this::check);
        }
    }

    /** Reservations cannot be kept where jobs have no places. */
    private void checkReserved(PolicyParts policy, Set<String> reserved) {
        Node node = nodes.get(policy.name());
        if (node == null || known.create(Backfill.class, policy.backfill()).ignoresCapacity()) {
            return;
        }
        for (String machine : reserved) {
            Part part = policy.placements().get(machine);
            if (part != null && !known.create(Placement.class, part).hasPlaces()) {
                issues.add(
                        node,
                        "'%s' gives jobs no places, but nodes of '%s' are reserved."
                                .formatted(part.use(), machine),
                        "leave 'placement' out.");
            }
        }
    }

    private void check(PolicyParts policy) {
        Node node = nodes.get(policy.name());
        if (node == null) {
            return;
        }
        Backfill backfill = known.create(Backfill.class, policy.backfill());
        boolean isBound = backfill.ignoresCapacity();
        if (network != Fidelity.NONE && policy.estimates() == Estimates.EXACT) {
            issues.add(
                    at(node, "estimates"),
                    "the policy knows run times, but 'run.network: %s' changes them."
                            .formatted(network.text()),
                    "'run.network: none', or leave the policy out.");
        } else if (isBound && network != Fidelity.NONE) {
            issues.add(
                    at(node, "backfill"),
                    "'%s' gives jobs no places, and 'run.network: %s' goes by places."
                            .formatted(policy.backfill().use(), network.text()),
                    "'run.network: none', or leave the policy out.");
        }
        if (policy.preemption() != null
                && policy.qos() != QosTable.NONE
                && backfill.preemption() != Preemption.NONE) {
            checkTurns(policy, node);
        }
        for (Machine machine : machines) {
            check(policy, machine, node, backfill);
        }
    }

    /** Jobs that take turns, and begin anew at each, need never end. */
    private void checkTurns(PolicyParts policy, Node node) {
        policy.qos().qualities().stream()
                .filter(one -> one.mode() == PreemptMode.REQUEUE)
                .findFirst()
                .ifPresent(one ->
                        issues.add(
                                at(node, "preemption"),
                                "jobs take turns under '%s', but those of quality '%s' would begin anew each time, so some might never end."
                                        .formatted(policy.backfill().use(), one.name()),
                                "'mode: suspend' for '%s'.".formatted(one.name())));
    }

    private void check(PolicyParts policy, Machine machine, Node node, Backfill backfill) {
        boolean isBound = backfill.ignoresCapacity();
        Part part = policy.placements().get(machine.name());
        if (part == null) {
            throw new IllegalStateException(
                    "Policy '%s' has no placement on '%s'."
                            .formatted(policy.name(), machine.name()));
        }
        boolean hasGroups = DefaultPlacement.hasGroups(machine);
        if (isBound && hasGroups) {
            issues.add(
                    at(node, "backfill"),
                    "'%s' ignores what a machine has, but '%s' has resource groups."
                            .formatted(policy.backfill().use(), machine.name()),
                    "'groups: false', or leave the policy out.");
        }
        boolean isFailing = failing.contains(machine.name());
        if (isBound && isFailing) {
            issues.add(
                    at(node, "backfill"),
                    "'%s' gives jobs no places, but nodes of '%s' fail."
                            .formatted(policy.backfill().use(), machine.name()),
                    "leave 'failures', or the policy, out.");
        }
        Placement placement = known.create(Placement.class, part);
        String why =
                hasGroups ? "'groups: true' of '%s' goes by places".formatted(machine.name()) : "";
        if (isFailing && why.isEmpty()) {
            why = "failures of '%s' hit places".formatted(machine.name());
        } else if (network != Fidelity.NONE && why.isEmpty()) {
            why = "'run.network: %s' goes by places".formatted(network.text());
        } else if (backfill.reservesPlaces() && why.isEmpty()) {
            why = "'%s' holds places for jobs".formatted(policy.backfill().use());
        }
        if (!isBound && !placement.hasPlaces() && !why.isEmpty()) {
            issues.add(
                    at(node, "placement"),
                    "'%s' gives jobs no places, but %s.".formatted(part.use(), why),
                    "leave 'placement' out: it is then '%s' on '%s'."
                            .formatted(DefaultPlacement.of(machine, true), machine.name()));
        }
        for (Pool pool : machine.pools()) {
            try {
                placement.forRun(machine, pool);
            } catch (IllegalArgumentException impossible) {
                issues.add(
                        at(node, "placement"),
                        "placement on '%s': %s".formatted(machine.name(), impossible.getMessage()),
                        "another placement, or a machine that is wired so (dandori catalogue"
                                + " machines).");
                return;
            }
        }
    }

    /** The key of the policy if it has it itself; else the policy. */
    private static Node at(Node policy, String key) {
        Node below = policy instanceof Mapping mapping ? mapping.get(key) : null;
        return below == null ? policy : below;
    }
}
