package dandori.scenario.campaign;

import dandori.interconnect.Torus;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.machine.Machine;
import dandori.scenario.key.ShapeRule;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** Reads how the nodes of a campaign lie: a box, or a mode for as many as it has. */
final class VenueShape {

    private final @Nullable ShapeRule rule;
    private final boolean isGiven;

    VenueShape(Values values, Machine machine, Issues issues) {
        Node node = values.node("shape");
        isGiven = node != null;
        if (node == null) {
            rule = null;
            return;
        }
        String text = values.text("shape").strip();
        boolean isTorus = machine.interconnect() instanceof Torus;
        if (!isTorus) {
            ShapeRule.tellNoTorus(machine, node, issues);
        }
        boolean isMode = ShapeMode.named(text).isPresent();
        boolean isRead = isMode || isTorus && !text.isEmpty(); // boxes of no torus have been told
        rule = isRead ? ShapeRule.read(text, node, issues) : null;
    }

    /** Whether a box was meant that cannot be, and has been told. */
    boolean isWrongBox() {
        return isGiven && rule == null;
    }

    /** The box that is given, or null. */
    @Nullable Shape box() {
        return rule == null ? null : rule.fixed();
    }

    /** The shape of a job of so many nodes, or null if they lie anyhow. */
    @Nullable Shape of(int nodes) {
        return rule == null ? null : rule.of(nodes);
    }
}
