package dandori.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a parallelism is given; what is null may be chosen.
 *
 * @param tensor degree
 * @param pipeline degree
 * @param data degree
 * @param interleave portions a stage
 * @param expert degree
 * @param sequenceParallel whether
 * @param microBatch sequences
 * @param recompute what
 * @param sharding what
 */
public record Wish(
        @Nullable Integer tensor,
        @Nullable Integer pipeline,
        @Nullable Integer data,
        @Nullable Integer interleave,
        @Nullable Integer expert,
        @Nullable Boolean sequenceParallel,
        @Nullable Integer microBatch,
        @Nullable Recompute recompute,
        @Nullable Sharding sharding) {

    /** Nothing is given. */
    public static final Wish NONE = new Wish(null, null, null, null, null, null, null, null, null);

    /**
     * The parallelism on so many accelerators, where degrees and micro-batch are given; else null.
     * What else is left out is plain: nothing interleaved or computed twice, one rank for all
     * experts; sequence parallelism with tensor parallelism, and the optimizer's state shared out
     * among copies.
     */
    public @Nullable Parallelism whole(int accelerators, int globalBatch) {
        if (tensor == null || pipeline == null || microBatch == null) {
            return null;
        }
        int copies = accelerators / tensor / pipeline;
        Sharding usual = copies == 1 ? Sharding.NONE : Sharding.ZERO_1;
        return new Parallelism(
                tensor,
                pipeline,
                copies,
                Objects.requireNonNullElse(interleave, 1),
                Objects.requireNonNullElse(expert, 1),
                Objects.requireNonNullElse(sequenceParallel, tensor > 1),
                microBatch,
                globalBatch,
                Objects.requireNonNullElse(recompute, Recompute.NONE),
                Objects.requireNonNullElse(sharding, usual));
    }

    /** Whether a parallelism is as wished. */
    boolean allows(Parallelism spread) {
        return is(tensor, spread.tensor())
                && is(pipeline, spread.pipeline())
                && is(data, spread.data())
                && is(interleave, spread.interleave())
                && is(expert, spread.expert())
                && is(sequenceParallel, spread.sequenceParallel())
                && is(microBatch, spread.microBatch())
                && is(recompute, spread.recompute())
                && is(sharding, spread.sharding());
    }

    private static boolean is(@Nullable Object wanted, Object given) {
        return wanted == null || wanted.equals(given);
    }
}
