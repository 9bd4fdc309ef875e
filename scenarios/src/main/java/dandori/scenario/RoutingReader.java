package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.NodeHour;
import dandori.network.Fidelity;
import dandori.policy.RoutingRule;
import dandori.policy.spi.Options;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.key.WorkloadSections;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads to which machines jobs go, and what it takes; tells what cannot be. */
final class RoutingReader {

    /** Everybody to his own machine. */
    static final Part HOME = new Part("home", Options.NONE);

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;

    private final List<Machine> machines;
    private final KnownParts known;
    private final Issues issues;

    RoutingReader(List<Machine> machines, KnownParts known, Issues issues) {
        this.machines = machines;
        this.known = known;
        this.issues = issues;
    }

    /** The rule of a section that has a key {@code routing}; that of others if it is not given. */
    Part rule(Values section, Part otherwise) {
        Node node = section.mapping().get("routing");
        if (node == null) {
            return otherwise;
        }
        Part part = new PartReader(known, issues).read(node, RoutingRule.class, "routing");
        return part == null ? HOME : part;
    }

    /** What it takes to move. */
    MovePlan moves(Values workload) {
        Node node = workload.node("moves");
        if (node == null) {
            return MovePlan.PLAIN;
        }
        Values moves = Values.of(WorkloadSections.MOVES, node, issues);
        return new MovePlan(
                moves.millis("transfer"), byMachine(moves, "nodesPer"), byMachine(moves, "speeds"));
    }

    private Map<String, Double> byMachine(Values moves, String key) {
        List<String> names = machines.stream().map(Machine::name).toList();
        Map<String, Double> numbers = new LinkedHashMap<>();
        moves.terms(key)
                .forEach((name, node) -> {
                    if (!names.contains(name)) {
                        issues.addUnknown(
                                node,
                                "'%s' is not a machine of this scenario.".formatted(name),
                                name,
                                names);
                    }
                    OptionalDouble number = Scalars.number(node, LEAST, MOST, issues);
                    numbers.put(name, number.orElse(1));
                });
        return numbers;
    }

    /** Tells which policies cannot send jobs as they say, once all else is right. */
    void check(
            List<PolicyParts> policies,
            Map<String, Node> nodes,
            List<Organization> all,
            RunPlan run,
            boolean hasCampaigns) {
        for (PolicyParts policy : policies) {
            Node node = nodes.get(policy.name());
            if (issues.isEmpty() && node != null && !policy.keepsHome()) {
                check(policy, at(node), all);
                checkRun(policy.routing().use(), at(node), run, hasCampaigns);
            }
        }
    }

    private void checkRun(String use, Node node, RunPlan run, boolean hasCampaigns) {
        if (hasCampaigns && run.network() != Fidelity.NONE && run.overrun() == Overrun.EXTEND) {
            issues.add(
                    node,
                    "routing '%s' beside campaigns knows no 'overrun: extend' of jobs that the network slows: pieces end at their limits."
                            .formatted(use),
                    "run.overrun: kill");
        }
    }

    private void check(PolicyParts policy, Node node, List<Organization> all) {
        String use = policy.routing().use();
        boolean isCheapest = use.equals("cheapest");
        boolean isGreenest = use.equals("greenest");
        if (machines.size() == 1) {
            issues.add(
                    node,
                    "routing '%s' has one machine only to send jobs to.".formatted(use),
                    "routing: home");
        } else if (all.stream().noneMatch(Organization::mayMove)) {
            issues.add(
                    node,
                    "routing '%s' sends nobody elsewhere: no organization may move.".formatted(use),
                    "'mayMove: true' at an organization.");
        } else if (policy.needsLoggedWaits()) {
            issues.add(
                    node,
                    "backfill 'as-logged' repeats the starts of a trace, which are those at home.",
                    "routing: home");
        } else if (isCheapest && unpriced(machines).size() == machines.size()) {
            issues.add(
                    node,
                    "routing 'cheapest' needs prices, and no machine has one.",
                    "machines whose file has 'prices' (dandori describe MACHINE).");
        } else if (isGreenest && unmetered(machines).size() == machines.size()) {
            issues.add(
                    node,
                    "routing 'greenest' needs the power of nodes, and no machine has one.",
                    "machines whose file has 'power' (dandori describe MACHINE).");
        }
    }

    /** The names of machines without a price for a node hour. */
    static List<String> unpriced(List<Machine> machines) {
        return machines.stream()
                .filter(one -> NodeHour.of(one).yen().isEmpty())
                .map(Machine::name)
                .toList();
    }

    /** The names of machines of which nobody says what a node draws. */
    static List<String> unmetered(List<Machine> machines) {
        return machines.stream()
                .filter(one -> NodeHour.of(one).kilowattHours().isEmpty())
                .map(Machine::name)
                .toList();
    }

    /** What is left out by rules that go by price or energy, in sentences. */
    static List<String> warnings(Scenario scenario) {
        Map<String, List<String>> without =
                Map.of(
                        "cheapest", unpriced(scenario.machines()),
                        "greenest", unmetered(scenario.machines()));
        List<String> warnings = new ArrayList<>();
        boolean staysHome = scenario.policies().stream().allMatch(PolicyParts::keepsHome);
        if (staysHome && !scenario.workload().moves().equals(MovePlan.PLAIN)) {
            warnings.add("'workload.moves' changes nothing: no policy sends jobs elsewhere.");
        }
        scenario.policies().stream()
                .map(policy -> policy.routing().use())
                .distinct()
                .filter(use -> !without.getOrDefault(use, List.of()).isEmpty())
                .map(use ->
                        "Routing '%s' sends nobody to %s, of which no %s is known; who is at home there stays only if nothing else takes him."
                                .formatted(
                                        use,
                                        String.join(", ", without.getOrDefault(use, List.of())),
                                        use.equals("cheapest") ? "price" : "power"))
                .forEach(warnings::add);
        return warnings;
    }

    /** The key of the policy if it has it itself; else the policy. */
    private static Node at(Node policy) {
        Node below = policy instanceof Mapping mapping ? mapping.get("routing") : null;
        return below == null ? policy : below;
    }
}
