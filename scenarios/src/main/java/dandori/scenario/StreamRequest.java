package dandori.scenario;

import dandori.generate.PopularEstimates;
import dandori.job.Consumption;
import dandori.job.Elasticity;
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
 * @param elastic on how many nodes else they can run; null: on none
 * @param estimates how their users give time limits; null: as the jobs have them
 */
public record StreamRequest(
        @Nullable String partition,
        @Nullable ShapeRule shape,
        @Nullable CommunicationRule communication,
        @Nullable MinimumTime minimum,
        Consumption uses,
        @Nullable ElasticRule elastic,
        @Nullable PopularEstimates estimates) {

    /** Nothing beyond nodes and time. */
    public static final StreamRequest PLAIN =
            new StreamRequest(null, null, null, null, Consumption.WHOLE, null, null);

    /**
     * What one of the jobs asks for.
     *
     * @param nodes its nodes
     * @param walltimeMillis its time limit, in milliseconds
     * @param runMillis its run time on the best place of the machine, in milliseconds
     */
    public Request of(int nodes, long walltimeMillis, long runMillis) {
        boolean isPlain = shape == null && communication == null && minimum == null;
        return isPlain && elastic == null && uses.equals(Consumption.WHOLE)
                ? Request.PLAIN
                : new Request(
                        shape == null ? null : shape.of(nodes),
                        communication == null ? null : communication.of(nodes, runMillis),
                        minimum == null ? 0 : minimum.of(walltimeMillis),
                        uses,
                        elastic == null ? Elasticity.RIGID : elastic.of(nodes));
    }

    /**
     * The same of a job that can run on other sizes by itself; not where its size is fixed here.
     */
    Request of(Request own, int nodes, long walltimeMillis, long runMillis) {
        Request asked = of(nodes, walltimeMillis, runMillis);
        boolean keepsSizes = elastic == null && asked.isPlain() && !own.elasticity().isRigid();
        return keepsSizes
                ? new Request(null, null, 0, asked.consumption(), own.elasticity())
                : asked;
    }
}
