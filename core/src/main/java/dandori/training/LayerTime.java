package dandori.training;

/**
 * How long a layer takes for one micro-batch, forward and backward, in seconds.
 *
 * @param forward one forward pass
 * @param backward one backward pass, without anything that is computed again
 * @param again what of the forward pass is computed again
 */
record LayerTime(double forward, double backward, double again) {

    private static final double MORE_LAUNCHES = 1.5; // where softmax is no kernel of its own

    /** Forward, backward and again. */
    double seconds() {
        return forward + backward + again;
    }

    /** The same from the work and the collectives of a layer. */
    static LayerTime of(
            Work work, Parallelism parallelism, StepConstants constants, double collectives) {
        double tensor = parallelism.tensor();
        double launch =
                tensor > 1
                        ? 2 * constants.tensorLaunch()
                                + 2 * constants.tensorLaunchEach() * (tensor - 1)
                        : 0;
        double q = constants.overlapPower();
        double host = constants.launch() * (work.isSoftmaxFused ? 1 : MORE_LAUNCHES);
        double forward = longer(work.forward + collectives, host + launch, q) + 1e-4;
        double backward = longer(work.backward + collectives, 1.5 * host + launch, q) + 2e-4;
        double again =
                switch (parallelism.recompute()) {
                    case NONE -> 0;
                    case SELECTIVE -> work.isFused ? 0 : work.attention;
                    case FULL -> forward;
                };
        return new LayerTime(forward, backward, again);
    }

    /** The longer of two times that overlap, and somewhat more where they are alike. */
    static double longer(double one, double other, double power) {
        double most = Math.max(one, other);
        double ratio = Math.min(one, other) / most;
        return most > 0 ? most * StrictMath.pow(1 + StrictMath.pow(ratio, power), 1 / power) : 0;
    }

    /** What a layer and the vocabulary have an accelerator compute for one micro-batch. */
    static final class Work {

        private static final double SMALL_ROWS = 150; // tokens at which a product is half as fast
        private static final double SMALL_WIDTH = 60; // widths at which it is half as fast
        private static final double START_FLOP = 8e9; // what could be done while a product starts
        private static final double MORE_TRAFFIC = 3; // where softmax is no kernel of its own
        private static final double UNALIGNED = 4; // heads whose width is no multiple of 8

        private final double speed; // FLOP/s that large products reach
        final double attention; // seconds, forward
        final double forward; // seconds
        final double backward; // seconds
        final double logits; // seconds, forward and backward
        final boolean isFused;
        final boolean isSoftmaxFused;

        Work(TrainingCase what, StepConstants constants) {
            Transformer model = what.model();
            Parallelism spread = what.parallelism();
            double peak = what.node().flops(what.software().precision());
            double memory = what.node().memoryBytesPerSecond();
            double width = what.software().elementBytes();
            double t = spread.tensor();
            double h = model.hidden();
            double tokens = (double) spread.microBatch() * model.sequence();
            speed = peak * constants.matrixEfficiency();
            double linear =
                    product(tokens, model.attentionWidth() / t, h)
                            + product(tokens, h, h / t)
                            + feedForward(model, spread, tokens);
            AttentionKernel kernel = what.software().attention();
            isFused = kernel.isFused();
            isSoftmaxFused = isFused || isSoftmaxFused(model, spread);
            double rate = peak * constants.attentionEfficiency();
            if (isFused) {
                double share = kernel.shareOfPeak(what.node().peak16()) / 0.55;
                attention = 2 * tokens * model.sequence() * h / t / (rate * share);
            } else {
                double slow = model.hidden() % (8 * model.heads()) == 0 ? 1 : UNALIGNED;
                double elements = (double) model.heads() * model.sequence() * tokens / t;
                attention =
                        4 * tokens * model.sequence() * h / t / rate * slow
                                + 6.5
                                        * width
                                        * elements
                                        / memory
                                        * (isSoftmaxFused ? 1 : MORE_TRAFFIC);
            }
            double shared = spread.sequenceParallel() ? t : 1;
            double elementwise = width * tokens * h * (12 / shared + 30 / t) / memory;
            forward = linear + attention + elementwise;
            backward = 2 * linear + (isFused ? 2.5 : 2) * attention + 2 * elementwise;
            logits =
                    3
                                    * product(tokens, model.vocabulary() / t, h)
                                    * (t == 1 ? constants.logitsFactor() : 1)
                            + 16 * tokens * model.vocabulary() / t / memory;
        }

        /**
         * Megatron's kernel for scaling, mask and softmax takes heads and sequences four at a time;
         * where they do not come so, each is a kernel of its own (Megatron-LM, fused_softmax.py).
         */
        private static boolean isSoftmaxFused(Transformer model, Parallelism spread) {
            return (long) model.heads() * spread.microBatch() % (4L * spread.tensor()) == 0;
        }

        private double feedForward(Transformer model, Parallelism spread, double tokens) {
            double t = spread.tensor();
            double h = model.hidden();
            double up = model.upWidth() / t;
            double down = model.feedForward() / t;
            if (model.experts() == 1) {
                return product(tokens, up, h) + product(tokens, h, down);
            }
            double here = (double) model.experts() / spread.expert();
            double each = tokens * model.activeExperts() / here;
            return here * (product(each, up, h) + product(each, h, down))
                    + product(tokens, model.experts(), h);
        }

        /** A matrix product of so many rows, columns and terms of each sum. */
        private double product(double rows, double columns, double terms) {
            double narrow = Math.min(columns, terms);
            double share = rows / (rows + SMALL_ROWS) * (narrow / (narrow + SMALL_WIDTH));
            return 2 * rows * columns * terms / (speed * share) + START_FLOP / speed;
        }
    }
}
