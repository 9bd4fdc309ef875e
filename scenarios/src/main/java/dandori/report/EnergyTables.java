package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.machine.Certainty;
import dandori.machine.Machine;
import dandori.machine.NodeHour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What machines and organizations took of energy, what that cost the world, and what it cost in
 * money.
 *
 * @param study the study
 */
record EnergyTables(Study study) {

    private static final List<Metric> COLUMNS =
            List.of(
                    new Metric(
                            "delivered_node_hours",
                            "Node hours",
                            Metric.Kind.COUNT,
                            Metric.Sense.NEITHER),
                    Metric.ENERGY.unjudged(),
                    new Metric(
                            "energy_idle_kwh",
                            "of it idle",
                            Metric.Kind.ENERGY,
                            Metric.Sense.NEITHER),
                    Metrics.of("carbon_kg").unjudged(),
                    Metrics.of("electricity_yen").unjudged(),
                    Metrics.of("cost_yen").called("Price of node hours").unjudged());

    /** Whether anything is known of energy or prices. */
    boolean isOfUse() {
        return !columns(Group.Kind.MACHINE).isEmpty();
    }

    private String policy() {
        return study.scenario().report().compareTo();
    }

    /** The columns but the first, of which some group of a kind has a number above 0. */
    private List<Metric> columns(Group.Kind kind) {
        List<Metric> columns =
                COLUMNS.subList(1, COLUMNS.size()).stream()
                        .filter(metric ->
                                study.groups(kind).stream()
                                        .anyMatch(group ->
                                                study.spread(policy(), group, metric.key()).max()
                                                        > 0))
                        .toList();
        return columns;
    }

    /** The tables, of machines and of organizations, under the policy that others are compared with. */
    List<Section> sections(Rows machines, Rows organizations) {
        String under = study.policies().size() == 1 ? "" : " (" + policy() + ")";
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section(
                        "Energy and cost by machine" + under,
                        table("Machine", machines, Group.Kind.MACHINE),
                        facts(),
                        false));
        if (!columns(Group.Kind.ORGANIZATION).isEmpty()) {
            sections.add(
                    new Section(
                            "Energy and cost by organization" + under,
                            table("Organization", organizations, Group.Kind.ORGANIZATION),
                            List.of(
                                    "Each has the part of a machine's energy, of idle nodes too, that"
                                            + " it has of the node hours there."),
                            false));
        }
        return sections;
    }

    private Table table(String heading, Rows rows, Group.Kind kind) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(heading, rows.names()));
        List<Metric> metrics = new ArrayList<>(List.of(COLUMNS.get(0)));
        metrics.addAll(columns(kind));
        for (Metric metric : metrics) {
            List<Spread> spreads = new ArrayList<>();
            double largest = 0;
            for (int row = 0; row < rows.count(); row++) {
                Spread its = Spread.of(rows.figures(row, policy(), metric.key()));
                spreads.add(its);
                largest = Math.max(largest, Double.isNaN(its.mean()) ? 0 : its.mean());
            }
            Scale scale = Scale.of(metric.kind(), largest);
            columns.add(
                    new Column(
                            metric.heading(),
                            scale.unit(),
                            false,
                            spreads.stream()
                                    .map(its ->
                                            Digits.entry(
                                                    its.mean() / scale.factor(),
                                                    its.plusMinus() / scale.factor(),
                                                    its.atLeast(),
                                                    ""))
                                    .toList()));
        }
        return new Table(columns);
    }

    /** What the figures of each machine rest on. */
    private List<String> facts() {
        List<String> lines = new ArrayList<>();
        for (Machine machine : study.scenario().machines()) {
            NodeHour hour = NodeHour.of(machine);
            List<String> parts = new ArrayList<>();
            if (!study.scenario().power().isEmpty()) {
                hour.carbonKgPerKilowattHour()
                        .ifPresent(kg ->
                                parts.add(
                                        "%s kg of carbon dioxide a kWh (%s)"
                                                .formatted(
                                                        Digits.short3(kg),
                                                        words(
                                                                hour.siteCertainty(
                                                                        "carbonIntensity")))));
                hour.yenPerKilowattHour()
                        .ifPresent(yen ->
                                parts.add(
                                        "%s JPY a kWh (%s)"
                                                .formatted(
                                                        Digits.short3(yen),
                                                        words(
                                                                hour.siteCertainty(
                                                                        "electricityPrice")))));
            }
            hour.yen()
                    .ifPresent(yen ->
                            parts.add(
                                    "%s JPY a node hour (%s)"
                                            .formatted(
                                                    Digits.short3(yen),
                                                    words(hour.priceCertainty()))));
            if (!parts.isEmpty()) {
                lines.add(machine.name() + ": " + String.join(", ", parts) + ".");
            }
        }
        return lines;
    }

    private static String words(Optional<Certainty> certainty) {
        return certainty.map(Certainty::text).orElse("not said how sure");
    }
}
