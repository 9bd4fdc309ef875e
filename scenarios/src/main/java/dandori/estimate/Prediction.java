package dandori.estimate;

import dandori.training.MemoryNeed;
import dandori.training.StepConstants;
import dandori.training.StepTime;
import dandori.training.TrainingCase;
import dandori.training.TrainingStep;

/**
 * What is predicted for a case.
 *
 * @param time of a step
 * @param memory of the fullest accelerator
 */
public record Prediction(StepTime time, MemoryNeed memory) {

    /** What a case comes to on a machine with these constants. */
    public static Prediction of(TrainingCase what, StepConstants constants) {
        return new Prediction(TrainingStep.of(what, constants), MemoryNeed.of(what));
    }
}
