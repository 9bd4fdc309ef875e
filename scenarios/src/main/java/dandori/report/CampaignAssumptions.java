package dandori.report;

import dandori.engine.Durations;
import dandori.failure.Repair;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Machine;
import dandori.machine.Specification;
import dandori.scenario.Scenario;
import dandori.scenario.campaign.Amounts;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.CheckpointPlan;
import dandori.scenario.campaign.VenuePlan;
import dandori.scenario.failure.FailurePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What campaigns and failures go by that nobody published, as far as a scenario leaves it open. */
final class CampaignAssumptions {

    private static final double SAME = 1e-9;

    private final Scenario scenario;

    CampaignAssumptions(Scenario scenario) {
        this.scenario = scenario;
    }

    /** A sentence; empty if nothing was assumed. */
    String sentence() {
        Map<String, List<String>> machinesOf = new LinkedHashMap<>(); // by what was assumed of them
        for (Machine machine : scenario.machines()) {
            List<String> its = of(machine).stream().map(CampaignAssumptions::words).toList();
            if (!its.isEmpty()) {
                machinesOf
                        .computeIfAbsent(joined(its), words -> new ArrayList<>())
                        .add(machine.name());
            }
        }
        List<String> parts = new ArrayList<>();
        machinesOf.forEach((words, names) ->
                parts.add(
                        names.size() == 1
                                ? names.get(0) + "'s " + words
                                : words + " of " + String.join(", ", names)));
        if (isRestartAssumed()) {
            parts.add("the %s until a job trains".formatted(restart()));
        }
        return parts.isEmpty()
                ? ""
                : "Assumed of campaigns and failures, because nobody published it: "
                        + String.join("; ", parts)
                        + ".";
    }

    /** The same, one by one. */
    List<Assumption> list() {
        List<Assumption> all = new ArrayList<>();
        for (Machine machine : scenario.machines()) {
            for (Assumption one : of(machine)) {
                all.add(one.of(machine.name() + ": " + one.what()));
            }
        }
        if (isRestartAssumed()) {
            all.add(assumed("time until a job of a campaign trains", restart()));
        }
        return all;
    }

    private boolean isRestartAssumed() {
        return scenario.campaigns().stream()
                .flatMap(plan -> plan.venues().stream())
                .anyMatch(venue -> venue.restartMillis() == VenuePlan.ASSUMED_RESTART_MILLIS);
    }

    private static String restart() {
        return Durations.text(VenuePlan.ASSUMED_RESTART_MILLIS);
    }

    private List<Assumption> of(Machine machine) {
        List<Assumption> its = new ArrayList<>();
        FailurePlan plan = scenario.failures().get(machine.name());
        if (plan != null) {
            addFailures(its, machine, plan);
        }
        addWriting(its, machine);
        return its;
    }

    private static String words(Assumption one) {
        return "%s (%s)".formatted(one.what(), one.value());
    }

    /** What no file says, so that this program takes a value of its own. */
    private static Assumption assumed(String what, String value) {
        return new Assumption(what, value, Certainty.ASSUMED.text(), "docs/models/campaigns.md");
    }

    /** {@code a, b and c}. */
    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static void addFailures(List<Assumption> parts, Machine machine, FailurePlan plan) {
        Specification known = machine.specification();
        double rate = 1_000.0 * Durations.DAY_MILLIS / plan.lifetime().meanMillis();
        Fact failures = known.reliability().facts().fact("failures");
        double mtbf = known.reliability().nodeMtbfMillis().orElse(0);
        boolean isOwn = Math.abs(plan.lifetime().meanMillis() - mtbf) < 1;
        if (isOwn && failures != null && failures.certainty() == Certainty.ASSUMED) {
            String value = "%s in 1,000 node-days".formatted(Digits.short3(rate));
            parts.add(Assumption.of("failures", value, failures, known));
        }
        double median =
                known.reliability().repairMillis().orElse(FailurePlan.ASSUMED_REPAIR_MILLIS);
        double p95 = FailurePlan.ASSUMED_SPREAD * median;
        if (plan.repair().equals(new Repair.LogNormal(median, p95))) {
            parts.add(
                    assumed(
                            "repairs",
                            "half within %s, 95 %% within %s"
                                    .formatted(Durations.text(median), Durations.text(p95))));
        }
    }

    /** What nodes write, where some campaign goes by what is assumed of that. */
    private void addWriting(List<Assumption> parts, Machine machine) {
        double each = CheckpointPlan.ASSUMED_NODE_BYTES_PER_SECOND;
        boolean isKnown = machine.specification().storage().nodeBytesPerSecond().isPresent();
        for (CampaignPlan plan : scenario.campaigns()) {
            for (VenuePlan venue : plan.venues()) {
                double its = venue.checkpoint().bytesPerSecond() / venue.nodes();
                boolean isHere = venue.machine().equals(machine.name());
                if (isHere && !isKnown && Math.abs(its / each - 1) < SAME) {
                    parts.add(
                            assumed("writing of checkpoints", Amounts.ofBytes(each) + "/s a node"));
                    return;
                }
            }
        }
    }
}
