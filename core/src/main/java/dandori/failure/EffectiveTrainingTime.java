package dandori.failure;

/**
 * Which part of the time from its submission to its end a training run trains (the effective
 * training time ratio, ETTR), in closed form.
 *
 * <p>Kokolis et al., "Revisiting Reliability in Large-Scale Machine Learning Research Clusters",
 * HPCA 2025, derived anew. For productive time R, on nodes that are interrupted every M, with a
 * start u at the beginning and after each interruption, τ between checkpoints and C to write one,
 * the job is on its nodes for
 *
 * <pre>
 *     T = R + R C/τ + u + (T/M) (u + τ/2),   so   T = (R (1 + C/τ) + u) / (1 - (u + τ/2)/M),
 * </pre>
 *
 * <p>and waits q before each start: q (1 + T/M). The ratio is R / (T + q (1 + T/M)). First order:
 * an interruption is taken to lose half of τ, and all of u.
 *
 * @param interruptions M, C and u ({@code restartMillis})
 * @param intervalMillis τ; positive
 * @param queueMillis q; at least 0
 */
public record EffectiveTrainingTime(
        Interruptions interruptions, double intervalMillis, double queueMillis) {

    /** Checks the times. */
    public EffectiveTrainingTime {
        Requirements.positive("intervalMillis", intervalMillis);
        Requirements.notNegative("queueMillis", queueMillis);
    }

    /** The ratio for some productive time, from 0 to 1; 0 if it gets nowhere. */
    public double ratio(double productiveMillis) {
        double productive = Requirements.positive("productiveMillis", productiveMillis);
        double onNodes = (productive * writing() + interruptions.restartMillis()) / progress();
        double starts = 1 + onNodes / interruptions.mtbfMillis();
        return progress() > 0 ? productive / (onNodes + queueMillis * starts) : 0;
    }

    /** The ratio of a run without end: what {@link #ratio} tends to. */
    public double limit() {
        double queued = 1 + queueMillis / interruptions.mtbfMillis();
        return Math.max(0, progress()) / (writing() * queued);
    }

    /** Time on nodes that an interruption does not touch, by productive time. */
    private double writing() {
        return 1 + interruptions.checkpointMillis() / intervalMillis;
    }

    /** Which part of the time on nodes interruptions leave. */
    private double progress() {
        return 1
                - (interruptions.restartMillis() + intervalMillis / 2) / interruptions.mtbfMillis();
    }
}
