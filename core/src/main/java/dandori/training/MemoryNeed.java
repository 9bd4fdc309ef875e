package dandori.training;

/**
 * What a training case needs of the memory of its fullest accelerator, in bytes.
 *
 * <p>Parameters, gradients and Adam's state are 16 bytes a parameter (Rajbhandari et al., ZeRO, SC
 * 2020, section 3.1), activations those of Korthikanti et al. (arXiv 2205.05198), of as many
 * micro-batches as a stage has under way in 1F1B. The first stage has most of those, the last the
 * vocabulary's output; what is more counts.
 *
 * @param parameters with, where they are shared out, the two layers that are gathered
 * @param gradients of the parameters
 * @param optimizer Adam's two moments, and a copy of the parameters in 32 bits
 * @param activations kept for the backward pass
 * @param reserve what the programs need themselves, and what is too scattered to be used: assumed
 * @param available what the accelerator has
 */
public record MemoryNeed(
        double parameters,
        double gradients,
        double optimizer,
        double activations,
        double reserve,
        double available) {

    private static final double GIB = 1 << 30;
    private static final double RESERVE = 2 * GIB;

    /** What it needs in all. */
    public double bytes() {
        return parameters + gradients + optimizer + activations + reserve;
    }

    /** Whether that is there. */
    public boolean fits() {
        return bytes() <= available;
    }

    /** What it needs, in GiB. */
    public double needsGib() {
        return bytes() / GIB;
    }

    /** What there is, in GiB. */
    public double hasGib() {
        return available / GIB;
    }

    /** What a case needs. */
    public static MemoryNeed of(TrainingCase what) {
        Parallelism spread = what.parallelism();
        double width = what.software().elementBytes();
        double all = what.rankParameters();
        int d = spread.data();
        double here = all * spread.sharding().parameters(d);
        if (spread.sharding() == Sharding.ZERO_3) {
            here += 2 * all * spread.pipeline() / what.model().layers();
        }
        return new MemoryNeed(
                width * here,
                width * all * spread.sharding().gradients(d),
                (16 - 2 * width) * all * spread.sharding().optimizer(d),
                activations(what),
                RESERVE,
                what.node().memoryBytes());
    }

    private static double activations(TrainingCase what) {
        Parallelism spread = what.parallelism();
        double p = spread.pipeline();
        double v = spread.interleave();
        double layers = Math.ceil(what.model().layers() / p);
        double underWay = Math.min(p, Math.max(1, spread.microBatches()));
        double interleaved = p > 1 && v > 1 ? 1 + (p - 1) / (p * v) : 1;
        double kept = kept(what);
        double working = working(what);
        double first = kept * layers * underWay * interleaved;
        double tokens = (double) spread.microBatch() * what.model().sequence();
        double logits = 4 * tokens * what.model().vocabulary() / spread.tensor();
        return Math.max(first, kept * layers + logits) + working;
    }

    /** What one layer keeps of one micro-batch. */
    private static double kept(TrainingCase what) {
        Parallelism spread = what.parallelism();
        return spread.recompute() == Recompute.FULL
                ? element(what) / (spread.sequenceParallel() ? spread.tensor() : 1)
                : whole(what, spread.recompute() == Recompute.NONE);
    }

    /** What a layer that is computed again needs while it is. */
    private static double working(TrainingCase what) {
        return what.parallelism().recompute() == Recompute.FULL ? whole(what, true) : 0;
    }

    /** A token's vectors of one micro-batch, in bytes. */
    private static double element(TrainingCase what) {
        return what.software().elementBytes()
                * what.parallelism().microBatch()
                * what.model().sequence()
                * what.model().hidden();
    }

    /** All that a layer may keep of one micro-batch. */
    private static double whole(TrainingCase what, boolean keepsMatrix) {
        Transformer model = what.model();
        double t = what.parallelism().tensor();
        double shared = what.parallelism().sequenceParallel() ? t : 1;
        double h = model.hidden();
        double inside = model.activeExperts() * (model.upWidth() + model.feedForward()) / h;
        boolean hasMatrix = keepsMatrix && !what.software().attention().isFused();
        double matrix = hasMatrix ? 2.5 * model.heads() * (double) model.sequence() / h / t : 0;
        return element(what) * (5 / shared + (4 + inside) / t + matrix);
    }
}
