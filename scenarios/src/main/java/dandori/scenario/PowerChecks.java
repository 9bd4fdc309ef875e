package dandori.scenario;

import dandori.network.Fidelity;
import dandori.policy.Estimates;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Sequence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
            checkTimes(its, node, plan);
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

    private void checkTimes(PowerPlan its, @Nullable Node node, RunPlan plan) {
        Node caps = node instanceof Mapping keys ? keys.get("caps") : null;
        if (caps instanceof Sequence list && list.items().size() == its.caps().size()) {
            for (int i = 0; i < its.caps().size(); i++) {
                TimesChecks.check(list.items().get(i), its.caps().get(i).times(), plan, issues);
            }
        }
    }

    private void refuse(Node node, String why) {
        issues.add(
                node,
                "a cap by 'slower' changes run times, but " + why + ".",
                "'by: start-less', or 'by: off'.");
    }
}
