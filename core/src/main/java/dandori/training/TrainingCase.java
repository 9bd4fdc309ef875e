package dandori.training;

/**
 * A model that is trained somewhere in some way.
 *
 * @param model the model
 * @param parallelism how it is spread
 * @param software what it is computed with
 * @param node the nodes; as many as the parallelism needs accelerators
 */
public record TrainingCase(
        Transformer model, Parallelism parallelism, Software software, TrainingNode node) {

    /** The same case spread otherwise. */
    public TrainingCase with(Parallelism other) {
        return new TrainingCase(model, other, software, node);
    }

    /** Tokens of an optimizer step. */
    public double tokensPerStep() {
        return (double) parallelism.globalBatch() * model.sequence();
    }

    /** Parameters that one accelerator computes with. */
    double rankParameters() {
        double layer =
                model.attentionParameters() + model.feedForwardParameters() / parallelism.expert();
        return (model.layers() * layer + model.vocabularyParameters())
                / ((double) parallelism.tensor() * parallelism.pipeline());
    }

    /**
     * Whether a step of so many seconds cannot be: the work, with what is computed twice and
     * without attention, would need more than the peak.
     */
    public boolean isImpossible(double seconds) {
        double twice = parallelism.recompute() == Recompute.FULL ? 2 : 0;
        double flops =
                6 * model.activeParameters()
                        + twice * (model.activeParameters() - model.vocabularyParameters());
        double most = parallelism.accelerators() * node.flops(software.precision());
        return flops * tokensPerStep() / most > seconds;
    }
}
