package dandori.generate;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How long jobs run: log-normal, given by its median and its 95th percentile, cut at the longest;
 * in whole seconds, at least 1 s.
 *
 * @param medianMillis half of the jobs run no longer
 * @param p95Millis 95 % of the jobs run no longer; at least the median
 * @param longestMillis no job runs longer
 */
record RunTimes(long medianMillis, long p95Millis, long longestMillis) {

    private static final int POINTS = 10_000;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double Z95 = NORMAL.inverseCumulativeProbability(0.95);

    /** The run time in milliseconds of the quantile u in [0, 1). */
    long millis(double u) {
        double sigma = StrictMath.log((double) p95Millis / medianMillis) / Z95;
        double z = u <= 0 ? -40 : NORMAL.inverseCumulativeProbability(u);
        double seconds = medianMillis / 1_000.0 * StrictMath.exp(sigma * z);
        double cut = Math.min(seconds, longestMillis / 1_000.0);
        return Math.max(1, StrictMath.round(cut)) * 1_000;
    }

    /**
     * The mean in milliseconds, by the midpoint rule over 10,000 quantiles of the very rule that
     * draws.
     */
    double mean() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += millis((i + 0.5) / POINTS);
        }
        return sum / POINTS;
    }
}
