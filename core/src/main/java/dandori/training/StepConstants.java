package dandori.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The constants of a machine, one for each {@link StepParameter} and in its unit. They are
 * effective: where the form of the model leaves something out, a constant may have to stand for it.
 */
public record StepConstants(
        double matrixEfficiency,
        double networkShare,
        double busShare,
        double launch,
        double reduceLatency,
        double tensorLaunch,
        double tensorLaunchEach,
        double attentionEfficiency,
        double logitsFactor,
        double overlapPower,
        double exposedShare,
        double stepOverhead) {

    /** What may be taken before anything was measured. */
    public static final StepConstants START = of(starts());

    /** Checks that all are positive. */
    public StepConstants {
        double[] all = {
            matrixEfficiency,
            networkShare,
            busShare,
            launch,
            reduceLatency,
            tensorLaunch,
            tensorLaunchEach,
            attentionEfficiency,
            logitsFactor,
            overlapPower,
            exposedShare,
            stepOverhead
        };
        for (int i = 0; i < all.length; i++) {
            if (!(all[i] > 0 && all[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "%s (%s) must be positive."
                                .formatted(StepParameter.values()[i].text(), all[i]));
            }
        }
    }

    private static List<Double> starts() {
        List<Double> starts = new ArrayList<>();
        for (StepParameter parameter : StepParameter.values()) {
            starts.add(parameter.start());
        }
        return starts;
    }

    /** From values in the order of {@link StepParameter}. */
    public static StepConstants of(List<Double> of) {
        return new StepConstants(
                of.get(0),
                of.get(1),
                of.get(2),
                of.get(3),
                of.get(4),
                of.get(5),
                of.get(6),
                of.get(7),
                of.get(8),
                of.get(9),
                of.get(10),
                of.get(11));
    }

    /** The values in the order of {@link StepParameter}. */
    public List<Double> values() {
        return List.of(
                matrixEfficiency,
                networkShare,
                busShare,
                launch,
                reduceLatency,
                tensorLaunch,
                tensorLaunchEach,
                attentionEfficiency,
                logitsFactor,
                overlapPower,
                exposedShare,
                stepOverhead);
    }

    /** One of them. */
    public double value(StepParameter parameter) {
        return values().get(parameter.ordinal());
    }
}
