package dandori.scenario.failure;

import dandori.failure.Repair;
import dandori.interconnect.Flat;
import dandori.interconnect.Torus;
import dandori.machine.Machine;
import dandori.scenario.key.FailureSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** Reads how often switches fail. */
final class SwitchReader {

    private final Machine machine;
    private final RepairReader repairs;
    private final Issues issues;

    SwitchReader(Machine machine, RepairReader repairs, Issues issues) {
        this.machine = machine;
        this.repairs = repairs;
        this.issues = issues;
    }

    /**
     * What the section says; null if it is left out or wrong.
     *
     * @param ofNode how long a node is down: a switch too, unless it says otherwise
     */
    @Nullable SwitchPlan read(@Nullable Node node, Repair ofNode) {
        if (node == null) {
            return null;
        }
        Values values = Values.of(FailureSections.SWITCHES, node, issues);
        boolean isTorus = machine.interconnect() instanceof Torus;
        boolean hasNone = isTorus && machine.interconnect().switches().levels() == 1;
        if (machine.interconnect() instanceof Flat || hasNone) {
            issues.add(
                    node,
                    "the nodes of '%s' (%s) stand below no switches."
                            .formatted(machine.name(), machine.interconnect().kind()),
                    "leave 'switches' out.");
            return null;
        }
        Repair repair = repairs.repair(values.node("repair"), ofNode);
        long mtbf = values.millis("mtbf");
        return mtbf > 0 ? new SwitchPlan(mtbf, repair) : null;
    }
}
