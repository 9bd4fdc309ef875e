package dandori.training;

/**
 * A step that was measured.
 *
 * @param what what was trained
 * @param seconds how long the step took
 */
public record StepMeasurement(TrainingCase what, double seconds) {

    /** Checks the time. */
    public StepMeasurement {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds (%s) must be positive.".formatted(seconds));
        }
    }

    /** Whether more than one node took part. */
    public boolean isMultiNode() {
        return what.parallelism().accelerators() > what.node().accelerators();
    }

    /** Whether it cannot have been so: the work would have needed more than the peak. */
    public boolean isImpossible() {
        return what.isImpossible(seconds);
    }

    /** How far a prediction is off, as a part of what was measured; never negative. */
    public double error(StepConstants constants) {
        return Math.abs(TrainingStep.of(what, constants).seconds() / seconds - 1);
    }
}
