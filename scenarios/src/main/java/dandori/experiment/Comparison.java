package dandori.experiment;

import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure under a policy against the same under another, seed by seed: the jobs of a pair are the
 * same, so that what differs is the policies' doing.
 *
 * @param difference the policy's figure less the other's, for each seed; NaN where one is missing
 * @param isLessInEveryPair whether it is smaller in every pair, of two pairs or more
 * @param isMoreInEveryPair whether it is larger in every pair, of two pairs or more
 */
public record Comparison(Spread difference, boolean isLessInEveryPair, boolean isMoreInEveryPair) {

    /** Compares two lists of figures in order of the same seeds. */
    public static Comparison of(List<Figure> policy, List<Figure> other) {
        List<Figure> differences = new ArrayList<>();
        for (int i = 0; i < policy.size(); i++) {
            double difference = policy.get(i).value() - other.get(i).value();
            differences.add(new Figure(difference, false)); // of two lower bounds it is no bound
        }
        Spread spread = Spread.of(differences);
        boolean isPaired = spread.count() == policy.size() && spread.count() > 1;
        return new Comparison(spread, isPaired && spread.max() < 0, isPaired && spread.min() > 0);
    }
}
