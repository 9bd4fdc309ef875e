package dandori.training;

/**
 * A constant of a machine that measurements are fitted for. Each has a value to begin with and says
 * how far off it that may be, which keeps sparse measurements from meaning too much.
 */
public enum StepParameter {
    /** The part of the peak that large matrix products reach. */
    MATRIX_EFFICIENCY("matrixEfficiency", "", 0.78, 0.15),
    /** The effective part of a node's ports; above 1 where it makes up for something else. */
    NETWORK_SHARE("networkShare", "", 0.5, 0.6),
    /** The effective part of the bandwidth inside a node. */
    BUS_SHARE("busShare", "", 0.75, 0.4),
    /** What the host needs to launch a layer's forward pass; half as much again backward. */
    LAUNCH("launch", "s", 1.2e-3, 0.6),
    /** What an all-reduce of two accelerators of a node takes at least; of all of them, thrice. */
    REDUCE_LATENCY("reduceLatency", "s", 50e-6, 1.5),
    /** What the host needs besides for each all-reduce of tensor parallelism. */
    TENSOR_LAUNCH("tensorLaunch", "s", 0.3e-3, 0.7),
    /** The same for each further accelerator that takes part. */
    TENSOR_LAUNCH_EACH("tensorLaunchEach", "s", 10e-6, 1),
    /** The part of the peak that the products of attention reach. */
    ATTENTION_EFFICIENCY("attentionEfficiency", "", 0.55, 0.3),
    /**
     * How many times longer the vocabulary's product takes where no tensor parallelism splits it.
     */
    LOGITS_FACTOR("logitsFactor", "", 1.2, 0.5),
    /** How sharply the longer of two things that overlap decides; a sum at 1. */
    OVERLAP_POWER("overlapPower", "", 3, 0.5),
    /** The part of the exchange of gradients that nothing hides. */
    EXPOSED_SHARE("exposedShare", "", 0.5, 0.5),
    /** What a step takes besides, whatever its size. */
    STEP_OVERHEAD("stepOverhead", "s", 10e-3, 1);

    private final String text;
    private final String unit;
    private final double start;
    private final double spread;

    StepParameter(String text, String unit, double start, double spread) {
        this.text = text;
        this.unit = unit;
        this.start = start;
        this.spread = spread;
    }

    /** The key in machine files. */
    public String text() {
        return text;
    }

    /** {@code s} for a time, empty for a ratio. */
    public String unit() {
        return unit;
    }

    /** The value to begin with. */
    public double start() {
        return start;
    }

    /** The standard deviation of its logarithm about that, before anything was measured. */
    public double spread() {
        return spread;
    }
}
