package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.policy.limit.Subject;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells of reservations for nobody: for names that there are not, or for jobs that never come to
 * the nodes.
 *
 * @param values the section
 * @param one what it says
 * @param known the names that may be used
 * @param issues where faults go
 */
record ReservationChecks(Values values, PlannedReservation one, KnownNames known, Issues issues) {

    /**
     * Checks for whom it is.
     *
     * @param machine whose nodes they are; null if it is not known
     * @param staysHome whether no policy sends jobs to other machines than their home
     */
    void check(@Nullable Machine machine, boolean staysHome) {
        boolean isForSome =
                values.has("organizations")
                        || values.has("users")
                        || values.has("partitions")
                        || values.has("campaigns");
        if (!isForSome) {
            issues.add(
                    values.mapping(),
                    "is for nobody.",
                    "'organizations: [NAME]', 'users: [NAME]', 'partitions: [NAME]' or"
                            + " 'campaigns: [NAME]'.");
        }
        one.organizations().forEach(name -> checkOrganization(name, machine, staysHome));
        one.users().forEach(name -> known.check(Subject.USER, name, node("users"), issues));
        one.partitions().forEach(name -> checkPartition(name, machine));
        one.campaigns().forEach(name -> checkCampaign(name, machine));
    }

    private Node node(String key) {
        return Objects.requireNonNull(values.node(key));
    }

    private void checkOrganization(String name, @Nullable Machine machine, boolean staysHome) {
        List<String> all = known.of(Subject.ORGANIZATION).orElse(null);
        if (all == null) {
            return; // a trace may bring it
        }
        if (!all.contains(name)) {
            issues.addUnknown(
                    node("organizations"),
                    "there is no organization '%s'.".formatted(name),
                    name,
                    all);
            return;
        }
        boolean trainsHere =
                machine != null
                        && known.campaigns().stream()
                                .filter(plan -> plan.organization().equals(name))
                                .anyMatch(plan -> runsOn(plan, machine));
        if (machine != null
                && staysHome
                && !trainsHere
                && !known.homeOf(name).equals(machine.name())) {
            issues.add(
                    node("organizations"),
                    "'%s' is at home on '%s', and no policy sends its jobs to '%s'."
                            .formatted(name, known.homeOf(name), machine.name()),
                    "'machine: %s'.".formatted(known.homeOf(name)));
        }
    }

    private void checkPartition(String name, @Nullable Machine machine) {
        int before = issues.count();
        known.check(Subject.PARTITION, name, node("partitions"), issues);
        if (machine == null || issues.count() > before || one.nodes().size() == 0) {
            return;
        }
        NodeSet nodes = NodeSet.EMPTY;
        boolean hasGroups = false;
        for (Pool pool : machine.pools()) {
            for (Partition group : pool.partitions()) {
                hasGroups = true;
                nodes = group.name().equals(name) ? nodes.or(group.nodes()) : nodes;
            }
        }
        if (hasGroups && nodes.and(one.nodes()).size() == 0) {
            issues.add(
                    node("partitions"),
                    nodes.size() == 0
                            ? "'%s' is no resource group of '%s'.".formatted(name, machine.name())
                            : "the nodes of '%s' are %s, and none of them is kept."
                                    .formatted(name, nodes),
                    nodes.size() == 0 ? "another 'machine'." : "'nodes: %s'.".formatted(nodes));
        }
    }

    private void checkCampaign(String name, @Nullable Machine machine) {
        List<String> names = known.campaigns().stream().map(CampaignPlan::name).toList();
        if (!names.contains(name)) {
            String maybe = issues.maybe(name, names);
            issues.add(
                    node("campaigns"),
                    "there is no campaign '%s'.".formatted(name),
                    maybe == null ? "leave it out." : maybe);
        } else if (machine != null
                && !runsOn(known.campaigns().get(names.indexOf(name)), machine)) {
            issues.add(
                    node("campaigns"),
                    "'%s' is not trained on '%s'.".formatted(name, machine.name()),
                    "another 'machine'.");
        }
    }

    private static boolean runsOn(CampaignPlan plan, Machine machine) {
        return plan.venues().stream().anyMatch(venue -> venue.machine().equals(machine.name()));
    }
}
