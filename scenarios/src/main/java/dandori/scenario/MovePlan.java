package dandori.scenario;

import dandori.machine.Machine;
import dandori.sim.Moves;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a job that goes to another machine than its home.
 *
 * @param transferMillis how much later it is in the queue there
 * @param nodesPer by machine, how many of its nodes stand for each other; 1 where left out
 * @param speeds by machine, what one of its nodes does in a time; where left out 1 / {@code
 *     nodesPer}, so that nodes that stand for each other are equally fast
 */
public record MovePlan(
        long transferMillis, Map<String, Double> nodesPer, Map<String, Double> speeds) {

    /** At once, and all nodes are alike. */
    public static final MovePlan PLAIN = new MovePlan(0, Map.of(), Map.of());

    /** Keeps the order of the machines. */
    public MovePlan {
        nodesPer = Collections.unmodifiableMap(new LinkedHashMap<>(nodesPer));
        speeds = Collections.unmodifiableMap(new LinkedHashMap<>(speeds));
    }

    /** How many nodes of a machine stand for each other. */
    double nodesPer(Machine machine) {
        return nodesPer.getOrDefault(machine.name(), 1.0);
    }

    /** What a node of a machine does in a time. */
    double speed(Machine machine) {
        Double given = speeds.get(machine.name());
        return given == null ? 1 / nodesPer(machine) : given;
    }

    /** The same for the machines and organizations of a run. */
    public static Moves of(Scenario scenario, List<String> organizations) {
        MovePlan plan = scenario.workload().moves();
        List<Machine> machines = scenario.machines();
        return new Moves(
                organizations.stream()
                        .map(name -> machines.indexOf(scenario.homeOf(name)))
                        .toList(),
                organizations.stream()
                        .map(name ->
                                scenario.organization(name)
                                        .map(Organization::mayMove)
                                        .orElse(false))
                        .toList(),
                machines.stream().map(plan::nodesPer).toList(),
                machines.stream().map(plan::speed).toList(),
                plan.transferMillis());
    }
}
