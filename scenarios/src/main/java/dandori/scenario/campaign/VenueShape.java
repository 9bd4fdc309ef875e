package dandori.scenario.campaign;

import dandori.interconnect.Torus;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.machine.Machine;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** Reads how the nodes of a campaign lie: a box, or a mode for as many as it has. */
final class VenueShape {

    private @Nullable Shape box;
    private @Nullable ShapeMode mode;
    private final boolean isGiven;

    VenueShape(Values values, Machine machine, Issues issues) {
        Node node = values.node("shape");
        isGiven = node != null;
        if (node == null) {
            return;
        }
        String text = values.text("shape").strip();
        mode = ShapeMode.named(text).orElse(null);
        boolean isTorus = machine.interconnect() instanceof Torus;
        if (!isTorus) {
            issues.add(
                    node,
                    "shapes are for tori, and '%s' is none (%s)."
                            .formatted(machine.name(), machine.interconnect().kind()),
                    "leave 'shape' out.");
        }
        if (isTorus && mode == null && !text.isEmpty()) {
            try {
                box = Shape.parse(text);
            } catch (IllegalArgumentException wrong) {
                issues.add(
                        node,
                        String.valueOf(wrong.getMessage()),
                        "'48x6x48:torus', or 'torus', 'mesh', 'noncont'.");
            } catch (ArithmeticException overflow) {
                issues.add(
                        node, "the shape '%s' has more nodes than can be.".formatted(text), null);
            }
        }
    }

    /** Whether a box was meant that cannot be, and has been told. */
    boolean isWrongBox() {
        return isGiven && mode == null && box == null;
    }

    /** The box that is given, or null. */
    @Nullable Shape box() {
        return box;
    }

    /** The shape of a job of so many nodes, or null if they lie anyhow. */
    @Nullable Shape of(int nodes) {
        return mode == null ? box : Shape.line(nodes, mode);
    }
}
