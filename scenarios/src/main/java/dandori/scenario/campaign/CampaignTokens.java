package dandori.scenario.campaign;

import dandori.catalogue.Dimension;
import dandori.catalogue.LanguageModel;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to train.
 *
 * @param all tokens in all
 * @param before tokens that were done before the run; whole steps
 */
record CampaignTokens(long all, long before) {

    /** Reads them; null, and an issue, if they cannot be. */
    static @Nullable CampaignTokens read(
            Values values, LanguageModel model, long tokensPerStep, Issues issues) {
        Node node = values.node("tokens");
        if (node == null && model.tokens().isEmpty()) {
            issues.add(
                    values.mapping(),
                    "nobody says on how many tokens '%s' was trained; 'tokens' is missing."
                            .formatted(model.name()),
                    "tokens: 300 B");
            return null;
        }
        long all =
                node == null ? (long) model.tokens().getAsDouble() : Amounts.tokens(node, issues);
        long before = before(values, all == 0 ? Long.MAX_VALUE : all, issues);
        if (all == 0 || before < 0) {
            return null;
        }
        return new CampaignTokens(all, before / tokensPerStep * tokensPerStep);
    }

    /** What is done of it; -1, and an issue, if nothing is left to do. */
    private static long before(Values values, long all, Issues issues) {
        Node node = Objects.requireNonNull(values.node("done"));
        String text = Amounts.text(node);
        double share = text.endsWith("%") ? share(text) : Double.NaN;
        boolean isNothing = text.equals("0") || share == 0;
        long before =
                isNothing
                        ? 0
                        : text.endsWith("%") ? (long) (share * all) : Amounts.tokens(node, issues);
        boolean isZeroByFault = before == 0 && !isNothing && !(share > 0);
        if (before >= all || before < 0 || isZeroByFault && text.endsWith("%")) {
            issues.add(
                    node,
                    "must be less than the whole, but is %s.".formatted(node.says()),
                    "'25 %', or '500 B'.");
            return -1;
        }
        return isZeroByFault && node instanceof Scalar ? -1 : before;
    }

    private static double share(String text) {
        return Dimension.RATIO.value(text).orElse(Double.NaN);
    }

    /** How many steps are left to do. */
    long stepsToDo(long tokensPerStep) {
        return (all - 1) / tokensPerStep + 1 - before / tokensPerStep;
    }
}
