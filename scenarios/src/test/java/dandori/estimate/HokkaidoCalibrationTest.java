package dandori.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.Catalogue;
import dandori.catalogue.LanguageModel;
import dandori.catalogue.ModelCatalogue;
import dandori.machine.Machine;
import dandori.training.Calibration;
import dandori.training.Parallelism;
import dandori.training.PooledConstants;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.StepConstants;
import dandori.training.StepFit;
import dandori.training.StepMeasurement;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The cluster in Hokkaido is calibrated by the two steps that LLM-jp published, in steps a day: the
 * 172B does 2,000 on 64 nodes, the 13B 20,000 on 32.
 */
class HokkaidoCalibrationTest {

    private static final double DAY = 86_400;

    private static StepMeasurement step(
            Machine machine, String name, Parallelism spread, double stepsPerDay) {
        LanguageModel model = ModelCatalogue.model(name);
        TrainingCase what =
                new TrainingCase(
                        model.transformer(), spread, Software.MODERN, TrainingNode.of(machine));
        return new StepMeasurement(what, DAY / stepsPerDay);
    }

    private static List<StepMeasurement> published(Machine machine) {
        Parallelism large = Parallelism.of(4, 16, 8, 1, 1728);
        Parallelism small = Parallelism.of(2, 2, 64, 2, 1024);
        return List.of(
                step(
                        machine,
                        "llm-jp-172b",
                        large.withSequenceParallel(true).withSharding(Sharding.ZERO_1),
                        2_000),
                step(
                        machine,
                        "llm-jp-13b",
                        small.withSequenceParallel(true).withSharding(Sharding.ZERO_1),
                        20_000));
    }

    @Test
    void theFileHoldsWhatIsFittedToBoth() {
        Machine machine = Catalogue.machine("sakura-hokkaido");
        StepConstants fitted = StepFit.of(published(machine), PooledConstants.VALUES);
        Calibration calibration = new Calibration(fitted, true, Double.NaN, 0, Double.NaN, 0);

        assertThat(Catalogue.text("sakura-hokkaido")).contains(CalibrationText.of(calibration));
    }

    @Test
    void bothArePredictedWithinTenPercent() {
        Machine machine = Catalogue.machine("sakura-hokkaido");
        StepConstants constants = Calibration.of(machine).constants();

        assertThat(published(machine)).allMatch(step -> step.error(constants) < 0.1);
    }
}
