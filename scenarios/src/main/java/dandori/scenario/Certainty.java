package dandori.scenario;

import dandori.statistics.Shaking;
import org.jspecify.annotations.Nullable;

/**
 * What a run does so that its figures can be trusted.
 *
 * @param findsWarmUp whether the warm-up is found before the runs
 * @param shaking how traces are shaken under each seed but the first; null: not at all
 * @param until when there are seeds enough; null: those that are named are
 */
public record Certainty(boolean findsWarmUp, @Nullable Shaking shaking, @Nullable Until until) {

    /** Nothing: the warm-up and the seeds are as they are named. */
    public static final Certainty AS_NAMED = new Certainty(false, null, null);
}
