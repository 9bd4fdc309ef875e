package dandori.policy.order;

import dandori.state.Situation;

/**
 * The terms from which scores are made, in seconds and nodes; logarithms by {@link StrictMath}, so
 * equal on any JDK.
 */
final class Terms {

    private Terms() {}

    static double waitSeconds(int job, Situation now) {
        return (now.nowMillis() - now.jobs().submitMillis(job)) / 1000.0;
    }

    static double submitSeconds(int job, Situation now) {
        return now.jobs().submitMillis(job) / 1000.0;
    }

    static double estimateSeconds(int job, Situation now) {
        return now.estimateMillis(job) / 1000.0;
    }

    /** An argument of a logarithm, or a divisor. */
    static double atLeastOne(double value) {
        return Math.max(1, value);
    }

    static double log10(double value) {
        return StrictMath.log10(atLeastOne(value));
    }

    static double log2(double value) {
        return StrictMath.log(atLeastOne(value)) / StrictMath.log(2);
    }
}
