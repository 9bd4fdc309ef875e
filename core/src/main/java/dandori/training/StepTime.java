package dandori.training;

/**
 * How long an optimizer step takes, and where the time goes. All in seconds.
 *
 * @param compute layers, vocabulary and launches on the busiest stage
 * @param bubble waiting for the first and after the last micro-batch of a pipeline
 * @param tensor collectives inside layers: of tensor parallelism, and to and from experts
 * @param pipeline handing over between stages
 * @param data exchange among copies that nothing hides
 * @param optimizer the update, and what a step takes besides
 * @param mfu model FLOPs utilization: what the model needs, nothing counted twice, over the peak
 */
public record StepTime(
        double compute,
        double bubble,
        double tensor,
        double pipeline,
        double data,
        double optimizer,
        double mfu) {

    /** The whole step. */
    public double seconds() {
        return compute + bubble + tensor + pipeline + data + optimizer;
    }
}
