package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.machine.Certainty;
import dandori.machine.Machine;
import dandori.machine.NodeHour;
import dandori.metric.Figure;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.VenuePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What campaigns take of time, energy and money, under the policy that others are compared with.
 */
final class CampaignCosts {

    private static final double SECONDS_OF_DAY = 86_400;
    private static final List<String> NODE_TIME =
            List.of(
                    "useful_node_hours",
                    "stalled_node_hours",
                    "checkpoint_node_hours",
                    "restart_node_hours",
                    "rework_node_hours",
                    "spare_node_hours");

    private final Study study;
    private final List<CampaignPlan> plans;
    private final String policy;

    CampaignCosts(Study study) {
        this.study = study;
        plans = study.scenario().campaigns();
        policy = study.scenario().report().compareTo();
    }

    /** Whether anything is known of the energy or the price of a machine that trains. */
    boolean isKnown() {
        return venues().stream()
                .map(NodeHour::of)
                .anyMatch(hour -> hour.kilowattHours().isPresent() || hour.yen().isPresent());
    }

    String title() {
        String question = "What do campaigns take?";
        return study.policies().size() == 1 ? question : question + " (" + policy + ")";
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Campaign", plans.stream().map(CampaignPlan::name).toList()));
        if (study.scenario().machines().size() > 1) {
            columns.add(Column.text("Machine", plans.stream().map(this::machines).toList()));
        }
        columns.add(days());
        columns.add(amounts("Node hours", "thousands", NODE_TIME, 1e3));
        columns.add(amounts("Energy", "MWh", List.of("energy_kwh"), 1e3));
        if (plans.stream().anyMatch(plan -> Spread.of(figures(plan, "carbon_kg")).mean() > 0)) {
            columns.add(amounts("Carbon dioxide", "t", List.of("carbon_kg"), 1e3));
        }
        columns.add(amounts("Cost", "million JPY", List.of("cost_yen"), 1e6));
        return new Table(columns);
    }

    /** From the first submission until it was done. */
    private Column days() {
        List<Entry> entries = new ArrayList<>();
        for (CampaignPlan plan : plans) {
            List<Figure> done = figures(plan, "done_s");
            Spread days = Comparison.of(done, figures(plan, "submit_s")).difference();
            entries.add(
                    Digits.entry(
                            days.mean() / SECONDS_OF_DAY,
                            days.plusMinus() / SECONDS_OF_DAY,
                            false,
                            ""));
        }
        return new Column("Days", "", false, entries);
    }

    private Column amounts(String heading, String unit, List<String> keys, double unitOf) {
        List<Entry> entries = new ArrayList<>();
        for (CampaignPlan plan : plans) {
            double sum = 0;
            for (String key : keys) {
                sum += Spread.of(figures(plan, key)).mean();
            }
            boolean isOfEnergy = keys.contains("energy_kwh") || keys.contains("carbon_kg");
            boolean isAtLeast = isOfEnergy && isEnergyAtLeast(plan);
            entries.add(Digits.entry(sum / unitOf, Double.NaN, isAtLeast, ""));
        }
        return new Column(heading, unit, false, entries);
    }

    private List<Figure> figures(CampaignPlan plan, String key) {
        return study.figures(policy, new Group(Group.Kind.CAMPAIGN, plan.name()), key);
    }

    private boolean isEnergyAtLeast(CampaignPlan plan) {
        return plan.venues().stream()
                .map(venue -> NodeHour.of(machine(venue.machine())))
                .anyMatch(NodeHour::isEnergyAtLeast);
    }

    private String machines(CampaignPlan plan) {
        return plan.venues().stream()
                .map(VenuePlan::machine)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What the figures rest on, and how sure that is. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean isAllDone =
                plans.stream()
                        .flatMap(plan -> figures(plan, "done_s").stream())
                        .noneMatch(done -> Double.isNaN(done.value()));
        if (!isAllDone) {
            lines.add(
                    "Of those that are not done when a run ends, what they have taken by then; days"
                            + " are of those that are.");
        }
        lines.add(
                "Energy, of a node and its part of the site: "
                        + byMachine(CampaignCosts::energyWords)
                        + ".");
        lines.add("Price of a node and an hour: " + byMachine(CampaignCosts::priceWords) + ".");
        return lines;
    }

    /** Words about each machine, once for those of which they are the same. */
    private String byMachine(Function<NodeHour, String> words) {
        Map<String, List<String>> machinesOf = new LinkedHashMap<>();
        for (Machine machine : venues()) {
            machinesOf
                    .computeIfAbsent(words.apply(NodeHour.of(machine)), same -> new ArrayList<>())
                    .add(machine.name());
        }
        return machinesOf.size() == 1
                ? machinesOf.keySet().iterator().next()
                : machinesOf.entrySet().stream()
                        .map(one -> String.join(", ", one.getValue()) + " " + one.getKey())
                        .collect(Collectors.joining("; "));
    }

    private static String energyWords(NodeHour hour) {
        if (hour.kilowattHours().isEmpty()) {
            return "not published";
        }
        List<String> notes = new ArrayList<>();
        hour.energyCertainty().map(Certainty::text).ifPresent(notes::add);
        if (hour.isOfAcceleratorsAlone()) {
            notes.add("≥: its accelerators alone");
        }
        if (hour.known().site().powerUsageEffectiveness().isEmpty()) {
            notes.add(hour.isOfAcceleratorsAlone() ? "no cooling" : "≥: without cooling");
        }
        return "%s kW (%s)"
                .formatted(
                        Digits.short3(hour.kilowattHours().getAsDouble()),
                        String.join(", ", notes));
    }

    private static String priceWords(NodeHour hour) {
        return hour.yen().isEmpty()
                ? "not published"
                : "%s JPY (%s)"
                        .formatted(
                                Digits.short3(hour.yen().getAsDouble()),
                                hour.priceCertainty().map(Certainty::text).orElse(""));
    }

    /** The machines on which campaigns may run, in the scenario's order. */
    private List<Machine> venues() {
        Set<String> names = new LinkedHashSet<>();
        plans.forEach(plan -> plan.venues().forEach(venue -> names.add(venue.machine())));
        return study.scenario().machines().stream()
                .filter(machine -> names.contains(machine.name()))
                .toList();
    }

    private Machine machine(String name) {
        return study.scenario().machines().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
