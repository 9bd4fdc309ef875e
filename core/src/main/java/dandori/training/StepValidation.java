package dandori.training;

import dandori.engine.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How far predictions are off for steps that the fit has not seen.
 *
 * <p>Measurements are split by configuration, so that one that was measured twice is never on both
 * sides. A machine with {@value #FEW} measurements or more is split into halves, each predicted
 * from the other; one with fewer is predicted configuration by configuration from all its others.
 */
public final class StepValidation {

    private static final int FEW = 25;

    private StepValidation() {}

    /**
     * The error of each measurement of a machine, as a part of what was measured, in their order.
     *
     * @param measured of one machine
     * @param start what its fits begin with
     * @param seed of the split
     */
    public static double[] errors(List<StepMeasurement> measured, StepConstants start, long seed) {
        Map<TrainingCase, List<Integer>> configurations = new LinkedHashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            configurations
                    .computeIfAbsent(measured.get(i).what(), what -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> folds = new ArrayList<>(configurations.values());
        if (measured.size() >= FEW) {
            folds = halves(folds, new RandomStreams(seed).stream("halves", 0));
        }
        double[] errors = new double[measured.size()];
        for (List<Integer> fold : folds) {
            List<StepMeasurement> seen = new ArrayList<>();
            boolean[] isUnseen = new boolean[measured.size()];
            fold.forEach(i -> isUnseen[i] = true);
            for (int i = 0; i < measured.size(); i++) {
                if (!isUnseen[i]) {
                    seen.add(measured.get(i));
                }
            }
            StepConstants constants = StepFit.of(seen, start);
            for (int i : fold) {
                errors[i] = measured.get(i).error(constants);
            }
        }
        return errors;
    }

    /** Two halves of the configurations, after Fisher and Yates. */
    private static List<List<Integer>> halves(
            List<List<Integer>> configurations, UniformRandomProvider random) {
        List<List<Integer>> mixed = new ArrayList<>(configurations);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            List<Integer> moved = mixed.get(i);
            mixed.set(i, mixed.get(other));
            mixed.set(other, moved);
        }
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < mixed.size(); i++) {
            (i < mixed.size() / 2 ? first : second).addAll(mixed.get(i));
        }
        return List.of(first, second);
    }
}
