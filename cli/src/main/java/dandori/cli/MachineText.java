package dandori.cli;

import dandori.engine.Durations;
import dandori.machine.Accelerator;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.NodeType;
import dandori.machine.Specification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A machine in words: its facts with certainty and source, its groups, its wiring. */
final class MachineText {

    private static final int LEAST_MARK = 12;
    private static final int LEAST_KEY = 8;

    private final Machine machine;
    private final StringBuilder text = new StringBuilder();
    private final Set<Certainty> met = EnumSet.noneOf(Certainty.class);
    private int mark = LEAST_MARK; // how wide the column of certainties is
    private int key = LEAST_KEY; // how wide that of sources

    private MachineText(Machine machine) {
        this.machine = machine;
    }

    /** The description; at most 100 columns. */
    static String of(Machine machine) {
        return new MachineText(machine).text();
    }

    private String text() {
        Specification known = machine.specification();
        known.forEachFact((path, fact) -> met.add(fact.certainty()));
        met.forEach(certainty -> mark = Math.max(mark, certainty.text().length()));
        known.sources().keySet().forEach(name -> key = Math.max(key, Math.min(20, name.length())));
        head(known);
        facts("The machine as a whole", known.totals());
        for (NodeType type : known.nodeTypes()) {
            facts("A node of type " + type.name(), type.facts());
            Accelerator each = type.accelerator();
            if (each != null) {
                facts("An accelerator of " + type.name(), each.facts());
            }
        }
        facts("Storage", known.storage().facts());
        facts("Site", known.site().facts());
        facts("Prices", known.prices().facts());
        facts("Failures", known.reliability().facts());
        betweenFailures(known);
        MaintenanceText.dates(text, known);
        facts("Measured", known.measured());
        facts("Calibration of training steps", known.calibration());
        facts("Wiring", known.interconnect());
        text.append('\n').append(WiringPicture.of(machine.interconnect()));
        text.append(GroupTable.of(machine));
        assumed(known);
        foot(known);
        return text.toString();
    }

    private void head(Specification known) {
        text.append(machine.name());
        text.append(known.title().isEmpty() ? "" : ": " + known.title()).append('\n');
        List<String> parts = new ArrayList<>();
        parts.add(count(machine.nodes(), machine.unit().text()));
        parts.add(machine.interconnect().kind());
        int pools = machine.pools().size();
        parts.add(count(pools, "pool"));
        int groups = machine.pools().stream().mapToInt(pool -> pool.partitions().size()).sum();
        if (groups > 0) {
            parts.add(count(groups, "resource group"));
        }
        text.append(String.join(" · ", parts)).append('\n');
    }

    private static String count(int count, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
    }

    private void facts(String title, Facts facts) {
        if (facts.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        for (Map.Entry<String, Fact> entry : facts.all().entrySet()) {
            Fact fact = entry.getValue();
            text.append(
                    CellText.row(
                            new int[] {20, 26, mark, key, 28 + LEAST_MARK - mark + LEAST_KEY - key},
                            List.of(
                                    FactWords.label(entry.getKey()),
                                    FactWords.value(fact),
                                    fact.certainty().text(),
                                    String.join(" ", fact.sources()),
                                    fact.note())));
        }
    }

    private void betweenFailures(Specification known) {
        boolean isGiven = known.reliability().facts().fact("nodeMtbf") != null;
        OptionalDouble millis = known.reliability().nodeMtbfMillis();
        if (!isGiven && millis.isPresent()) {
            text.append("  so a node fails every ")
                    .append(Durations.text(millis.getAsDouble()))
                    .append(" in the mean\n");
        }
    }

    /** What was assumed, each group or type with its list. */
    private void assumed(Specification known) {
        String names = Assumptions.of(known);
        if (!names.isEmpty()) {
            text.append('\n').append(CellText.paragraph(names));
        }
    }

    private void foot(Specification known) {
        if (met.isEmpty()) {
            return;
        }
        text.append("\nHow sure a fact is\n");
        for (Certainty certainty : met) {
            text.append(
                    CellText.row(
                            new int[] {mark, 98 - mark},
                            List.of(certainty.text(), FactWords.meaning(certainty))));
        }
        text.append("\nSources\n");
        known.sources()
                .forEach((name, source) ->
                        text.append(
                                CellText.row(new int[] {key, 97 - key}, List.of(name, source))));
    }
}
