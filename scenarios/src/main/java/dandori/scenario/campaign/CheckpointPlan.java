package dandori.scenario.campaign;

import org.jspecify.annotations.Nullable;

/**
 * When a campaign's checkpoints are written, and how long that takes.
 *
 * @param rule how often
 * @param givenMillis the interval that is given; null where the rule has one of its own
 * @param bytes what is written; above 0
 * @param bytesPerSecond how fast; above 0
 */
public record CheckpointPlan(
        CheckpointRule rule, @Nullable Long givenMillis, double bytes, double bytesPerSecond) {

    /** What is written for a parameter: two moments and a copy in 32 bits, and itself in 16. */
    static final double BYTES_PER_PARAMETER = 14;

    /**
     * What a node writes at most where its machine's file does not say, in bytes per second.
     * BLOOM's 48 nodes wrote 2.3 TB in 40 s, 57 GB/s (BigScience's chronicles): assumed of others.
     */
    public static final double ASSUMED_NODE_BYTES_PER_SECOND = 1.2e9;

    /** Checks the amounts. */
    public CheckpointPlan {
        if (!(bytes > 0 && bytesPerSecond > 0)
                || (rule == CheckpointRule.FIXED) == (givenMillis == null)) {
            throw new IllegalArgumentException(
                    "A checkpoint of %s bytes at %s bytes per second (%s, %s) cannot be."
                            .formatted(bytes, bytesPerSecond, rule, givenMillis));
        }
    }

    /** How long writing one keeps the job from computing, in milliseconds; rounded up. */
    public long writeMillis() {
        return (long) Math.ceil(1000 * bytes / bytesPerSecond);
    }
}
