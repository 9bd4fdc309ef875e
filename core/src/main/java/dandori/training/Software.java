package dandori.training;

import dandori.machine.Precision;

/**
 * What the training program computes with.
 *
 * @param precision of matrix products
 * @param attention how attention is computed
 */
public record Software(Precision precision, AttentionKernel attention) {

    /** What is usual since 2024: bfloat16, fused attention in kernels made for the accelerator. */
    public static final Software MODERN = new Software(Precision.BF16, AttentionKernel.FLASH_TUNED);

    /**
     * What is usual on a node: 32 bits and plain attention on processors of a Tofu machine, else
     * bfloat16 and attention fused in kernels made for the accelerator.
     */
    public static Software usualOn(TrainingNode node) {
        if (node.accelerators() == 1 && node.isTofu()) {
            return new Software(Precision.FP32, AttentionKernel.UNFUSED);
        }
        return new Software(Precision.BF16, AttentionKernel.madeFor(node.peak16()));
    }

    /** Bytes of an element of a parameter or activation on its way. */
    double elementBytes() {
        return switch (precision) {
            case FP64, FP64_MATRIX -> 8;
            case FP32, TF32 -> 4;
            case FP16, BF16, FP8 -> 2;
        };
    }
}
