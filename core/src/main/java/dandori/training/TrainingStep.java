package dandori.training;

/**
 * How long an optimizer step takes.
 *
 * <p>A closed form: matrix products that are slower where they are small, attention, what passes
 * through memory, launches by the host that overlap with all that; pipelines by the busiest stage
 * (1F1B, or interleaved: Narayanan et al., SC 2021, section 2.2); collectives by bandwidth and
 * latency. What it is made of, and how far it is off, stands in docs/models/training.md.
 *
 * <p>Cost: some microseconds, of which most are 6 to 14 powers.
 */
public final class TrainingStep {

    private static final double MICRO_BATCH = 1e-3; // seconds that each takes besides
    private static final double LAYER_UPDATE = 0.5e-3; // seconds to update a layer, at least

    private final TrainingCase what;
    private final StepConstants constants;
    private final Parallelism spread;
    private final LayerTime.Work work;
    private final StepNetwork network;
    private final double layers;

    private TrainingStep(TrainingCase what, StepConstants constants) {
        this.what = what;
        this.constants = constants;
        spread = what.parallelism();
        layers = what.model().layers();
        work = new LayerTime.Work(what, constants);
        network = StepNetwork.of(what, constants);
    }

    /** The time of a step on a machine with these constants. */
    public static StepTime of(TrainingCase what, StepConstants constants) {
        return new TrainingStep(what, constants).time();
    }

    private StepTime time() {
        double bytes =
                what.software().elementBytes()
                        * spread.microBatch()
                        * what.model().sequence()
                        * what.model().hidden();
        double collectives = 2 * network.tensorAllReduce(bytes) + 2 * experts(bytes);
        LayerTime alone = LayerTime.of(work, spread, constants, 0);
        LayerTime layer =
                collectives > 0 ? LayerTime.of(work, spread, constants, collectives) : alone;
        double p = spread.pipeline();
        double v = spread.interleave();
        double m = spread.microBatches();
        double handOver = p > 1 ? network.handOver(2 * bytes * v / spread.tensor()) : 0;
        double compute = m * stage(alone);
        double tensor = m * stage(layer) - compute;
        double pipeline = m * handOver;
        double bubble =
                p == 1
                        ? 0
                        : v > 1
                                ? (p - 1) / v * (stage(layer) + handOver)
                                : layers * layer.seconds()
                                        + work.logits
                                        + p * (handOver + MICRO_BATCH)
                                        - (stage(layer) + handOver);
        double data = data(layer);
        double optimizer = optimizer();
        double seconds = compute + bubble + tensor + pipeline + data + optimizer;
        double flops = what.model().flopsPerToken() * what.tokensPerStep();
        double peak = spread.accelerators() * what.node().peak(what.software().precision());
        return new StepTime(
                compute, bubble, tensor, pipeline, data, optimizer, flops / peak / seconds);
    }

    /** A token goes to its experts and back, each way through one all-to-all. */
    private double experts(double bytes) {
        return spread.expert() == 1 ? 0 : network.experts(bytes * what.model().activeExperts());
    }

    /** One micro-batch on the busiest stage: the fullest, or the last, which has the vocabulary. */
    private double stage(LayerTime layer) {
        double p = spread.pipeline();
        double v = spread.interleave();
        double fullest = Math.ceil(layers / (p * v)) * v * layer.seconds();
        double last = Math.floor(layers / p) * layer.seconds() + work.logits;
        return Math.max(fullest, last) + MICRO_BATCH;
    }

    private double data(LayerTime layer) {
        double bytes = what.software().elementBytes() * what.rankParameters();
        if (!spread.sharding().gathersLayers()) {
            return constants.exposedShare() * network.gradients(bytes);
        }
        double here = layers / spread.pipeline();
        double m = spread.microBatches();
        double gather = network.gather(bytes / here);
        double back = layer.backward() + layer.again();
        double vocabulary =
                network.inNode(
                        2
                                * what.software().elementBytes()
                                * m
                                * what.model().vocabulary()
                                * what.model().hidden()
                                / spread.tensor());
        return spread.sharding() == Sharding.ZERO_3
                ? m * here * (exposed(gather, layer.forward()) + exposed(2 * gather, back))
                        + vocabulary
                : m * here * exposed(gather, back) + 0.2 * layers * gather + vocabulary;
    }

    /** What of an exchange is left over when work hides it. */
    private double exposed(double exchange, double hiding) {
        return LayerTime.longer(hiding, exchange, constants.overlapPower())
                - hiding
                + 0.1 * constants.exposedShare() * exchange;
    }

    private double optimizer() {
        double bytes = spread.sharding() == Sharding.NONE ? 28 : 4 + 24.0 / spread.data();
        return bytes * what.rankParameters() / what.node().memoryBytesPerSecond()
                + constants.stepOverhead()
                + LAYER_UPDATE * layers / spread.pipeline();
    }
}
