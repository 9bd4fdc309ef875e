package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Spread;
import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A figure of two policies of perhaps two studies against each other: in pairs where two or more
 * seeds are in both, whose jobs are then the same, or one that is the only one of each; else by all
 * runs of each, as Welch (1947) does: half width = t(0.975, ν) · √(s₁²/n₁ + s₂²/n₂) with the
 * degrees of freedom ν of Satterthwaite (1946).
 *
 * @param pairs how many pairs there are; 0 if it is not by pairs
 * @param difference the mean of the differences, or the difference of the means; NaN for none
 * @param halfWidth half of the 95 % interval; NaN for none
 * @param paired the comparison by pairs; null if it is not by pairs
 */
record Joined(int pairs, double difference, double halfWidth, @Nullable Comparison paired) {

    static Joined of(Map<Integer, Figure> policy, Map<Integer, Figure> baseline) {
        List<Integer> both =
                policy.keySet().stream()
                        .filter(seed -> isKnown(policy.get(seed)) && isKnown(baseline.get(seed)))
                        .toList();
        if (both.size() < 2 && !(both.size() == policy.size() && both.size() == baseline.size())) {
            return welch(Spread.of(list(policy.values())), Spread.of(list(baseline.values())));
        }
        Comparison pairs =
                Comparison.of(
                        both.stream().map(policy::get).toList(),
                        both.stream().map(baseline::get).toList());
        Spread spread = pairs.difference();
        return new Joined(both.size(), spread.mean(), spread.halfWidth(), pairs);
    }

    /** One figure of several policies against that of one, corrected together as in reports. */
    static List<Joined> together(List<Joined> alone) {
        List<Comparison> paired = new ArrayList<>();
        for (Joined one : alone) {
            if (one.paired != null) {
                paired.add(one.paired);
            }
        }
        Iterator<Comparison> corrected = Comparison.together(paired).iterator();
        return alone.stream()
                .map(one -> one.paired == null ? one : one.with(corrected.next()))
                .toList();
    }

    private Joined with(Comparison corrected) {
        return new Joined(pairs, difference, halfWidth, corrected);
    }

    /** Whether it is less and chance is no likely cause; never where it is not by pairs. */
    boolean isLess() {
        return paired != null && paired.isLess();
    }

    /** Whether it is more and chance is no likely cause. */
    boolean isMore() {
        return paired != null && paired.isMore();
    }

    private static boolean isKnown(@Nullable Figure figure) {
        return figure != null && !Double.isNaN(figure.value());
    }

    private static List<Figure> list(Collection<Figure> figures) {
        return new ArrayList<>(figures);
    }

    private static Joined welch(Spread one, Spread other) {
        double half = Double.NaN;
        if (one.count() > 1 && other.count() > 1) {
            double first = square(one.standardDeviation()) / one.count();
            double second = square(other.standardDeviation()) / other.count();
            double freedom =
                    square(first + second)
                            / (square(first) / (one.count() - 1)
                                    + square(second) / (other.count() - 1));
            half =
                    first + second == 0
                            ? 0
                            : new TDistribution(null, freedom).inverseCumulativeProbability(0.975)
                                    * Math.sqrt(first + second);
        }
        return new Joined(0, one.mean() - other.mean(), half, null);
    }

    private static double square(double value) {
        return value * value;
    }
}
