package dandori.training;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.Precision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The fit on steps that were not measured but made. */
class StepFitTest {

    private static final TrainingNode NODE =
            new TrainingNode(
                    "A100",
                    8,
                    312e12,
                    156e12,
                    false,
                    80.0 * (1 << 30),
                    2039e9,
                    240e9,
                    200e9,
                    false);
    private static final StepConstants TRUTH =
            new StepConstants(0.7, 0.3, 0.9, 2e-3, 100e-6, 0.2e-3, 20e-6, 0.4, 2, 2, 0.6, 30e-3);

    private static List<StepMeasurement> made(double noise) {
        List<StepMeasurement> made = new ArrayList<>();
        Software software = new Software(Precision.BF16, AttentionKernel.UNFUSED);
        int sign = 1;
        for (int t = 1; t <= 8; t *= 2) {
            for (int p = 1; p <= 4; p *= 2) {
                for (int d = 1; d <= 8; d *= 4) {
                    for (int b = 1; b <= 8; b *= 2) {
                        for (int h = 1024; h <= 4096; h *= 2) {
                            TrainingCase what =
                                    new TrainingCase(
                                            Transformer.gpt(24, h, 16, 51200, 2048),
                                            Parallelism.of(t, p, d, b, 64 * d),
                                            software,
                                            NODE);
                            double seconds = TrainingStep.of(what, TRUTH).seconds();
                            made.add(new StepMeasurement(what, seconds * (1 + sign * noise)));
                            sign = -sign;
                        }
                    }
                }
            }
        }
        return made;
    }

    private static double meanError(List<StepMeasurement> steps, StepConstants constants) {
        return steps.stream().mapToDouble(step -> step.error(constants)).average().orElseThrow();
    }

    @Test
    void theConstantsThatMadeTheStepsAreFound() {
        List<StepMeasurement> made = made(0);
        StepConstants found = StepFit.of(made, StepConstants.START);

        assertThat(meanError(made, StepConstants.START)).isGreaterThan(0.1);
        assertThat(meanError(made, found)).isLessThan(0.005);
        assertThat(found.matrixEfficiency()).isCloseTo(0.7, Percentage.withPercentage(2));
        assertThat(found.launch()).isCloseTo(2e-3, Percentage.withPercentage(2));
        assertThat(found.logitsFactor()).isCloseTo(2, Percentage.withPercentage(2));
    }

    @Test
    void outliersAreForgiven() {
        List<StepMeasurement> made = made(0.02);
        for (int i = 0; i < made.size(); i += 20) {
            StepMeasurement wild = made.get(i);
            made.set(i, new StepMeasurement(wild.what(), 3 * wild.seconds()));
        }
        StepConstants found = StepFit.of(made, StepConstants.START);

        assertThat(meanError(made(0), found)).isLessThan(0.02);
    }

    @Test
    void equalStepsGiveEqualConstants() {
        assertThat(StepFit.of(made(0.05), StepConstants.START))
                .isEqualTo(StepFit.of(made(0.05), StepConstants.START));
    }

    @Test
    void withoutStepsTheBeginningStays() {
        StepConstants found = StepFit.of(List.of(), TRUTH);

        for (StepParameter parameter : StepParameter.values()) {
            assertThat(found.value(parameter))
                    .isCloseTo(TRUTH.value(parameter), Percentage.withPercentage(1e-9));
        }
    }

    /** A pool of one machine pulls no constant that nothing was measured of. */
    @Test
    void fewStepsMoveOnlyWhatTheySpeakOf() {
        List<StepMeasurement> one = List.of(made(0).get(0)); // no parallelism at all
        StepConstants found = StepFit.of(one, StepConstants.START);

        assertThat(found.networkShare())
                .isCloseTo(StepConstants.START.networkShare(), Percentage.withPercentage(1e-4));
        assertThat(found.tensorLaunch())
                .isCloseTo(StepConstants.START.tensorLaunch(), Percentage.withPercentage(1e-4));
    }

    @Test
    void aMachineOfFewStepsBeginsWithThePoolOfTheOthers() {
        List<StepMeasurement> made = made(0);
        Map<String, List<StepMeasurement>> all = Map.of("large", made, "small", made.subList(0, 5));

        assertThat(StepFit.start("small", 5, all)).isEqualTo(StepFit.pooled(Map.of("large", made)));
        assertThat(StepFit.start("large", made.size(), all)).isEqualTo(StepConstants.START);
    }

    /** What is measured twice is never on both sides: else it would be predicted from itself. */
    @Test
    void aConfigurationIsInOneHalf() {
        List<StepMeasurement> twice = new ArrayList<>(made(0).subList(0, 30));
        List<StepMeasurement> wild = new ArrayList<>();
        for (StepMeasurement step : twice) {
            wild.add(step);
            wild.add(step);
        }
        double[] errors = StepValidation.errors(wild, StepConstants.START, 1);
        double[] again = StepValidation.errors(wild, StepConstants.START, 1);

        assertThat(errors).hasSize(60).containsExactly(again);
        for (int i = 0; i < 60; i += 2) {
            assertThat(errors[i]).isEqualTo(errors[i + 1]);
        }
        assertThat(StepValidation.errors(wild, StepConstants.START, 2)).isNotEqualTo(errors);
    }

    @Test
    void theSidesOfABoxAreAsAlikeAsCanBe() {
        assertThat(TofuStepNetwork.sides(288)).isEqualTo(List.of(8, 6, 6));
        assertThat(TofuStepNetwork.sides(6)).isEqualTo(List.of(3, 2));
        assertThat(TofuStepNetwork.sides(7)).isEqualTo(List.of(7));
        assertThat(TofuStepNetwork.sides(1)).isEqualTo(Collections.singletonList(1));
    }
}
