package dandori.machine;

import java.util.Locale;

/** A format of numbers in which a processor has a peak speed; without sparsity. */
public enum Precision {
    /** 64-bit floating point. */
    FP64,
    /** 64-bit floating point in units for matrix products. */
    FP64_MATRIX,
    /** 32-bit floating point. */
    FP32,
    /** 19-bit numbers in units for matrix products, stored as 32 bits. */
    TF32,
    /** 16-bit floating point. */
    FP16,
    /** 16-bit numbers with the range of 32-bit ones. */
    BF16,
    /** 8-bit floating point. */
    FP8;

    /** The word in machine files: {@code fp64-matrix}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
