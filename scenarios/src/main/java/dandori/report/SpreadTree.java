package dandori.report;

import dandori.engine.RandomStreams;
import dandori.experiment.Comparison;
import dandori.experiment.Spread;
import dandori.statistics.Resamples;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spreads and comparisons as trees for JSON.
 *
 * @param samples what the bootstraps of all of them draw
 */
record SpreadTree(Resamples samples) {

    /** With the draws that every summary has. */
    SpreadTree() {
        this(new Resamples(new RandomStreams(1)));
    }

    Map<String, @Nullable Object> of(Spread spread) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("mean", StudyTree.number(spread.mean()));
        tree.put("standard_deviation", StudyTree.number(spread.standardDeviation()));
        tree.put("min", StudyTree.number(spread.min()));
        tree.put("max", StudyTree.number(spread.max()));
        tree.put("low_95", StudyTree.number(spread.mean() - spread.halfWidth()));
        tree.put("high_95", StudyTree.number(spread.mean() + spread.halfWidth()));
        spread.bootstrap(samples)
                .ifPresent(interval -> {
                    tree.put("bootstrap_low_95", StudyTree.number(interval.low()));
                    tree.put("bootstrap_high_95", StudyTree.number(interval.high()));
                });
        if (spread.atLeast()) {
            tree.put("at_least", true);
        }
        tree.put("values", spread.values().stream().map(StudyTree::number).toList());
        return tree;
    }

    Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> tree = of(comparison.difference());
        tree.put("less_in_every_pair", comparison.isLessInEveryPair());
        tree.put("more_in_every_pair", comparison.isMoreInEveryPair());
        tree.put("p_value", StudyTree.number(comparison.pValue()));
        tree.put("p_value_holm", StudyTree.number(comparison.adjustedPValue()));
        return tree;
    }
}
