package dandori.training;

/**
 * How a model is spread over accelerators, and in what portions it sees its tokens.
 *
 * @param tensor t: accelerators that share each matrix
 * @param pipeline p: stages one behind the other
 * @param data d: copies that see different sequences
 * @param interleave v: portions of layers that each stage has; 1 where each has one
 * @param expert e: accelerators that share the experts, out of the data-parallel ones
 * @param sequenceParallel whether what is not in matrix products is shared by the tensor-parallel
 *     accelerators, too
 * @param microBatch b: sequences that a stage handles at once
 * @param globalBatch B: sequences of an optimizer step
 * @param recompute what is computed twice
 * @param sharding what the copies share out
 */
public record Parallelism(
        int tensor,
        int pipeline,
        int data,
        int interleave,
        int expert,
        boolean sequenceParallel,
        int microBatch,
        int globalBatch,
        Recompute recompute,
        Sharding sharding) {

    /** Checks that every degree is at least 1. */
    public Parallelism {
        int least = Math.min(Math.min(tensor, pipeline), Math.min(data, interleave));
        if (Math.min(least, Math.min(Math.min(expert, microBatch), globalBatch)) < 1) {
            throw new IllegalArgumentException(
                    ("tensor %d, pipeline %d, data %d, interleave %d, expert %d, micro-batch %d and"
                                    + " global batch %d must be at least 1.")
                            .formatted(
                                    tensor,
                                    pipeline,
                                    data,
                                    interleave,
                                    expert,
                                    microBatch,
                                    globalBatch));
        }
    }

    /** Degrees and batches; nothing interleaved, computed twice or shared out. */
    public static Parallelism of(
            int tensor, int pipeline, int data, int microBatch, int globalBatch) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                1,
                1,
                false,
                microBatch,
                globalBatch,
                Recompute.NONE,
                Sharding.NONE);
    }

    /** Accelerators in all. */
    public long accelerators() {
        return (long) tensor * pipeline * data;
    }

    /** m: micro-batches that each copy handles in a step, the last perhaps not full. */
    public double microBatches() {
        return (double) globalBatch / ((double) data * microBatch);
    }

    /** The same with another micro-batch. */
    public Parallelism withMicroBatch(int sequences) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                interleave,
                expert,
                sequenceParallel,
                sequences,
                globalBatch,
                recompute,
                sharding);
    }

    /** The same with something else computed twice. */
    public Parallelism withRecompute(Recompute what) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                interleave,
                expert,
                sequenceParallel,
                microBatch,
                globalBatch,
                what,
                sharding);
    }

    /** The same with something else shared out. */
    public Parallelism withSharding(Sharding what) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                interleave,
                expert,
                sequenceParallel,
                microBatch,
                globalBatch,
                recompute,
                what);
    }

    /** The same with and without sequence parallelism. */
    public Parallelism withSequenceParallel(boolean isShared) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                interleave,
                expert,
                isShared,
                microBatch,
                globalBatch,
                recompute,
                sharding);
    }

    /** The same with another interleaving. */
    public Parallelism withInterleave(int portions) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                portions,
                expert,
                sequenceParallel,
                microBatch,
                globalBatch,
                recompute,
                sharding);
    }

    /** The same with experts shared by so many. */
    public Parallelism withExpert(int accelerators) {
        return new Parallelism(
                tensor,
                pipeline,
                data,
                interleave,
                accelerators,
                sequenceParallel,
                microBatch,
                globalBatch,
                recompute,
                sharding);
    }

    /** The same with other degrees. */
    public Parallelism withDegrees(int otherTensor, int otherPipeline, int otherData) {
        return new Parallelism(
                otherTensor,
                otherPipeline,
                otherData,
                interleave,
                expert,
                sequenceParallel,
                microBatch,
                globalBatch,
                recompute,
                sharding);
    }
}
