package dandori.examples;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds good weights by the cross-entropy method: it draws some by lot, keeps the best quarter, and
 * draws the next ones around those, ever closer (Rubinstein, Methodology and Computing in Applied
 * Probability 1(2), 1999). The seed decides all.
 */
public record CrossEntropySearch(int draws, int rounds, long seed) {

    /**
     * The weights that it ends with.
     *
     * @param worth what an agent with some weights is worth; more is better
     */
    public double[] best(ToDoubleFunction<double[]> worth) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] mean = new double[LinearAgent.FEATURES];
        double[] spread = new double[LinearAgent.FEATURES];
        Arrays.fill(spread, 2);
        for (int round = 0; round < rounds; round++) {
            @SuppressWarnings("ArrayRecordComponent") // never compared
            record Tried(double[] weights, double worth) {}

            List<Tried> tried =
                    IntStream.range(0, draws)
                            .mapToObj(draw -> around(mean, spread, random))
                            .map(weights -> new Tried(weights, worth.applyAsDouble(weights)))
                            .sorted(Comparator.comparingDouble(one -> -one.worth()))
                            .limit(draws / 4)
                            .toList();
            for (int i = 0; i < mean.length; i++) {
                int feature = i;
                mean[i] =
                        tried.stream()
                                .mapToDouble(one -> one.weights()[feature])
                                .average()
                                .orElse(0);
                double middle = mean[i];
                double variance =
                        tried.stream()
                                .mapToDouble(one -> one.weights()[feature] - middle)
                                .map(off -> off * off)
                                .average()
                                .orElse(0);
                spread[i] = Math.sqrt(variance) + 0.05;
            }
        }
        return mean;
    }

    private static double[] around(double[] mean, double[] spread, SplittableRandom random) {
        double[] weights = new double[mean.length];
        for (int i = 0; i < weights.length; i++) {
            double sum = 0; // of twelve, as good as a normal distribution
            for (int part = 0; part < 12; part++) {
                sum += random.nextDouble();
            }
            weights[i] = mean[i] + spread[i] * (sum - 6);
        }
        return weights;
    }
}
