package dandori.scenario;

import dandori.network.Fidelity;
import dandori.policy.Estimates;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.List;
import java.util.Map;

/**
 * Tells what cannot be together with a clock that is lower at times.
 *
 * @param power the power of machines
 * @param nodes the same as it is written
 * @param issues where faults go
 */
record PowerChecks(Map<String, PowerPlan> power, Map<String, Node> nodes, Issues issues) {

    void check(RunPlan plan, boolean hasCampaigns, List<PolicyParts> policies) {
        power.forEach((machine, its) -> {
            Node node = nodes.get(machine);
            if (!its.slows() || node == null) {
                return;
            }
            if (hasCampaigns) {
                refuse(node, "the jobs of campaigns say themselves how long they run");
            }
            if (plan.network() != Fidelity.NONE) {
                refuse(node, "the network has a say in how long jobs run ('run.network')");
            }
            for (PolicyParts policy : policies) {
                if (policy.estimates() == Estimates.EXACT) {
                    refuse(node, "policy '%s' knows run times".formatted(policy.name()));
                }
            }
        });
    }

    private void refuse(Node node, String why) {
        issues.add(
                node,
                "a cap by 'slower' changes run times, but " + why + ".",
                "'by: start-less', or 'by: off'.");
    }
}
