package dandori.scenario.campaign;

import dandori.catalogue.Dimension;
import dandori.machine.Machine;
import dandori.machine.Storage;
import dandori.scenario.key.CampaignSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.training.Transformer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads when checkpoints are written, and how fast. */
final class CheckpointReader {

    private final Values venue;
    private final Machine machine;
    private final Transformer model;
    private final Issues issues;

    CheckpointReader(Values venue, Machine machine, Transformer model, Issues issues) {
        this.venue = venue;
        this.machine = machine;
        this.model = model;
        this.issues = issues;
    }

    /** The plan of a job on so many nodes; null, and issues, if there is none. */
    @Nullable CheckpointPlan read(int nodes) {
        Node section = venue.node("checkpoint");
        Node node =
                section == null
                        ? new Mapping("checkpoint", venue.mapping().line(), Map.of())
                        : section;
        Values values = Values.of(CampaignSections.CHECKPOINT, node, issues);
        String word = values.word("rule");
        CheckpointRule rule =
                word.isEmpty()
                        ? CheckpointRule.DALY
                        : CheckpointRule.valueOf(word.toUpperCase(Locale.ROOT));
        Node interval = values.node("interval");
        boolean isFixed = rule == CheckpointRule.FIXED;
        if (isFixed != (interval != null)) {
            issues.add(
                    interval == null ? node : interval,
                    isFixed
                            ? "'interval' is missing."
                            : "rule '%s' has an interval of its own.".formatted(rule.text()),
                    isFixed ? "interval: 3h" : "rule: fixed, or leave 'interval' out.");
        }
        double bytes = positive(values, "size", Dimension.BYTES);
        double bandwidth = positive(values, "bandwidth", Dimension.BANDWIDTH);
        Long givenMillis = isFixed && interval != null ? values.millis("interval") : null;
        if (isFixed != (interval != null)
                || Double.isNaN(bytes)
                || Double.isNaN(bandwidth)
                || givenMillis != null && givenMillis == 0) {
            return null;
        }
        return new CheckpointPlan(
                rule,
                givenMillis,
                bytes > 0 ? bytes : CheckpointPlan.BYTES_PER_PARAMETER * model.parameters(),
                bandwidth > 0 ? bandwidth : bytesPerSecond(machine, nodes));
    }

    /** The amount of a key: 0 if it is left out, NaN if it is wrong. */
    private double positive(Values values, String key, Dimension dimension) {
        Node node = values.node(key);
        double amount = node == null ? 0 : Amounts.positive(node, dimension, issues);
        return node != null && amount == 0 ? Double.NaN : amount;
    }

    /** How fast so many nodes of a machine write, as far as its file says, in bytes per second. */
    static double bytesPerSecond(Machine machine, int nodes) {
        Storage storage = machine.specification().storage();
        double node =
                storage.nodeBytesPerSecond().orElse(CheckpointPlan.ASSUMED_NODE_BYTES_PER_SECOND);
        return Math.min(
                nodes * node, storage.writeBytesPerSecond().orElse(Double.POSITIVE_INFINITY));
    }
}
