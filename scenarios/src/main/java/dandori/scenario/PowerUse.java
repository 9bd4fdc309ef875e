package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.scenario.power.PowerCap;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Simulation;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The power of a scenario's machines in a run. */
public final class PowerUse {

    private PowerUse() {}

    /**
     * Tells a simulation what nodes draw, and of all caps.
     *
     * @param origin the date of time 0, or null if nobody says it
     * @throws ScenarioException if caps cannot be, with all issues
     */
    public static void tell(
            Scenario scenario, @Nullable ZonedDateTime origin, Simulation simulation) {
        Issues issues = new Issues();
        scenario.power().forEach((name, plan) -> checkTimes(name, plan, origin, issues));
        if (!issues.isEmpty()) {
            throw new ScenarioException(scenario.name(), issues.list());
        }
        for (Machine machine : scenario.machines()) {
            PowerPlan plan = scenario.power().get(machine.name());
            if (plan != null) {
                plan.outages(machine, origin).forEach(simulation::outage);
                plan.slowdowns(machine, origin).forEach(simulation::slowdown);
            }
        }
        simulation.power(machine -> nodePower(scenario, machine));
    }

    private static @Nullable NodePower nodePower(Scenario scenario, Machine machine) {
        PowerPlan plan = scenario.power().get(machine.name());
        return plan == null ? null : plan.power();
    }

    /** Says which caps cannot be, now that the date of time 0 is known or will not be. */
    private static void checkTimes(
            String machine, PowerPlan plan, @Nullable ZonedDateTime origin, Issues issues) {
        for (int i = 0; i < plan.caps().size(); i++) {
            PowerCap cap = plan.caps().get(i);
            String path = Node.below("power", machine) + ".caps[" + i + "]";
            Outages.checkTimes(path, cap.times(), origin, issues);
        }
    }
}
