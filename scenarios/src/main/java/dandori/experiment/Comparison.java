package dandori.experiment;

import dandori.metric.Figure;
import dandori.statistics.Holm;
import dandori.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure under a policy against the same under another, seed by seed: the jobs of a pair are the
 * same, so that what differs is the policies' doing.
 *
 * @param difference the policy's figure less the other's, for each seed; NaN where one is missing
 * @param isLessInEveryPair whether it is smaller in every pair, of two pairs or more
 * @param isMoreInEveryPair whether it is larger in every pair, of two pairs or more
 * @param pValue how likely a mean difference as far from 0 is if there is none in truth ({@link
 *     PairedDifference}); NaN for fewer than two pairs
 * @param adjustedPValue the same, corrected for how many comparisons stand together ({@link Holm})
 */
public record Comparison(
        Spread difference,
        boolean isLessInEveryPair,
        boolean isMoreInEveryPair,
        double pValue,
        double adjustedPValue) {

    /** What adjusted p-values lie below where a difference is taken for real. */
    public static final double SIGNIFICANT = 0.05;

    /** How many pairs there must be: of two there is no interval either, and no telling chance. */
    private static final int FEWEST_PAIRS = 3;

    /** Compares two lists of figures in order of the same seeds, alone. */
    public static Comparison of(List<Figure> policy, List<Figure> other) {
        List<Figure> differences = new ArrayList<>();
        for (int i = 0; i < policy.size(); i++) {
            double difference = policy.get(i).value() - other.get(i).value();
            differences.add(new Figure(difference, false)); // of two lower bounds it is no bound
        }
        Spread spread = Spread.of(differences);
        boolean isPaired = spread.count() == policy.size() && spread.count() > 1;
        double[] known = spread.known();
        double pValue = PairedDifference.of(known, new double[known.length]).pValue();
        return new Comparison(
                spread, isPaired && spread.max() < 0, isPaired && spread.min() > 0, pValue, pValue);
    }

    /** Comparisons of one figure under several policies with that under one, corrected together. */
    public static List<Comparison> together(List<Comparison> alone) {
        double[] adjusted = Holm.adjusted(alone.stream().mapToDouble(Comparison::pValue).toArray());
        List<Comparison> together = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Comparison its = alone.get(i);
            together.add(
                    new Comparison(
                            its.difference,
                            its.isLessInEveryPair,
                            its.isMoreInEveryPair,
                            its.pValue,
                            adjusted[i]));
        }
        return together;
    }

    /** Whether the figure is smaller, in three pairs or more, and chance is no likely cause. */
    public boolean isLess() {
        return isBeyondChance() && difference.mean() < 0;
    }

    /** Whether the figure is larger, in three pairs or more, and chance is no likely cause. */
    public boolean isMore() {
        return isBeyondChance() && difference.mean() > 0;
    }

    private boolean isBeyondChance() {
        return difference.count() >= FEWEST_PAIRS && adjustedPValue < SIGNIFICANT;
    }
}
