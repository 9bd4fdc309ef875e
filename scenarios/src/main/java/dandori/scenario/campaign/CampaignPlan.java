package dandori.scenario.campaign;

import dandori.campaign.Chain;
import dandori.catalogue.LanguageModel;
import dandori.scenario.key.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that an organization wants trained, as a scenario has it.
 *
 * @param name its name
 * @param organization whose it is
 * @param modelFrom where the model is described: its name in the catalogue, or the absolute path of
 *     a file
 * @param model what is trained
 * @param venues where it may run; at least one
 * @param globalBatch sequences of an optimizer step, on every machine
 * @param tokens how many tokens it is trained on
 * @param tokensBefore how many of them were done before the run; whole steps
 * @param submit when the first job is submitted; null where {@code after} says it
 * @param after the campaign that must be done before; null if none
 * @param delayMillis how long after that the first job is submitted
 * @param deadline when it should be done; null if whenever
 * @param chain when the next job is submitted
 */
public record CampaignPlan(
        String name,
        String organization,
        String modelFrom,
        LanguageModel model,
        List<VenuePlan> venues,
        int globalBatch,
        long tokens,
        long tokensBefore,
        @Nullable Moment submit,
        @Nullable String after,
        long delayMillis,
        @Nullable Moment deadline,
        Chain chain) {

    /** Keeps the venues. */
    public CampaignPlan {
        venues = List.copyOf(venues);
    }

    /** Tokens of an optimizer step. */
    public long tokensPerStep() {
        return (long) globalBatch * model.transformer().sequence();
    }

    /** How many steps are to be done in the run. */
    public long stepsToDo() {
        return (tokens - 1) / tokensPerStep() + 1 - tokensBefore / tokensPerStep();
    }
}
