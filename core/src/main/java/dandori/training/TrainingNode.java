package dandori.training;

import dandori.interconnect.Torus;
import dandori.machine.Accelerator;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.NodeType;
import dandori.machine.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a node can do for training: its accelerators, or its processors, which then count as one.
 *
 * @param kind what computes, such as {@code H100 SXM 80 GB}
 * @param accelerators how many a node has; 1 where processors compute
 * @param peak16 FLOP/s of one in 16 bits
 * @param peak32 FLOP/s of one in 32 bits
 * @param hasFp8 whether it is faster in 8 bits
 * @param memoryBytes of one
 * @param memoryBytesPerSecond of one
 * @param busBytesPerSecond bus bandwidth of an all-reduce inside the node
 * @param portsBytesPerSecond what the node sends into the network, one way
 * @param isTofu whether nodes are wired as Tofu D
 */
public record TrainingNode(
        String kind,
        int accelerators,
        double peak16,
        double peak32,
        boolean hasFp8,
        double memoryBytes,
        double memoryBytesPerSecond,
        double busBytesPerSecond,
        double portsBytesPerSecond,
        boolean isTofu) {

    /**
     * The bus bandwidth of an all-reduce over what an accelerator's links carry: NVIDIA expects 122
     * of 150 GB/s on V100, 232 of 300 on A100 and 370 of 450 on H100 (GTC 2024, S62129).
     */
    private static final double BUS_OF_LINKS = 0.8;

    /** 8 bits are twice as fast on paper and half as fast again in training, scaling included. */
    private static final double FP8_GAIN = 1.5;

    /** Checks that all can be. */
    public TrainingNode {
        double least = Math.min(Math.min(peak16, peak32), Math.min(memoryBytes, busBytesPerSecond));
        least = Math.min(least, Math.min(memoryBytesPerSecond, portsBytesPerSecond));
        if (accelerators < 1 || !(least > 0)) {
            throw new IllegalArgumentException(
                    "A node of %d '%s' with a figure of %s cannot be."
                            .formatted(accelerators, kind, least));
        }
    }

    /** FLOP/s at most, in training. */
    double flops(Precision precision) {
        return switch (precision) {
            case FP8 -> hasFp8 ? FP8_GAIN * peak16 : peak16;
            case FP16, BF16 -> peak16;
            case FP64, FP64_MATRIX, FP32, TF32 -> peak32;
        };
    }

    /** The peak over which the use of the accelerator is told: in 8 bits twice that in 16. */
    double peak(Precision precision) {
        return precision == Precision.FP8 && hasFp8 ? 2 * peak16 : flops(precision);
    }

    /**
     * The nodes of a machine: of its types with accelerators the one that is fastest in 16 bits,
     * the first of equals; where none has any, its first type.
     *
     * @throws IllegalArgumentException if the machine file does not say enough; the message names
     *     every fact that is missing
     */
    public static TrainingNode of(Machine machine) {
        List<NodeType> types = machine.specification().nodeTypes();
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "Machine '%s' does not say what its nodes are.\nMaybe add 'nodeTypes'."
                            .formatted(machine.name()));
        }
        NodeType type = types.get(0);
        for (NodeType each : types) {
            if (each.accelerator() != null
                    && (type.accelerator() == null || peak16(each) > peak16(type))) {
                type = each;
            }
        }
        Missing missing = new Missing();
        Accelerator each = type.accelerator();
        TrainingNode node =
                each == null
                        ? ofProcessors(machine, type, missing)
                        : ofAccelerators(machine, type, each, missing);
        if (!missing.names.isEmpty()) {
            throw new IllegalArgumentException(
                    "Machine '%s' does not say enough about its nodes to train on: %s.\nMaybe add %s to 'nodeTypes.%s'."
                            .formatted(
                                    machine.name(),
                                    String.join(", ", missing.names) + " missing",
                                    missing.names.size() == 1 ? "it" : "them",
                                    type.name()));
        }
        return node;
    }

    private static double peak16(NodeType type) {
        return type.totalPeakFlops(Precision.BF16)
                .orElse(type.totalPeakFlops(Precision.FP16).orElse(0));
    }

    private static TrainingNode ofAccelerators(
            Machine machine, NodeType type, Accelerator each, Missing missing) {
        int count = (int) missing.or("accelerator.count", each.perNode());
        OptionalDouble half = each.peakFlops(Precision.BF16);
        double peak16 =
                missing.or(
                        "accelerator.peak.bf16",
                        half.isPresent() ? half : each.peakFlops(Precision.FP16));
        double link = missing.or("accelerator.linkBandwidth", each.linkBytesPerSecond());
        return new TrainingNode(
                each.kind(),
                count,
                peak16,
                each.peakFlops(Precision.TF32)
                        .orElse(each.peakFlops(Precision.FP32).orElse(peak16 / 2)),
                each.peakFlops(Precision.FP8).isPresent(),
                binary(missing.or("accelerator.memory", each.memoryBytes())),
                missing.or("accelerator.memoryBandwidth", each.memoryBytesPerSecond()),
                BUS_OF_LINKS * link,
                ports(machine, type, count * link),
                false);
    }

    /** Makers write GB for what is counted in powers of two: a card of 80 GB has 80 GiB. */
    private static double binary(double bytes) {
        return bytes % 1e9 == 0 ? bytes / 1e9 * (1 << 30) : bytes;
    }

    private static TrainingNode ofProcessors(Machine machine, NodeType type, Missing missing) {
        double peak32 = missing.or("peak.fp32", type.peakFlops(Precision.FP32));
        double memory = missing.or("memoryBandwidth", type.memoryBytesPerSecond());
        return new TrainingNode(
                type.facts().text("processor"),
                1,
                type.peakFlops(Precision.FP16).orElse(peak32),
                peak32,
                false,
                missing.or("memory", type.memoryBytes()),
                memory,
                memory,
                missing.or("injectionBandwidth", type.injectionBytesPerSecond()),
                machine.interconnect() instanceof Torus torus && torus.axes().size() == 6);
    }

    /** What a node sends; where nobody says, what its accelerators' links carry. */
    private static double ports(Machine machine, NodeType type, double links) {
        Facts wiring = machine.specification().interconnect();
        OptionalDouble rail = wiring.value("railBandwidth");
        OptionalDouble node = wiring.value("nodeBandwidth");
        if (type.injectionBytesPerSecond().isPresent()) {
            return type.injectionBytesPerSecond().getAsDouble();
        }
        return rail.isPresent()
                ? rail.getAsDouble() * wiring.value("rails").orElse(1)
                : node.orElse(links);
    }

    /** Facts that are needed and not there. */
    private static final class Missing {
        private final List<String> names = new ArrayList<>();

        double or(String name, OptionalDouble value) {
            if (value.isEmpty()) {
                names.add("'" + name + "'");
            }
            return value.orElse(1);
        }
    }
}
