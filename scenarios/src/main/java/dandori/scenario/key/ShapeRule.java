package dandori.scenario.key;

import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.machine.Machine;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/**
 * How the nodes of a stream's or a campaign's jobs must lie on a torus: all jobs in one box, or
 * each job's number of nodes in one mode.
 *
 * @param fixed the box of every job; null where each has a size of its own
 * @param mode how the nodes must lie; that of the box, where there is one
 */
public record ShapeRule(@Nullable Shape fixed, ShapeMode mode) {

    /**
     * Reads a mode ({@code torus}) or a box in the form of job scripts ({@code 48x6x48:torus}).
     *
     * @throws IllegalArgumentException with a sentence that names the part that is wrong
     */
    public static ShapeRule parse(String text) {
        ShapeMode mode = ShapeMode.named(text).orElse(null);
        if (mode != null) {
            return new ShapeRule(null, mode);
        }
        Shape shape = Shape.parse(text);
        return new ShapeRule(shape, shape.mode());
    }

    /**
     * Reads what {@link #parse} reads; null, and an issue, if it is neither.
     *
     * @param text the text of the node
     * @param node where it stands
     * @param issues where faults go
     */
    public static @Nullable ShapeRule read(String text, Node node, Issues issues) {
        try {
            return parse(text);
        } catch (IllegalArgumentException wrong) {
            issues.add(
                    node,
                    String.valueOf(wrong.getMessage()),
                    "'48x6x48:torus', or 'torus', 'mesh', 'noncont'.");
        } catch (ArithmeticException overflow) {
            issues.add(node, "the shape '%s' has more nodes than can be.".formatted(text), null);
        }
        return null;
    }

    /** Says that a machine is no torus, so that nothing can lie on it in a shape. */
    public static void tellNoTorus(Machine machine, Node node, Issues issues) {
        issues.add(
                node,
                "shapes are for tori, and '%s' is none (%s)."
                        .formatted(machine.name(), machine.interconnect().kind()),
                "leave 'shape' out.");
    }

    /** The shape of a job of so many nodes. */
    public Shape of(int nodes) {
        return fixed == null ? Shape.line(nodes, mode) : fixed;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return fixed == null ? mode.text() : fixed.toString();
    }
}
