package dandori.cli;

import dandori.machine.Precision;
import dandori.training.AttentionKernel;
import dandori.training.Recompute;
import dandori.training.Sharding;
import dandori.training.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a model is spread, as far as a call says. */
final class EstimateOptions {

    @Option(
            names = "--tensor",
            paramLabel = "T",
            description = "Accelerators that share each matrix.")
    @Nullable Integer tensor;

    @Option(names = "--pipeline", paramLabel = "P", description = "Stages of the pipeline.")
    @Nullable Integer pipeline;

    @Option(
            names = "--data",
            paramLabel = "D",
            description = "Copies; what is left of the accelerators where it is not given.")
    @Nullable Integer data;

    @Option(
            names = "--interleave",
            paramLabel = "V",
            description = "Portions of layers that each stage has.")
    @Nullable Integer interleave;

    @Option(
            names = "--expert",
            paramLabel = "E",
            description = "Accelerators that share the experts.")
    @Nullable Integer expert;

    @Option(
            names = "--sequence-parallel",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "Whether tensor-parallel accelerators share the rest of a layer, too.")
    @Nullable Boolean sequenceParallel;

    @Option(
            names = "--micro-batch",
            paramLabel = "B",
            description = "Sequences that a stage handles at once.")
    @Nullable Integer microBatch;

    @Option(
            names = "--global-batch",
            paramLabel = "B",
            description =
                    "Sequences of an optimizer step. Default: the model's; else about 4 million tokens.")
    @Nullable Integer globalBatch;

    @Option(
            names = "--sequence",
            paramLabel = "TOKENS",
            description = "Tokens of a sequence. Default: the model's.")
    @Nullable Integer sequence;

    @Option(
            names = "--recompute",
            paramLabel = "WHAT",
            description = "What is computed twice: none, selective or full.")
    @Nullable Recompute recompute;

    @Option(
            names = "--sharding",
            paramLabel = "WHAT",
            description = "What the copies share out: none, zero-1, zero-2 or zero-3 (FSDP).")
    @Nullable Sharding sharding;

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description = "fp32, fp16, bf16 or fp8. Default: bf16; fp32 on processors.")
    @Nullable Precision precision;

    @Option(
            names = "--attention",
            paramLabel = "NAME",
            description =
                    "unfused, flash or flash-tuned (kernels made for H100). Default: flash-tuned on"
                            + " accelerators that are as fast, flash on others, unfused on processors.")
    @Nullable AttentionKernel attention;

    /** For picocli. */
    EstimateOptions() {}

    /** What is given. */
    Wish wish() {
        return new Wish(
                tensor,
                pipeline,
                data,
                interleave,
                expert,
                sequenceParallel,
                microBatch,
                recompute,
                sharding);
    }
}
