package dandori.policy.order;

import dandori.engine.Durations;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * How usage is remembered, as Slurm calls it.
 *
 * @param halfLifeMillis after which usage counts half ({@code PriorityDecayHalfLife}); 0 if it
 *     always counts in full
 * @param periodMillis the span at whose multiples shares are looked at ({@code PriorityCalcPeriod})
 * @param resetMillis the span at whose multiples usage is forgotten ({@code
 *     PriorityUsageResetPeriod}); 0 if never
 */
public record UsageRule(long halfLifeMillis, long periodMillis, long resetMillis) {

    /** Slurm's defaults: a half-life of 7 days, looked at every 5 minutes, never forgotten. */
    public static final UsageRule SLURM =
            new UsageRule(7 * Durations.DAY_MILLIS, 5 * Durations.MINUTE_MILLIS, 0);

    static final List<Option> OPTIONS =
            List.of(
                    Option.duration("halfLife", "7d")
                            .says(
                                    "After so long usage counts half; 0s: it always counts in"
                                            + " full."),
                    Option.duration("period", "5min")
                            .positive()
                            .says("How often usage is looked at, from time 0 on."),
                    Option.duration("resetPeriod", "0s")
                            .says("How often all usage is forgotten, from time 0 on; 0s: never."));

    /**
     * Checks the spans.
     *
     * @throws IllegalArgumentException if one is negative, or there is no period
     */
    public UsageRule {
        if (halfLifeMillis < 0 || periodMillis < 1 || resetMillis < 0) {
            throw new IllegalArgumentException(
                    "halfLife (%d ms) and resetPeriod (%d ms) must be at least 0, period (%d ms) at least 1."
                            .formatted(halfLifeMillis, resetMillis, periodMillis));
        }
    }

    static UsageRule of(Options options) {
        return new UsageRule(
                options.millis("halfLife"),
                options.millis("period"),
                options.millis("resetPeriod"));
    }

    /** The beginning of the period in which an instant lies. */
    long beginningMillis(long nowMillis) {
        return Math.floorDiv(nowMillis, periodMillis) * periodMillis;
    }
}
