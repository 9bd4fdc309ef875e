package dandori.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A mixture of exponential distributions whose mean is 1, fitted by expectation and maximization.
 *
 * @param weights of the phases; together 1
 * @param means of the phases, above 0
 */
public record HyperExponential(List<Double> weights, List<Double> means) {

    private static final int ROUNDS = 300;
    private static final int GRID = 2_000;

    /** Copies the lists, and checks that they are equally long. */
    public HyperExponential {
        weights = List.copyOf(weights);
        means = List.copyOf(means);
        if (weights.isEmpty() || weights.size() != means.size()) {
            throw new IllegalArgumentException(
                    "weights (%d) and means (%d) must be equally many, at least 1."
                            .formatted(weights.size(), means.size()));
        }
    }

    /**
     * The mixture that fits a sample, divided by its mean. At most 2,000 quantiles are looked at.
     *
     * @param sample above 0, not empty
     */
    static HyperExponential of(double[] sample, int phases) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double[] x = new double[Math.min(GRID, sorted.length)];
        for (int i = 0; i < x.length; i++) {
            x[i] = sorted[(int) ((i + 0.5) / x.length * sorted.length)];
        }
        double[] weight = new double[phases];
        double[] mean = new double[phases];
        for (int phase = 0; phase < phases; phase++) {
            weight[phase] = 1.0 / phases;
            mean[phase] = Math.max(1e-9, x[(int) ((phase + 0.5) / phases * x.length)]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            improve(x, weight, mean);
        }
        double all = 0;
        for (int phase = 0; phase < phases; phase++) {
            all += weight[phase] * mean[phase];
        }
        double unit = all;
        return new HyperExponential(
                Arrays.stream(weight).boxed().toList(),
                Arrays.stream(mean).map(one -> one / unit).boxed().toList());
    }

    private static void improve(double[] x, double[] weight, double[] mean) {
        int phases = weight.length;
        double[] mass = new double[phases];
        double[] sum = new double[phases];
        double[] part = new double[phases];
        for (double one : x) {
            double total = 0;
            int longest = 0;
            for (int phase = 0; phase < phases; phase++) {
                part[phase] = weight[phase] / mean[phase] * StrictMath.exp(-one / mean[phase]);
                total += part[phase];
                longest = mean[phase] > mean[longest] ? phase : longest;
            }
            if (!(total > 1e-300)) { // so far out that no density tells it from 0
                part[longest] = 1;
                total = 1;
            }
            for (int phase = 0; phase < phases; phase++) {
                mass[phase] += part[phase] / total;
                sum[phase] += part[phase] / total * one;
            }
        }
        for (int phase = 0; phase < phases; phase++) {
            weight[phase] = Math.min(1, mass[phase] / x.length);
            mean[phase] = Math.max(1e-9, sum[phase] / Math.max(1e-12, mass[phase]));
        }
    }

    /** The phase for a number that is uniform in [0, 1). */
    int phase(double which) {
        return phase(which, weights::get);
    }

    /** The phase at any moment, which is in long gaps more often, for a number as above. */
    int phaseByTime(double which) {
        IntToDoubleFunction time = phase -> weights.get(phase) * means.get(phase);
        double all = 0;
        for (int i = 0; i < weights.size(); i++) {
            all += time.applyAsDouble(i);
        }
        return phase(which * all, time);
    }

    /** The phase in whose share of their sum, one after the other, a number lies. */
    private int phase(double which, IntToDoubleFunction share) {
        int phase = 0;
        double left = which - share.applyAsDouble(0);
        while (left >= 0 && phase < weights.size() - 1) {
            phase++;
            left -= share.applyAsDouble(phase);
        }
        return phase;
    }

    /** The value of a phase for a number that is uniform in [0, 1). */
    double draw(int phase, double where) {
        return -StrictMath.log(1 - where) * means.get(phase);
    }
}
