package dandori.failure;

/**
 * What interruptions cost a job that writes checkpoints, in closed form.
 *
 * <p>Interruptions are Poisson. Each loses what was computed since the last checkpoint and costs a
 * restart, which can be interrupted, too.
 *
 * @param mtbfMillis mean time M between interruptions of the job; infinite if there are none
 * @param checkpointMillis how long (C) writing a checkpoint keeps the job from computing
 * @param restartMillis how long (R) it takes from an interruption until the job computes again:
 *     noticing, finding nodes, starting, loading
 */
public record Interruptions(double mtbfMillis, double checkpointMillis, double restartMillis) {

    /** Checks the times. */
    public Interruptions {
        Requirements.mtbf(mtbfMillis);
        Requirements.notNegative("checkpointMillis", checkpointMillis);
        Requirements.notNegative("restartMillis", restartMillis);
    }

    /**
     * The expected time for some work, exactly: M e^(R/M) (e^((τ+C)/M) - 1) W / τ for W = {@code
     * workMillis} and τ = {@code intervalMillis}; W / τ need not be whole. The first start is not
     * counted.
     *
     * <p>Daly, Future Generation Computer Systems 22(3), 2006.
     */
    public double wallMillis(double workMillis, double intervalMillis) {
        return segmentMillis(intervalMillis + checkpointMillis) * (workMillis / intervalMillis);
    }

    /**
     * The expected time for some work if no checkpoint is ever written: M e^(R/M) (e^(W/M) - 1).
     */
    public double wallMillisWithoutCheckpoints(double workMillis) {
        return segmentMillis(workMillis);
    }

    /** The expected time until a segment has once gone through without an interruption. */
    private double segmentMillis(double segmentMillis) {
        return mtbfMillis == Double.POSITIVE_INFINITY
                ? segmentMillis
                : mtbfMillis
                        * StrictMath.exp(restartMillis / mtbfMillis)
                        * StrictMath.expm1(segmentMillis / mtbfMillis);
    }

    /**
     * Which part of the time is lost, to first order: C / τ + (τ / 2 + R) / M. Good while it is
     * small; at Young's interval it is √(2 C / M) + R / M.
     */
    public double waste(double intervalMillis) {
        return checkpointMillis / intervalMillis
                + (intervalMillis / 2 + restartMillis) / mtbfMillis;
    }
}
