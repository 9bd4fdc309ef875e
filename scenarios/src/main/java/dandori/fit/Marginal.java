package dandori.fit;

/**
 * One property of the jobs, in a log and as drawn.
 *
 * @param name which
 * @param unit its unit; empty if it has none
 * @param n how many values the log has
 * @param nDrawn how many were drawn
 * @param distance the largest distance of the two distribution functions: the statistic D of
 *     Kolmogorov and Smirnov, from 0 to 1
 * @param chance what D reaches in 5 of 100 cases if both were independent draws from one
 *     distribution; jobs of logs are not independent
 * @param median the log's
 * @param medianDrawn that of the jobs drawn
 * @param mean the log's
 * @param meanDrawn that of the jobs drawn
 */
public record Marginal(
        String name,
        String unit,
        int n,
        int nDrawn,
        double distance,
        double chance,
        double median,
        double medianDrawn,
        double mean,
        double meanDrawn) {

    private static final double WELL = 0.05;

    /** By what part the mean of the jobs drawn is off; NaN if the log's is 0, or both are. */
    public double meanOff() {
        return mean == 0 ? Double.NaN : meanDrawn / mean - 1;
    }

    /**
     * How well it fits: the worse of D and of what the mean is off, each of which is well up to
     * 0.05 and fairly up to 0.1.
     */
    public Fit fit() {
        return Fit.of(distance, WELL).orWorse(Fit.of(meanOff(), WELL));
    }
}
