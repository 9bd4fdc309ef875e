package dandori.generate;

import dandori.engine.Durations;
import dandori.policy.spi.Options;
import java.util.function.IntToDoubleFunction;

/**
 * How jobs of a type are drawn on a machine, and what they come to on average, by the rules that
 * draw.
 *
 * @param type the constants
 * @param sizes how large
 * @param shorter the shorter run times, in seconds
 * @param longer the longer run times
 * @param gap between arrivals, in seconds
 */
record LublinRules(
        LublinType type, LublinSizes sizes, ExpGamma shorter, ExpGamma longer, ExpGamma gap) {

    private static final double LONGEST_LOG_GAP = 13; // of m_lublin99.c: 5 days
    private static final double LEAST_KEPT = 0.001; // else drawing again takes too long
    private static final double ROUNDED_DOWN_S = 0.5; // on average

    static LublinRules of(String type, Options options, int machineNodes) {
        LublinType its = LublinType.of(type, options);
        double limit = longestLog(options);
        return new LublinRules(
                its,
                LublinSizes.of(its, Math.min(options.count("nodes.max"), machineNodes)),
                new ExpGamma(its.shorter().shape(), its.shorter().scale(), limit),
                new ExpGamma(its.longer().shape(), its.longer().scale(), limit),
                new ExpGamma(its.gap().shape(), its.gap().scale(), LONGEST_LOG_GAP));
    }

    /** The logarithm of the first second that is too long. */
    private static double longestLog(Options options) {
        return StrictMath.log(
                (double) options.millis("runTime.longest") / Durations.SECOND_MILLIS + 1);
    }

    /** Whether nearly all run times would have to be drawn again. */
    boolean leavesNoRunTime() {
        return shorter.kept() < LEAST_KEPT || longer.kept() < LEAST_KEPT;
    }

    /** Whether nearly all gaps would have to be drawn again. */
    boolean leavesNoGap() {
        return gap.kept() < LEAST_KEPT;
    }

    /** The mean run time in milliseconds of jobs by their nodes. Only the first step is slow. */
    IntToDoubleFunction runMillis() {
        double shorterMean = shorter.keptMean();
        double longerMean = longer.keptMean();
        double shorterKept = shorter.kept();
        double longerKept = longer.kept();
        return nodes -> {
            double share = type.shorterShare(nodes);
            double mean =
                    (share * shorterMean + (1 - share) * longerMean)
                            / (share * shorterKept + (1 - share) * longerKept);
            return (mean - ROUNDED_DOWN_S) * Durations.SECOND_MILLIS;
        };
    }
}
