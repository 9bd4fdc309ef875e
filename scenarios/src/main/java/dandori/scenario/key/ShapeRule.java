package dandori.scenario;

import dandori.job.Shape;
import dandori.job.ShapeMode;
import org.jspecify.annotations.Nullable;

/**
 * How the nodes of a stream's jobs must lie on a torus: all jobs in one box, or each job's number
 * of nodes in one mode.
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
