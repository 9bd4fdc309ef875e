package dandori.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The interval of the mean of one long series whose values depend on those before, such as the
 * waits of jobs in a row: the series is cut into batches, whose means depend on each other much
 * less.
 *
 * <p>30 batches, else 20, else 10 (Schmeiser, Operations Research 30(3), 1982: more than 30 bring
 * little): the most whose means pass von Neumann's test (Annals of Mathematical Statistics 12(4),
 * 1941) of 1 - Σ(x_i - x_(i+1))² / (2 Σ(x_i - x̄)²), which for k independent normal means is about
 * normal around 0 with variance (k - 2) / (k² - 1), one-sided at 20 %, so that a series is rather
 * cut coarser than believed. If even 10 fail, the series is too short for an interval: the one
 * given is too narrow, and {@link #isIndependent} is false. What does not fill the batches is left
 * out at the beginning. Cost: O(n).
 *
 * @param batches how many batches there are; 0 where there are fewer values than 2 a batch
 * @param batchSize how many values make one
 * @param correlation of neighbouring means, by von Neumann's ratio: about 0 if they are independent
 * @param isIndependent whether they pass as independent
 * @param interval the 95 % interval of the mean
 */
public record BatchMeans(
        int batches,
        int batchSize,
        double correlation,
        boolean isIndependent,
        StudentInterval interval) {

    private static final int[] COUNTS = {30, 20, 10};

    /** The upper 20 % of the normal distribution. */
    private static final double LIMIT =
            new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.8);

    /** The batch means of a series in order of time, none of it NaN. */
    public static BatchMeans of(double... series) {
        BatchMeans last = new BatchMeans(0, 0, Double.NaN, false, StudentInterval.of());
        for (int count : COUNTS) {
            if (series.length >= 2 * count) {
                last = of(series, count);
                if (last.isIndependent) {
                    return last;
                }
            }
        }
        return last;
    }

    /** The same in a given number of batches, 3 or more, of one value or more. */
    static BatchMeans of(double[] series, int batches) {
        int size = series.length / batches;
        double[] means = new double[batches];
        int next = series.length - size * batches;
        for (int i = 0; i < batches; i++) {
            for (int j = 0; j < size; j++) {
                means[i] += series[next++];
            }
            means[i] /= size;
        }
        StudentInterval interval = StudentInterval.of(means);
        double steps = 0;
        for (int i = 1; i < batches; i++) {
            steps += (means[i] - means[i - 1]) * (means[i] - means[i - 1]);
        }
        double squares =
                interval.standardDeviation() * interval.standardDeviation() * (batches - 1);
        double correlation = squares == 0 ? 0 : 1 - steps / (2 * squares);
        double deviation = Math.sqrt((batches - 2) / ((double) batches * batches - 1));
        return new BatchMeans(
                batches, size, correlation, correlation <= LIMIT * deviation, interval);
    }
}
