package dandori.failure;

import dandori.machine.NodeSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Things without a memory that fail at one rate each: one Poisson stream for all, which draws what
 * it hits. Failures of one instant come in the order in which they were drawn.
 *
 * <p>Times, what is hit and repairs have a stream each, so none moves another. O(1) a failure.
 */
final class PooledFailures implements Failures {

    /** Draws what is hit. */
    interface Target {
        NodeSet hit(UniformRandomProvider random);
    }

    private final Breakage cause;
    private final double meanGapMillis;
    private final Target target;
    private final Repair repair;
    private final UniformRandomProvider times;
    private final UniformRandomProvider targets;
    private final UniformRandomProvider repairs;
    private double exactMillis; // of the next, before it is rounded up

    PooledFailures(
            Breakage cause, double perMilli, Target target, Repair repair, Purposes purposes) {
        this.cause = cause;
        this.meanGapMillis = 1 / perMilli;
        this.target = target;
        this.repair = repair;
        times = purposes.stream("times");
        targets = purposes.stream("targets");
        repairs = purposes.stream("repairs");
        advance();
    }

    @Override
    public long nextAtMillis() {
        return Variates.instantMillis(exactMillis);
    }

    @Override
    public Failure next() {
        Failure failure =
                new Failure(
                        nextAtMillis(),
                        cause,
                        target.hit(targets),
                        Variates.wholeMillis(repair.millis(repairs)));
        advance();
        return failure;
    }

    private void advance() {
        exactMillis += meanGapMillis * Variates.exponential(times);
    }
}
