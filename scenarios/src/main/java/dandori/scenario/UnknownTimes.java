package dandori.scenario;

import dandori.policy.Estimates;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.sim.Overrun;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells what cannot be together with run times that nobody knows beforehand: those of campaigns and
 * of jobs whose nodes fail.
 *
 * @param run the section {@code run}
 * @param plan what it says
 * @param hasCampaigns whether anybody trains
 * @param hasFailures whether anything breaks
 * @param issues where faults go
 */
record UnknownTimes(
        Values run, RunPlan plan, boolean hasCampaigns, boolean hasFailures, Issues issues) {

    void check(List<PolicyParts> policies, Map<String, Node> nodes) {
        if (hasFailures && plan.conventions().freesAtEstimatedEnds()) {
            issues.add(
                    Objects.requireNonNull(run.node("conventions")),
                    "'%s' frees nodes before jobs leave them, so nothing can fail under it."
                            .formatted(plan.conventions().name()),
                    "leave 'failures' out.");
        }
        if (hasCampaigns && plan.overrun() == Overrun.EXTEND) {
            issues.add(
                    Objects.requireNonNull(run.node("overrun")),
                    "the jobs of campaigns end at their time limits, so they cannot be extended.",
                    "overrun: kill");
        }
        for (PolicyParts policy : policies) {
            Node node = nodes.get(policy.name());
            if (!hasCampaigns || node == null) {
                continue;
            }
            if (policy.estimates() == Estimates.EXACT) {
                issues.add(
                        at(node, "estimates"),
                        "the policy knows run times, but nobody knows those of campaigns.",
                        "estimates: requested, or leave the policy out.");
            }
            if (policy.needsLoggedWaits()) {
                issues.add(
                        at(node, "backfill"),
                        "'as-logged' repeats the starts of a trace, and campaigns have none.",
                        "leave the policy out.");
            }
        }
    }

    /** The key of the policy if it has it itself; else the policy. */
    private static Node at(Node policy, String key) {
        Node below = policy instanceof Mapping mapping ? mapping.get(key) : null;
        return below == null ? policy : below;
    }
}
