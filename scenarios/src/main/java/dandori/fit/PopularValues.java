package dandori.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whole numbers of which a few are popular: these have shares of their own, and the others are told
 * by quantiles, between which logarithms grow evenly.
 *
 * @param values the popular values, rising
 * @param shares the share of each; together at most 1
 * @param quantiles of the other values, evenly spaced from the least to the largest; empty if there
 *     are none
 */
public record PopularValues(List<Double> values, List<Double> shares, List<Double> quantiles) {

    private static final int QUANTILES = 32;
    private static final double LEAST_SHARE = 0.002;

    /** Checks that each value has a share. */
    public PopularValues {
        values = List.copyOf(values);
        shares = List.copyOf(shares);
        quantiles = List.copyOf(quantiles);
        if (values.size() != shares.size() || values.isEmpty() && quantiles.isEmpty()) {
            throw new IllegalArgumentException(
                    "values (%d) and shares (%d) must be equally many, and something must be there."
                            .formatted(values.size(), shares.size()));
        }
    }

    /**
     * The values of a sample.
     *
     * @param most how many may be popular; such as have a share of 0.2 % at least are
     */
    static PopularValues of(double[] sample, int most) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        for (double value : sample) {
            counts.merge(value, 1, Integer::sum);
        }
        List<Double> values =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= LEAST_SHARE * sample.length)
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        List<Double> shares =
                values.stream()
                        .map(value -> counts.getOrDefault(value, 0) / (double) sample.length)
                        .toList();
        double[] others =
                Arrays.stream(sample).filter(value -> !values.contains(value)).sorted().toArray();
        List<Double> quantiles = new ArrayList<>();
        for (int i = 0; others.length > 0 && i <= QUANTILES; i++) {
            quantiles.add(others[(int) ((long) i * (others.length - 1) / QUANTILES)]);
        }
        return new PopularValues(values, shares, quantiles);
    }

    /** The largest of all. */
    int largest() {
        double popular = values.isEmpty() ? 0 : values.get(values.size() - 1);
        double other = quantiles.isEmpty() ? 0 : quantiles.get(quantiles.size() - 1);
        return (int) Math.max(popular, other);
    }

    /** The value for a number that is uniform in [0, 1), at least so large, if there are such. */
    double draw(double u, double least) {
        double popular = 0;
        double skipped = 0;
        for (int i = 0; i < values.size(); i++) {
            popular += shares.get(i);
            skipped += values.get(i) < least ? shares.get(i) : 0;
        }
        double others = quantiles.isEmpty() ? 0 : 1 - popular;
        double below = positionOf(least);
        double mass = popular - skipped + others * (1 - below);
        if (!(mass > 1e-9)) {
            return Math.max(
                    values.isEmpty() ? 0 : values.get(values.size() - 1),
                    quantiles.isEmpty() ? 0 : quantiles.get(quantiles.size() - 1));
        }
        double left = u * mass;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) >= least) {
                left -= shares.get(i);
                if (left < 0) {
                    return values.get(i);
                }
            }
        }
        return quantiles.isEmpty()
                ? values.get(values.size() - 1)
                : Math.max(
                        StrictMath.ceil(least),
                        quantile(Math.min(1, below + left / Math.max(1e-12, others))));
    }

    /** The part of the other values that lies below a value. */
    private double positionOf(double value) {
        int count = quantiles.size();
        if (count == 0 || value <= quantiles.get(0)) {
            return 0;
        }
        for (int i = 1; i < count; i++) {
            double low = quantiles.get(i - 1);
            double high = quantiles.get(i);
            if (value <= high) {
                double part =
                        high > low ? StrictMath.log(value / low) / StrictMath.log(high / low) : 0;
                return (i - 1 + part) / (count - 1);
            }
        }
        return 1;
    }

    private double quantile(double p) {
        int count = quantiles.size();
        if (count == 1) {
            return quantiles.get(0);
        }
        double at = p * (count - 1);
        int i = Math.min(count - 2, (int) at);
        double low = quantiles.get(i);
        double high = quantiles.get(i + 1);
        return StrictMath.rint(low * StrictMath.pow(high / low, at - i));
    }
}
