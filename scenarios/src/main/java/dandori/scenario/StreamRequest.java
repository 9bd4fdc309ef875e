package dandori.scenario;

import dandori.job.Consumption;
import dandori.job.Request;
import dandori.scenario.key.ShapeRule;
import org.jspecify.annotations.Nullable;

/**
 * What all jobs of a stream ask for beyond nodes and time.
 *
 * @param partition the resource group that they name; null: none, or what the trace says
 * @param shape how their nodes must lie; null: as their group or their number of nodes has it
 * @param communication what they send; null: nothing is known of that
 * @param minimum for how long they are sure of their nodes; null: for all of their time limit
 * @param uses what they use of each node
 */
public record StreamRequest(
        @Nullable String partition,
        @Nullable ShapeRule shape,
        @Nullable CommunicationRule communication,
        @Nullable MinimumTime minimum,
        Consumption uses) {

    /** Nothing beyond nodes and time. */
    public static final StreamRequest PLAIN =
            new StreamRequest(null, null, null, null, Consumption.WHOLE);

    /**
     * What one of the jobs asks for.
     *
     * @param nodes its nodes
     * @param walltimeMillis its time limit, in milliseconds
     * @param runMillis its run time on the best place of the machine, in milliseconds
     */
    public Request of(int nodes, long walltimeMillis, long runMillis) {
        boolean isPlain = shape == null && communication == null && minimum == null;
        return isPlain && uses.equals(Consumption.WHOLE)
                ? Request.PLAIN
                : new Request(
                        shape == null ? null : shape.of(nodes),
                        communication == null ? null : communication.of(nodes, runMillis),
                        minimum == null ? 0 : minimum.of(walltimeMillis),
                        uses);
    }
}
