package dandori.catalogue;

import dandori.training.Calibration;
import dandori.training.StepParameter;
import java.util.ArrayList;
import java.util.List;

/** The facts of a calibration: the model's constants, and how far it is off with them. */
final class CalibrationFacts {

    private CalibrationFacts() {}

    static FactKey[] all() {
        List<FactKey> facts = new ArrayList<>();
        for (StepParameter parameter : StepParameter.values()) {
            Dimension dimension = parameter.unit().isEmpty() ? Dimension.RATIO : Dimension.LATENCY;
            facts.add(
                    FactKey.of(parameter.text(), dimension, sentence(parameter))
                            .atLeast(Double.MIN_VALUE));
        }
        facts.add(
                FactKey.of(
                        Calibration.ROWS_OF_ONE,
                        Dimension.COUNT,
                        "Measured steps of one node that it was fitted to."));
        facts.add(
                FactKey.of(
                        Calibration.ERROR_OF_ONE,
                        Dimension.RATIO,
                        "Mean error on such steps that the fit had not seen."));
        facts.add(
                FactKey.of(
                        Calibration.ROWS_OF_SEVERAL,
                        Dimension.COUNT,
                        "Measured steps of several nodes that it was fitted to."));
        facts.add(
                FactKey.of(
                        Calibration.ERROR_OF_SEVERAL,
                        Dimension.RATIO,
                        "Mean error on such steps that the fit had not seen."));
        return facts.toArray(FactKey[]::new);
    }

    private static String sentence(StepParameter parameter) {
        return switch (parameter) {
            case MATRIX_EFFICIENCY -> "Part of the peak that large matrix products reach.";
            case NETWORK_SHARE -> "Effective part of a node's ports.";
            case BUS_SHARE -> "Effective part of the bandwidth inside a node.";
            case LAUNCH -> "Launching a layer's forward pass.";
            case REDUCE_LATENCY -> "An all-reduce of two accelerators of a node, at least.";
            case TENSOR_LAUNCH -> "Launching an all-reduce of tensor parallelism.";
            case TENSOR_LAUNCH_EACH -> "The same for each further accelerator.";
            case ATTENTION_EFFICIENCY -> "Part of the peak that attention's products reach.";
            case LOGITS_FACTOR -> "How many times longer an unsplit vocabulary's product takes.";
            case OVERLAP_POWER -> "How sharply the longer of two things that overlap decides.";
            case EXPOSED_SHARE -> "Part of the exchange of gradients that nothing hides.";
            case STEP_OVERHEAD -> "What a step takes besides.";
        };
    }
}
