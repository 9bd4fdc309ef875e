package dandori.scenario;

import dandori.failure.Age;
import dandori.failure.Lifetime;
import dandori.failure.Repair;
import dandori.scenario.campaign.Amounts;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.failure.LemonShare;
import dandori.scenario.failure.SwitchPlan;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import java.util.Map;

/** What breaks, as text, with every default filled in. */
final class FailureText {

    private FailureText() {}

    static Node of(Map<String, FailurePlan> plans) {
        TreeBuilder tree = new TreeBuilder();
        plans.forEach((machine, plan) -> tree.put(machine, of(plan)));
        return tree.mapping();
    }

    private static Node of(FailurePlan plan) {
        Lifetime lifetime = plan.lifetime();
        TreeBuilder life = new TreeBuilder();
        if (lifetime instanceof Lifetime.Weibull weibull) {
            life.text("distribution", "weibull").number("shape", weibull.shape());
        } else {
            life.text("distribution", "exponential");
        }
        life.text("age", plan.age() == Age.NEW ? "new" : "settled");
        TreeBuilder tree =
                new TreeBuilder()
                        .text("nodeMtbf", duration(lifetime.meanMillis()))
                        .put("lifetime", life.mapping());
        LemonShare lemons = plan.lemons();
        if (lemons != null) {
            tree.put(
                    "lemons",
                    new TreeBuilder()
                            .text("nodes", Amounts.ofShare(lemons.nodes()))
                            .text("failures", Amounts.ofShare(lemons.failures()))
                            .mapping());
        }
        SwitchPlan switches = plan.switches();
        if (switches != null) {
            tree.put(
                    "switches",
                    new TreeBuilder()
                            .text("mtbf", Units.duration(switches.mtbfMillis()))
                            .put("repair", repair(switches.repair()))
                            .mapping());
        }
        Long software = plan.softwareMtbfMillis();
        if (software != null) {
            tree.put(
                    "software",
                    new TreeBuilder().text("nodeMtbf", Units.duration(software)).mapping());
        }
        return tree.put("repair", repair(plan.repair())).mapping();
    }

    private static Node repair(Repair repair) {
        if (repair instanceof Repair.LogNormal logNormal) {
            return new TreeBuilder()
                    .text("distribution", "lognormal")
                    .text("median", duration(logNormal.medianMillis()))
                    .text("p95", duration(logNormal.p95Millis()))
                    .mapping();
        }
        String word = repair instanceof Repair.Fixed ? "fixed" : "exponential";
        return new TreeBuilder()
                .text("distribution", word)
                .text("mean", duration(repair.meanMillis()))
                .mapping();
    }

    private static String duration(double millis) {
        return Units.duration(Math.round(millis));
    }
}
