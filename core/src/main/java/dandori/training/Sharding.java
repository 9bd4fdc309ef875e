package dandori.training;

import java.util.Locale;

/**
 * What the data-parallel ranks share out among them instead of each holding all (Rajbhandari et
 * al., ZeRO, SC 2020).
 */
public enum Sharding {
    /** Nothing. */
    NONE(1, 1, 1),
    /** The optimizer's state. */
    ZERO_1(1, 1, 0),
    /** That and the gradients; as FSDP's SHARD_GRAD_OP. */
    ZERO_2(1, 0, 0),
    /** That and the parameters; as FSDP's FULL_SHARD. */
    ZERO_3(0, 0, 0);

    private final int wholeParameters;
    private final int wholeGradients;
    private final int wholeOptimizer;

    Sharding(int wholeParameters, int wholeGradients, int wholeOptimizer) {
        this.wholeParameters = wholeParameters;
        this.wholeGradients = wholeGradients;
        this.wholeOptimizer = wholeOptimizer;
    }

    /** The word in calls and files: {@code zero-1}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of the parameters that a rank of so many holds. */
    double parameters(int ranks) {
        return wholeParameters == 1 ? 1 : 1.0 / ranks;
    }

    /** The part of the gradients that a rank of so many holds. */
    double gradients(int ranks) {
        return wholeGradients == 1 ? 1 : 1.0 / ranks;
    }

    /** The part of the optimizer's state that a rank of so many holds. */
    double optimizer(int ranks) {
        return wholeOptimizer == 1 ? 1 : 1.0 / ranks;
    }

    /** Whether parameters are gathered layer by layer while the step runs. */
    boolean gathersLayers() {
        return this == ZERO_2 || this == ZERO_3;
    }
}
