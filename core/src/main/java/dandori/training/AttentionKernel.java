package dandori.training;

/** How attention is computed. */
public enum AttentionKernel {
    /** Product, softmax and product, each through memory. */
    UNFUSED,
    /**
     * In one pass that keeps the matrix out of memory (Dao et al., FlashAttention, NeurIPS 2022), a
     * kernel made for A100.
     */
    FLASH,
    /** The same in kernels made for H100, such as cuDNN's, which come with Transformer Engine. */
    FLASH_TUNED;

    private static final double FAST = 600e12; // FLOP/s in 16 bits, between A100 and H100

    /** The kernel that is usual on an accelerator of so many FLOP/s in 16 bits. */
    static AttentionKernel madeFor(double peakFlops) {
        return peakFlops > FAST ? FLASH_TUNED : FLASH;
    }

    /** Whether the attention matrix never stands in memory. */
    public boolean isFused() {
        return this != UNFUSED;
    }

    /**
     * The part of the peak that it reaches where matrix products are at their usual best: about 100
     * TFLOP/s of 312 on A100 and 200 of 989 on H100, 540 there if tuned.
     *
     * @param peakFlops of the accelerator, in 16 bits
     */
    double shareOfPeak(double peakFlops) {
        boolean isFast = peakFlops > FAST;
        return switch (this) {
            case UNFUSED -> 1;
            case FLASH -> isFast ? 0.20 : 0.33;
            case FLASH_TUNED -> 0.55;
        };
    }
}
