package dandori.training;

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
